/** The ids of a growing list of different texts by code-unit order: only what is new is sorted, and merged in. */
export class TermOrder {
	readonly #terms: readonly string[];
	#sorted = new Int32Array(0);

	constructor(terms: readonly string[]) {
		this.#terms = terms;
	}

	/** Every id so far; valid until the next call. */
	sorted(): Int32Array {
		const terms = this.#terms;
		const known = this.#sorted;
		if (known.length === terms.length) return known;
		const before = (a: number, b: number) => (terms[a] as string) < (terms[b] as string);
		const fresh = Int32Array.from({ length: terms.length - known.length }, (_, i) => known.length + i).sort(
			(a, b) => (before(a, b) ? -1 : 1)
		);
		const merged = new Int32Array(terms.length);
		for (let at = 0, i = 0, j = 0; at < merged.length; at++) {
			const isKnown =
				j === fresh.length || (i < known.length && before(known[i] as number, fresh[j] as number));
			merged[at] = (isKnown ? known[i++] : fresh[j++]) as number;
		}
		return (this.#sorted = merged);
	}
}
