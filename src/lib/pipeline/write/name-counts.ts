import type { PaperText, ThemeModel } from '../model.ts';
import { pathsToRoot } from '../cluster/tree.ts';
import { foldedWords } from '../text/fold.ts';
import { TermMatcher } from '../text/term-matcher.ts';
import { formsOf } from '../terms/terms.ts';

/** Papers that say each name of a model, by the name's number: those of its node, and all others. */
export interface NameCounts {
	readonly inside: Int32Array<ArrayBuffer>;
	readonly outside: Int32Array<ArrayBuffer>;
}

/** The names of a model, numbered node by node, the best of each node first. */
function namesOf({ nodes }: ThemeModel): { node: number; terms: readonly string[] }[] {
	return nodes.flatMap(({ themeId, names }) => names.map((terms) => ({ node: themeId, terms })));
}

const keyOf = (text: string) => foldedWords(text).join(' ');

/** The texts that say what a group of synonyms shows, by the key of what it shows. */
function formsByKey(synonyms: readonly string[]): Map<string, readonly string[]> {
	const forms = new Map<string, readonly string[]>();
	for (const group of synonyms.map(formsOf)) {
		const key = keyOf(group[0] ?? '');
		if (!forms.has(key)) forms.set(key, group);
	}
	return forms;
}

/** @param length of the list of names */
function counters(length: number): NameCounts {
	return { inside: new Int32Array(length), outside: new Int32Array(length) };
}

export const noCounts = (model: ThemeModel): NameCounts => counters(namesOf(model).length);

export function addCounts(to: NameCounts, { inside, outside }: NameCounts): void {
	for (let name = 0; name < inside.length; name++) {
		to.inside[name] = (to.inside[name] as number) + (inside[name] as number);
		to.outside[name] = (to.outside[name] as number) + (outside[name] as number);
	}
}

/** Counts how many papers of each node, and how many others, hold a term of each of its names in title or abstract. */
export class NameCounter {
	readonly #matcher: TermMatcher;
	/** Names that have each term. */
	readonly #namesOfTerm: readonly (readonly number[])[];
	readonly #nodeOfName: readonly number[];
	/** By leaf: 1 for the nodes that it is in. */
	readonly #isInside: readonly Uint8Array[];
	/** Paper, counted from 1, that said each name last. */
	readonly #lastPaper: Int32Array;
	#papers = 0;

	constructor(model: ThemeModel) {
		const names = namesOf(model);
		const numbers = new Map<string, number>();
		const texts: (readonly string[])[] = [];
		const groups = formsByKey(model.options.synonyms);
		const namesOfTerm: number[][] = [];
		for (const [name, { terms }] of names.entries()) {
			for (const term of terms) {
				const key = keyOf(term);
				const number = numbers.get(key) ?? texts.push(groups.get(key) ?? [term]) - 1;
				numbers.set(key, number);
				(namesOfTerm[number] ??= []).push(name);
			}
		}
		this.#matcher = new TermMatcher(texts);
		this.#namesOfTerm = namesOfTerm;
		this.#nodeOfName = names.map(({ node }) => node);
		this.#isInside = pathsToRoot(model.nodes).map((path) =>
			Uint8Array.from(model.nodes, (_, id) => (path.includes(id) ? 1 : 0))
		);
		this.#lastPaper = new Int32Array(names.length);
	}

	/** @param leafId of each paper */
	count(papers: readonly PaperText[], leafId: ArrayLike<number>): NameCounts {
		const counts = counters(this.#lastPaper.length);
		for (const [index, { title, abstract }] of papers.entries()) {
			const paper = ++this.#papers;
			const inside = this.#isInside[leafId[index] as number] as Uint8Array;
			for (const term of this.#matcher.find(title, abstract)) {
				for (const name of this.#namesOfTerm[term] as number[]) {
					if (this.#lastPaper[name] === paper) continue;
					this.#lastPaper[name] = paper;
					const side = inside[this.#nodeOfName[name] as number] === 1 ? counts.inside : counts.outside;
					side[name] = (side[name] as number) + 1;
				}
			}
		}
		return counts;
	}
}

/** What is known of the names of each node, by node id. */
export function countedNames({ nodes }: ThemeModel, { inside, outside }: NameCounts) {
	let name = 0;
	return nodes.map(({ names }) =>
		names.map((terms) => {
			const counted = { terms, papers: inside[name] as number, others: outside[name] as number };
			name++;
			return counted;
		})
	);
}
