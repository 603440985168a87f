/** Disjoint sets of records that are the same paper. */
export class RecordSets {
	readonly #parent: Int32Array;
	/** The next member of a record's set, in a ring. */
	readonly #next: Int32Array;
	/** For each set, a member that states a DOI, or -1. */
	readonly #withDoi: Int32Array;
	readonly #doi: Float64Array;

	constructor(count: number, doi: Float64Array) {
		this.#parent = Int32Array.from({ length: count }, (_, record) => record);
		this.#next = this.#parent.slice();
		this.#doi = doi;
		this.#withDoi = this.#parent.map((record) => (Number.isNaN(doi[record]) ? -1 : record));
	}

	root(record: number): number {
		let root = record;
		while (this.#parent[root] !== root) root = this.#parent[root] as number;
		for (let at = record; at !== root;) {
			const next = this.#parent[at] as number;
			this.#parent[at] = root;
			at = next;
		}
		return root;
	}

	/** The members of a record's set, or `null` when there are more than `most`. */
	members(record: number, most: number): number[] | null {
		const members = [record];
		for (let at = this.#next[record] as number; at !== record; at = this.#next[at] as number) {
			if (members.length === most) return null;
			members.push(at);
		}
		return members;
	}

	/** Whether two sets state different DOIs. */
	doisDiffer(a: number, b: number): boolean {
		const [x, y] = [this.#doiOf(a), this.#doiOf(b)];
		return !Number.isNaN(x) && !Number.isNaN(y) && x !== y;
	}

	join(a: number, b: number): void {
		const [x, y] = [this.root(a), this.root(b)];
		if (x === y) return;
		const [root, child] = x < y ? [x, y] : [y, x];
		const [first, second] = [this.#doiOf(root), this.#doiOf(child)];
		// The least of several, so that it does not matter which came first.
		if (Number.isNaN(first) || second < first) this.#withDoi[root] = this.#withDoi[child] as number;
		this.#parent[child] = root;
		const next = this.#next[root] as number;
		this.#next[root] = this.#next[child] as number;
		this.#next[child] = next;
	}

	#doiOf(record: number): number {
		return this.#doi[this.#withDoi[this.root(record)] as number] ?? NaN;
	}
}
