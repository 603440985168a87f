import type { WordTable } from '../text/word-table.ts';

/** The ids of a growing table of words by code-unit order: only what is new is sorted, and merged in. */
export class TermOrder {
	readonly #words: WordTable;
	#sorted = new Int32Array(0);

	constructor(words: WordTable) {
		this.#words = words;
	}

	/** Every id so far; valid until the next call. */
	sorted(): Int32Array {
		const words = this.#words;
		const known = this.#sorted;
		if (known.length === words.size) return known;
		const fresh = Int32Array.from({ length: words.size - known.length }, (_, i) => known.length + i).sort(
			(a, b) => words.compare(a, b)
		);
		const merged = new Int32Array(words.size);
		for (let at = 0, i = 0, j = 0; at < merged.length; at++) {
			const isKnown =
				j === fresh.length || (i < known.length && words.compare(known[i] as number, fresh[j] as number) < 0);
			merged[at] = (isKnown ? known[i++] : fresh[j++]) as number;
		}
		return (this.#sorted = merged);
	}
}
