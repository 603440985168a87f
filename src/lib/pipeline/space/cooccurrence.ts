import type { SparseMatrix } from './sparse.ts';
import { breakId, type TokenisedPapers } from '../text/tokens.ts';

/** Neighbours looked at between two pauses: some tens of milliseconds. */
const visitsPerPause = 2e6;

/** Terms of papers one after the other, -1 between papers. */
function termStream(tokens: TokenisedPapers, termOfStem: Int32Array, papers: Int32Array): Int32Array {
	const { offsets, surfaceIds, stemOfSurface } = tokens;
	let most = papers.length;
	for (const paper of papers) most += (offsets[paper + 1] as number) - (offsets[paper] as number);
	const stream = new Int32Array(most);
	let length = 0;
	for (const paper of papers) {
		for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
			const surface = surfaceIds[at] as number;
			const term = surface === breakId ? -1 : (termOfStem[stemOfSurface[surface] as number] as number);
			if (term >= 0) stream[length++] = term;
		}
		stream[length++] = -1;
	}
	return stream.subarray(0, length);
}

/** Where each term stands in a stream: `starts` has terms + 1 entries into `places`. */
function placesOf(stream: Int32Array, terms: number): { starts: Int32Array; places: Int32Array } {
	const starts = new Int32Array(terms + 1);
	for (const term of stream) if (term >= 0) starts[term + 1] = (starts[term + 1] as number) + 1;
	for (let term = 0; term < terms; term++)
		starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
	const next = starts.slice(0, terms);
	const places = new Int32Array(starts[terms] as number);
	for (let at = 0; at < stream.length; at++) {
		const term = stream[at] as number;
		if (term < 0) continue;
		places[next[term] as number] = at;
		next[term] = (next[term] as number) + 1;
	}
	return { starts, places };
}

/** Counts the terms around some places of a stream. */
class Neighbourhood {
	readonly found: Int32Array;
	size = 0;
	readonly counts: Float32Array;

	constructor(terms: number) {
		this.found = new Int32Array(terms);
		this.counts = new Float32Array(terms);
	}

	visit(stream: Int32Array, place: number, step: -1 | 1, window: number): void {
		for (let distance = 1; distance <= window; distance++) {
			const term = stream[place + step * distance] ?? -1;
			if (term < 0) return;
			const count = this.counts[term] as number;
			if (count === 0) this.found[this.size++] = term;
			this.counts[term] = count + 1;
		}
	}

	/** Writes the counts of the terms found to some places of a matrix, from `start` on. */
	write(indices: Int32Array, values: Float32Array, start: number): void {
		for (let i = 0; i < this.size; i++) {
			const term = this.found[i] as number;
			indices[start + i] = term;
			values[start + i] = this.counts[term] as number;
		}
	}

	clear(): void {
		for (let i = 0; i < this.size; i++) this.counts[this.found[i] as number] = 0;
		this.size = 0;
	}
}

/**
 * How often two terms of the given papers stand at most `window` kept terms apart: terms x terms, symmetric, a
 * term beside itself included.
 * @param pause called between chunks of work
 */
export async function cooccurrences(
	tokens: TokenisedPapers,
	termOfStem: Int32Array,
	terms: number,
	papers: Int32Array,
	window: number,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<SparseMatrix> {
	const stream = termStream(tokens, termOfStem, papers);
	const { starts, places } = placesOf(stream, terms);
	const offsets = new Int32Array(terms + 1);
	const around = new Neighbourhood(terms);
	let indices = new Int32Array(1 << 16);
	let values = new Float32Array(1 << 16);
	let visited = 0;
	await pause();
	for (let term = 0; term < terms; term++) {
		visited += ((starts[term + 1] as number) - (starts[term] as number)) * window;
		if (visited > visitsPerPause) {
			visited = 0;
			await pause();
		}
		around.clear();
		for (let i = starts[term] as number; i < (starts[term + 1] as number); i++) {
			around.visit(stream, places[i] as number, -1, window);
			around.visit(stream, places[i] as number, 1, window);
		}
		const start = offsets[term] as number;
		if (start + around.size > indices.length) {
			indices = grown(indices, new Int32Array((start + around.size) * 2));
			values = grown(values, new Float32Array((start + around.size) * 2));
		}
		around.write(indices, values, start);
		offsets[term + 1] = start + around.size;
	}
	const length = offsets[terms] as number;
	const [kept, counts] = [indices.slice(0, length), values.slice(0, length)];
	return { rows: terms, columns: terms, offsets, indices: kept, values: counts };
}

function grown<A extends Int32Array | Float32Array>(values: A, larger: A): A {
	larger.set(values);
	return larger;
}
