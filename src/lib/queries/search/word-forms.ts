import { folded } from '../../base/fold.ts';
import { preferredCase, type Spellings } from '../../pipeline/text/preferred-case.ts';
import type { WordKeys } from './word-keys.ts';

const small = /^\p{Ll}/u;
const capitalInside = /^.+\p{Lu}/u;
const noSmall = /^\P{Ll}*$/u;

/** Whether words within sentences begin with a small letter: not so in titles that capitalise every word. */
function isSentenceCase(words: readonly string[]): boolean {
	const long = words.slice(1).filter((word) => word.length >= 4);
	return 2 * long.filter((word) => small.test(word)).length > long.length;
}

interface Form {
	times: number;
	/** Those in titles that are not all in capitals: what capitals inside the word are a rule for, or an exception. */
	unshouted: number;
	/** As far as they tell how the word is written. */
	spellings: Spellings;
}

/** Counts the forms of words in titles or texts, and how each is written where its place does not ask for a capital. */
export class WordForms {
	readonly #keys: WordKeys;
	readonly #forms: ReadonlyMap<string, Map<string, Form>>;

	constructor(stems: readonly string[], keys: WordKeys) {
		this.#keys = keys;
		this.#forms = new Map(stems.map((stem) => [stem, new Map<string, Form>()]));
	}

	has(stem: string): boolean {
		return (this.#forms.get(stem)?.size ?? 0) > 0;
	}

	/** Counts the forms of a stem in a text. */
	add(stem: string, text: string): void {
		const forms = this.#forms.get(stem);
		if (!forms) return;
		const words = [...this.#keys.of(text)].map((word) => ({
			...word,
			written: folded(text.slice(word.from, word.to))
		}));
		const capitalsTell = isSentenceCase(words.map(({ written }) => written));
		const shouted = noSmall.test(text);
		for (const [place, { key, apart, written }] of words.entries()) {
			if (key !== stem) continue;
			const form = written.toLowerCase();
			const counted = forms.get(form) ?? { times: 0, unshouted: 0, spellings: new Map<string, number>() };
			forms.set(form, counted);
			counted.times++;
			if (!shouted) counted.unshouted++;
			const tells = written === form || capitalInside.test(written) || (capitalsTell && place > 0 && !apart);
			if (tells && !shouted) counted.spellings.set(written, (counted.spellings.get(written) ?? 0) + 1);
		}
	}

	/** The commonest form of a stem, with the capitals that it usually has. */
	commonest(stem: string): string | undefined {
		const [best] = [...(this.#forms.get(stem) ?? [])].sort(
			([a, one], [b, other]) => other.times - one.times || (a < b ? -1 : 1)
		);
		if (!best) return undefined;
		const [form, { spellings, unshouted }] = best;
		const isRule = ([spelling, times]: [string, number]) =>
			!capitalInside.test(spelling) || 2 * times >= unshouted;
		return preferredCase(form, new Map([...spellings].filter(isRule)));
	}
}
