import { packWords, type PackedWords } from '../text/packed-words.ts';
import { indexStem } from '../text/stem.ts';
import { breakId, type Tokeniser } from '../text/tokens.ts';
import { longestVarint, putVarint, wide } from './varints.ts';

/** The postings of a chunk's papers by stem, on their way to the index. */
export interface ChunkPostings {
	/** Who numbered the stems, and which of its numberings is used: it has one after another. */
	thread: string;
	numbering: number;
	/** Stems that are new in it, in the order of their ids. */
	newStems: PackedWords;
	/** Stems that occur, parallel to what follows. */
	stems: Int32Array<ArrayBuffer>;
	/** Papers that hold the stem; the first and last of them, counted from the chunk's first. */
	documents: Int32Array<ArrayBuffer>;
	first: Int32Array<ArrayBuffer>;
	last: Int32Array<ArrayBuffer>;
	/** Where each stem's bytes end. */
	ends: Int32Array<ArrayBuffer>;
	/**
	 * Of each stem, in groups of seven bits: frequency and positions in the first paper, then the distance to each
	 * further paper, frequency and positions. All but the first position are distances.
	 */
	bytes: Uint8Array<ArrayBuffer>;
}

/** Gathers the postings of one chunk after another. */
export class PostingsBuilder {
	readonly #thread: string;
	#numberings = 0;
	#tokeniser: Tokeniser | null = null;
	/** Stems as the index has them, numbered as they are met; the number of each of the tokeniser's stems. */
	#places = new Map<string, number>();
	#indexed: string[] = [];
	#placeOf: number[] = [];
	/** Stems of the numbering that were handed over. */
	#known = 0;
	/** Occurrences in the chunk by stem. */
	#counts = new Int32Array(1024);
	/** Of each occurrence, in the order of the texts: stem, paper, position. */
	#entries = new Int32Array(3 * 4096);
	#length = 0;
	/** Stems of the chunk in the order in which they were met. */
	#stems: number[] = [];

	/** @param thread tells the thread's numberings from those of others */
	constructor(thread: string) {
		this.#thread = thread;
	}

	/**
	 * Adds a paper of the chunk; its words must come from one tokeniser for the whole chunk.
	 * @param surfaceIds the words of the paper that the tokeniser was given last, and of terms in it, which count as
	 * standing behind the text, each for itself
	 */
	add(paper: number, surfaceIds: Int32Array, tokeniser: Tokeniser): void {
		if (tokeniser !== this.#tokeniser) this.#begin(tokeniser);
		this.#number(tokeniser.stems);
		const { stemOfSurface } = tokeniser;
		const placeOf = this.#placeOf;
		const positions = tokeniser.positions();
		this.#counts = wide(this.#counts, this.#indexed.length);
		this.#entries = wide(this.#entries, this.#length + 3 * surfaceIds.length);
		const [counts, entries] = [this.#counts, this.#entries];
		let position = 0;
		for (let at = 0; at < surfaceIds.length; at++) {
			const surface = surfaceIds[at] as number;
			if (surface === breakId) continue;
			const stem = placeOf[stemOfSurface[surface] as number] as number;
			position = positions[at] ?? position + 2;
			if (counts[stem] === 0) this.#stems.push(stem);
			counts[stem] = (counts[stem] as number) + 1;
			entries[this.#length++] = stem;
			entries[this.#length++] = paper;
			entries[this.#length++] = position;
		}
	}

	/** The chunk's postings; the next chunk begins. */
	take(): ChunkPostings {
		const stems = Int32Array.from(this.#stems);
		const counts = stems.map((stem) => this.#counts[stem] as number);
		const sorted = this.#sorted(stems, counts);
		const known = this.#known;
		const all = this.#indexed;
		this.#known = all.length;
		this.#length = 0;
		this.#stems = [];
		const [thread, numbering] = [this.#thread, this.#numberings];
		return { thread, numbering, newStems: packWords(all.slice(known)), stems, ...encoded(sorted, counts) };
	}

	/** Papers and positions stem by stem, in the order of `stems`. */
	#sorted(stems: Int32Array, counts: Int32Array): Int32Array {
		const next = this.#counts;
		let at = 0;
		stems.forEach((stem, i) => {
			next[stem] = at;
			at += counts[i] as number;
		});
		const pairs = new Int32Array(at * 2);
		for (let i = 0; i < this.#length; i += 3) {
			const stem = this.#entries[i] as number;
			const place = next[stem] as number;
			pairs[place * 2] = this.#entries[i + 1] as number;
			pairs[place * 2 + 1] = this.#entries[i + 2] as number;
			next[stem] = place + 1;
		}
		for (const stem of stems) next[stem] = 0;
		return pairs;
	}

	#number(stems: readonly string[]): void {
		for (let stem = this.#placeOf.length; stem < stems.length; stem++) {
			const indexed = indexStem(stems[stem] as string);
			let place = this.#places.get(indexed);
			if (place === undefined) {
				place = this.#indexed.push(indexed) - 1;
				this.#places.set(indexed, place);
			}
			this.#placeOf.push(place);
		}
	}

	#begin(tokeniser: Tokeniser): void {
		if (this.#length > 0) throw new Error('the words of a chunk come from two tokenisers');
		this.#tokeniser = tokeniser;
		this.#places = new Map();
		this.#indexed = [];
		this.#placeOf = [];
		this.#known = 0;
		this.#numberings++;
		this.#counts.fill(0);
	}
}

/** Writes pairs of paper and position as postings. */
class PostingBytes {
	readonly bytes: Uint8Array<ArrayBuffer>;
	length = 0;

	/** @param pairs at most so many are written */
	constructor(pairs: number) {
		// Of each pair at most a distance, a frequency and a position.
		this.bytes = new Uint8Array(pairs * 3 * longestVarint);
	}

	put(value: number): void {
		this.length = putVarint(this.bytes, this.length, value);
	}

	/** Writes the pairs from `from` on that are of one paper; answers where the next paper begins. */
	paper(pairs: Int32Array, from: number, to: number): number {
		const paper = pairs[from] as number;
		let end = from + 2;
		while (end < to && pairs[end] === paper) end += 2;
		this.put((end - from) / 2);
		let previous = 0;
		for (let pair = from; pair < end; pair += 2) {
			const position = pairs[pair + 1] as number;
			this.put(position - previous);
			previous = position;
		}
		return end;
	}
}

function encoded(
	pairs: Int32Array,
	counts: Int32Array
): Omit<ChunkPostings, 'thread' | 'numbering' | 'newStems' | 'stems'> {
	const column = () => new Int32Array(counts.length);
	const [documents, first, last, ends] = [column(), column(), column(), column()];
	const out = new PostingBytes(pairs.length / 2);
	let at = 0;
	for (let i = 0; i < counts.length; i++) {
		const to = at + (counts[i] as number) * 2;
		let previous = (first[i] = pairs[at] as number);
		for (let papers = 1; ; papers++) {
			at = out.paper(pairs, at, to);
			documents[i] = papers;
			if (at === to) break;
			out.put((pairs[at] as number) - previous);
			previous = pairs[at] as number;
		}
		last[i] = previous;
		ends[i] = out.length;
	}
	return { documents, first, last, ends, bytes: out.bytes.slice(0, out.length) };
}

/** The buffers of a chunk's postings. */
export function postingBuffers({
	newStems,
	stems,
	documents,
	first,
	last,
	ends,
	bytes
}: ChunkPostings): ArrayBuffer[] {
	return [newStems.codes, newStems.ends, stems, documents, first, last, ends, bytes].map(
		({ buffer }) => buffer
	);
}
