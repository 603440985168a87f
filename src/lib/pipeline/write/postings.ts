import { BytePool } from './byte-pool.ts';
import type { ChunkPostings } from './chunk-postings.ts';

/** A stem of the index. */
export interface IndexTerm {
	readonly stem: number;
	readonly term: string;
	readonly documentFrequency: number;
}

/**
 * An inverted index over every stem of every paper, built while papers stream by. A posting takes about two
 * bytes: the distance to the previous paper and the frequency, both in groups of seven bits.
 */
export class Index {
	readonly #pool = new BytePool();
	readonly #stems: string[] = [];
	readonly #ids = new Map<string, number>();
	/** For each numbering of a thread, the index's own ids. */
	readonly #numberings = new Map<string, number[]>();
	#documentFrequency = new Int32Array(1024);
	#lastPaper = new Int32Array(1024);

	/** Adds a chunk whose first paper has the given id; chunks must come in ascending order. */
	add(firstPaper: number, chunk: ChunkPostings): void {
		const ids = this.#idsOf(chunk);
		let from = 0;
		for (let i = 0; i < chunk.stems.length; i++) {
			const list = ids[chunk.stems[i] as number] as number;
			const end = chunk.ends[i] as number;
			this.#pool.push(list, firstPaper + (chunk.first[i] as number) - (this.#lastPaper[list] as number));
			this.#pool.append(list, chunk.bytes, from, end);
			this.#lastPaper[list] = firstPaper + (chunk.last[i] as number);
			this.#documentFrequency[list] =
				(this.#documentFrequency[list] as number) + (chunk.documents[i] as number);
			from = end;
		}
	}

	/** Every stem that was added, by code-unit order. */
	terms(): IndexTerm[] {
		return Array.from(this.#stems, (term, stem) => ({
			stem,
			term,
			documentFrequency: this.#documentFrequency[stem] as number
		}))
			.filter(({ documentFrequency }) => documentFrequency > 0)
			.sort((a, b) => (a.term < b.term ? -1 : 1));
	}

	/** Of a stem: paper ids ascending, each followed by the number of occurrences in that paper. */
	read(stem: number): number[] {
		const values = this.#pool.read(stem);
		for (let at = 2; at < values.length; at += 2) {
			values[at] = (values[at] as number) + (values[at - 2] as number);
		}
		return values;
	}

	#idsOf({ numbering, newStems }: ChunkPostings): number[] {
		const ids = this.#numberings.get(numbering) ?? [];
		this.#numberings.set(numbering, ids);
		for (const stem of newStems) ids.push(this.#ids.get(stem) ?? this.#begin(stem));
		return ids;
	}

	#begin(stem: string): number {
		const id = this.#pool.begin();
		this.#stems.push(stem);
		this.#ids.set(stem, id);
		if (id === this.#lastPaper.length) {
			const wider = (values: Int32Array) => {
				const result = new Int32Array(values.length * 2);
				result.set(values);
				return result;
			};
			this.#lastPaper = wider(this.#lastPaper);
			this.#documentFrequency = wider(this.#documentFrequency);
		}
		return id;
	}
}
