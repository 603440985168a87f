import { breakId, type Tokeniser } from '../text/tokens.ts';
import { longestVarint, putVarint } from './varints.ts';

/** The postings of a chunk's papers by stem, on their way to the index. */
export interface ChunkPostings {
	/** Which numbering of stems is used: a thread has one after another. */
	numbering: string;
	/** Stems that are new in it, in the order of their ids. */
	newStems: string[];
	/** Stems that occur, parallel to what follows. */
	stems: Int32Array<ArrayBuffer>;
	/** Papers that hold the stem; the first and last of them, counted from the chunk's first. */
	documents: Int32Array<ArrayBuffer>;
	first: Int32Array<ArrayBuffer>;
	last: Int32Array<ArrayBuffer>;
	/** Where each stem's bytes end. */
	ends: Int32Array<ArrayBuffer>;
	/** Of each stem: frequency, then distance and frequency of each further paper, in groups of seven bits. */
	bytes: Uint8Array<ArrayBuffer>;
}

/** A typed array with room for at least `length` entries; a longer one keeps the entries. */
function wide(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
	if (values.length >= length) return values;
	const wider = new Int32Array(Math.max(length, values.length * 2));
	wider.set(values);
	return wider;
}

/** Gathers the postings of one chunk after another. */
export class PostingsBuilder {
	readonly #thread: string;
	#numberings = 0;
	#tokeniser: Tokeniser | null = null;
	/** Stems of the numbering that were handed over. */
	#known = 0;
	/** Occurrences in the paper at hand and papers of the chunk, by stem. */
	#counts = new Int32Array(1024);
	#documents = new Int32Array(1024);
	/** Of each posting, in the order of the papers: stem, paper, frequency. */
	#entries = new Int32Array(3 * 4096);
	#length = 0;
	/** Stems of the paper at hand, and of the chunk in the order in which they were met. */
	#met = new Int32Array(256);
	#stems: number[] = [];

	/** @param thread tells the thread's numberings from those of others */
	constructor(thread: string) {
		this.#thread = thread;
	}

	/** Adds a paper of the chunk; its words must come from one tokeniser for the whole chunk. */
	add(paper: number, surfaceIds: Int32Array, tokeniser: Tokeniser): void {
		if (tokeniser !== this.#tokeniser) this.#begin(tokeniser);
		const { stemOfSurface } = tokeniser;
		this.#counts = wide(this.#counts, tokeniser.stems.length);
		this.#documents = wide(this.#documents, tokeniser.stems.length);
		this.#met = wide(this.#met, surfaceIds.length);
		const [counts, met] = [this.#counts, this.#met];
		let distinct = 0;
		for (let at = 0; at < surfaceIds.length; at++) {
			const surface = surfaceIds[at] as number;
			if (surface === breakId) continue;
			const stem = stemOfSurface[surface] as number;
			if (counts[stem] === 0) met[distinct++] = stem;
			counts[stem] = (counts[stem] as number) + 1;
		}
		this.#post(paper, distinct);
	}

	#post(paper: number, distinct: number): void {
		this.#entries = wide(this.#entries, this.#length + 3 * distinct);
		const [counts, documents, entries] = [this.#counts, this.#documents, this.#entries];
		for (let i = 0; i < distinct; i++) {
			const stem = this.#met[i] as number;
			entries[this.#length++] = stem;
			entries[this.#length++] = paper;
			entries[this.#length++] = counts[stem] as number;
			counts[stem] = 0;
			if (documents[stem] === 0) this.#stems.push(stem);
			documents[stem] = (documents[stem] as number) + 1;
		}
	}

	/** The chunk's postings; the next chunk begins. */
	take(): ChunkPostings {
		const stems = Int32Array.from(this.#stems);
		const documents = stems.map((stem) => this.#documents[stem] as number);
		const sorted = this.#sorted(stems, documents);
		const known = this.#known;
		const all = this.#tokeniser?.stems ?? [];
		this.#known = all.length;
		for (const stem of stems) this.#documents[stem] = 0;
		this.#length = 0;
		this.#stems = [];
		const numbering = `${this.#thread}/${this.#numberings}`;
		return { numbering, newStems: all.slice(known), stems, documents, ...encoded(sorted, documents) };
	}

	/** Papers and frequencies stem by stem, in the order of `stems`. */
	#sorted(stems: Int32Array, documents: Int32Array): Int32Array {
		const next = this.#counts;
		let at = 0;
		stems.forEach((stem, i) => {
			next[stem] = at;
			at += documents[i] as number;
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

	#begin(tokeniser: Tokeniser): void {
		if (this.#length > 0) throw new Error('the words of a chunk come from two tokenisers');
		this.#tokeniser = tokeniser;
		this.#known = 0;
		this.#numberings++;
		this.#counts.fill(0);
		this.#documents.fill(0);
	}
}

function encoded(pairs: Int32Array, documents: Int32Array) {
	const count = documents.length;
	const [first, last, ends] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
	const bytes = new Uint8Array(pairs.length * longestVarint);
	let at = 0;
	const put = (value: number) => (at = putVarint(bytes, at, value));
	let pair = 0;
	for (let i = 0; i < count; i++) {
		const end = pair + (documents[i] as number) * 2;
		let previous = pairs[pair] as number;
		first[i] = previous;
		put(pairs[pair + 1] as number);
		for (pair += 2; pair < end; pair += 2) {
			put((pairs[pair] as number) - previous);
			put(pairs[pair + 1] as number);
			previous = pairs[pair] as number;
		}
		last[i] = previous;
		ends[i] = at;
	}
	return { first, last, ends, bytes: bytes.slice(0, at) };
}

/** The buffers of a chunk's postings. */
export function postingBuffers({ stems, documents, first, last, ends, bytes }: ChunkPostings): ArrayBuffer[] {
	return [stems, documents, first, last, ends, bytes].map(({ buffer }) => buffer);
}
