import type { WordRules } from '../../words/word-rules.ts';
import { folded } from '../../base/fold.ts';
import { stem } from '../text/stem.ts';
import { isFunctionWord, spellingsOf } from './form.ts';
import { TermTree } from './term-tree.ts';

/** What the forms of a group stand for. */
export interface Term {
	/** How it is written in their place; `null` for what is only excluded. */
	readonly shown: string | null;
	/** Whether it is kept from themes. */
	isExcluded: boolean;
}

/** The forms of a group, as options state it, the one to show first. */
export const formsOf = (group: string): string[] => group.split(/[=,]/).map((form) => form.trim());

/** Stem of a term in vocabularies and searches; of several words it is the words, in lower case. */
export const termStem = (shown: string): string => stem(shown.toLowerCase());

/** The terms of a corpus' synonyms and exclusions, by their forms. */
export class Terms {
	readonly tree = new TermTree<Term>();
	/** Single words that stand for a term only as they are written, because they are function words otherwise: "US". */
	readonly #exact: ReadonlySet<string>;

	constructor({ synonyms, exclusions }: Pick<WordRules, 'synonyms' | 'exclusions'>) {
		const forms = [...synonyms.flatMap(formsOf), ...exclusions].map(spellingsOf);
		this.#exact = new Set(forms.flatMap((words) => (words.length === 1 ? words : [])).filter(isFunctionWord));
		for (const group of synonyms) {
			const all = formsOf(group);
			const term: Term = { shown: all[0] as string, isExcluded: false };
			for (const form of all) this.tree.add(this.keysOf(form), term);
		}
		for (const form of exclusions) {
			this.tree.add(this.keysOf(form), { shown: null, isExcluded: true }).isExcluded = true;
		}
	}

	/** By which forms of a word are one, and words are compared with those of forms. */
	keyOf(spelling: string): string {
		const plain = folded(spelling);
		return this.#exact.has(plain) ? `=${plain}` : stem(plain.toLowerCase());
	}

	keysOf(form: string): string[] {
		return spellingsOf(form).map((spelling) => this.keyOf(spelling));
	}
}

/** The terms of rules; `null` for rules without any. */
export function termsOf(rules: WordRules): Terms | null {
	return rules.synonyms.length + rules.exclusions.length === 0 ? null : new Terms(rules);
}
