import { ByteWriter } from '../../base/byte-writer.ts';
import type { Scratch } from '../../dataset/sink.ts';
import { idsOf } from '../text/packed-words.ts';
import { WordTable } from '../text/word-table.ts';
import { BytePool } from './byte-pool.ts';
import type { ChunkPostings } from './chunk-postings.ts';
import { PostingRuns } from './posting-runs.ts';
import { Numbers, wide } from './varints.ts';

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

/** Bytes of postings that stay in memory where the host has other room. */
const heldBytes = 16 << 20;

/** A stem of the index. */
export interface IndexTerm {
	readonly term: string;
	readonly documentFrequency: number;
	/** Of each paper, ids ascending: its id, the number of occurrences, and where they stand. Valid until the next term. */
	readonly postings: Uint32Array;
}

/** The same on its way to another process: the distance to each paper, the frequency and the positions, in groups of seven bits. */
export interface PackedTerm {
	readonly term: string;
	readonly documentFrequency: number;
	/** Valid until the next term. */
	readonly bytes: Uint8Array;
}

/** Terms with their postings, in code-unit order. */
export interface TermSource {
	readonly size: number;
	terms(): Iterable<IndexTerm>;
}

/**
 * An inverted index over every stem of every paper, built while papers stream by. A posting takes about four
 * bytes: the distance to the previous paper, the frequency and the positions, all in groups of seven bits. With room
 * outside memory only so many of them are held at once: the others are written there, in the order in which they are
 * read again.
 */
export class Index implements TermSource {
	readonly #pool = new BytePool();
	readonly #runs: PostingRuns | null;
	readonly #held: number;
	readonly #stems = new WordTable();
	readonly #order = new TermOrder(this.#stems);
	/** The index's own ids by those of each thread's newest numbering. */
	readonly #numberings = new Map<
		string,
		{ numbering: number; ids: Int32Array<ArrayBuffer>; length: number }
	>();
	#documentFrequency = new Int32Array(1024);
	#lastPaper = new Int32Array(1024);
	/** Lists begun, one a stem. */
	#lists = 0;
	#used = 0;
	readonly #numbers = new Numbers();

	/** @param held bytes of postings that may stay in memory where there is other room */
	constructor(scratch?: Scratch, held = heldBytes) {
		this.#runs = scratch ? new PostingRuns(scratch) : null;
		this.#held = held;
	}

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
			const before = this.#documentFrequency[list] as number;
			if (before === 0) this.#used++;
			this.#documentFrequency[list] = before + (chunk.documents[i] as number);
			from = end;
		}
		if (this.#runs && this.#pool.bytes > this.#held) this.#spill();
	}

	/** Stems that a paper has. */
	get size(): number {
		return this.#used;
	}

	/** Every stem that a paper has, by code-unit order. */
	*terms(): Generator<IndexTerm> {
		for (const { term, documentFrequency, stem } of this.#sorted()) {
			this.#numbers.clear();
			this.#bytesOf(stem, (bytes) => this.#numbers.add(bytes));
			const postings = this.#numbers.read;
			addUp(postings);
			yield { term, documentFrequency, postings };
		}
	}

	/** The same with postings as they are held, as `postingsOf` reads them. */
	*packed(): Generator<PackedTerm> {
		const writer = new ByteWriter();
		for (const { term, documentFrequency, stem } of this.#sorted()) {
			writer.clear();
			this.#bytesOf(stem, (bytes) => writer.bytes(bytes));
			yield { term, documentFrequency, bytes: writer.written() };
		}
	}

	*#sorted(): Generator<{ stem: number; term: string; documentFrequency: number }> {
		this.#runs?.rewind();
		for (const stem of this.#order.sorted()) {
			const documentFrequency = this.#documentFrequency[stem] as number;
			if (documentFrequency > 0) yield { stem, term: this.#stems.word(stem), documentFrequency };
		}
	}

	#bytesOf(stem: number, take: (bytes: Uint8Array) => void): void {
		this.#runs?.read(stem, take);
		take(this.#pool.read(stem));
	}

	/** Writes out what is held. */
	#spill(): void {
		this.#runs?.add(this.#pool, this.#order.sorted());
		this.#pool.clear();
	}

	#idsOf({ thread, numbering, newStems }: ChunkPostings): Int32Array {
		const before = this.#numberings.get(thread);
		const { ids, length } =
			before?.numbering === numbering ? before : { ids: new Int32Array(1024), length: 0 };
		const fresh = idsOf(newStems, this.#stems);
		const all = wide(ids, length + fresh.length);
		all.set(fresh, length);
		this.#numberings.set(thread, { numbering, ids: all, length: length + fresh.length });
		while (this.#lists < this.#stems.size) this.#lists = this.#pool.begin() + 1;
		this.#lastPaper = wide(this.#lastPaper, this.#lists);
		this.#documentFrequency = wide(this.#documentFrequency, this.#lists);
		return all;
	}
}

/**
 * Postings of a term from several indexes, each over later papers than the one before.
 * @param numbers room for them; they are valid until it is used again
 */
export function postingsOf(packed: readonly Uint8Array[], numbers: Numbers): Uint32Array {
	numbers.clear();
	let start = 0;
	for (const bytes of packed) {
		numbers.add(bytes);
		addUp(numbers.read.subarray(start));
		start = numbers.read.length;
	}
	return numbers.read;
}

/** Makes papers and positions of the distances between them. */
function addUp(values: Uint32Array): void {
	let paper = 0;
	for (let at = 0; at < values.length;) {
		paper = values[at] = (values[at] as number) + paper;
		const end = at + 2 + (values[at + 1] as number);
		for (at += 3; at < end; at++) values[at] = (values[at] as number) + (values[at - 1] as number);
	}
}
