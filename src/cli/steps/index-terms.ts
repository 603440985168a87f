import { writeIndex } from '../../lib/pipeline/write/index-rows.ts';
import { Parts } from '../../lib/pipeline/write/parts.ts';
import { postingsOf, type IndexTerm, type TermSource } from '../../lib/pipeline/write/postings.ts';
import { Numbers } from '../../lib/pipeline/write/varints.ts';
import type { Columns, RowOf } from './arrow.ts';
import { pack, unpack, type Staging } from './staging.ts';
import { writePart } from './written-part.ts';

/** Pieces of postings, part after part of the index, and in each by range and piece. */
export const countInput = { target: 'int', blob: 'bytes' } as const satisfies Columns;
export const countColumns = { target: 'int', terms: 'int' } as const satisfies Columns;
/** The same with the number of the part's first term. */
export const indexInput = { target: 'int', first_term: 'int', blob: 'bytes' } as const satisfies Columns;
export const indexColumns = { target: 'int', blob: 'bytes' } as const satisfies Columns;

/** Rows of one part of the index after the other. */
async function* byTarget<R extends { target: number | null }>(rows: AsyncIterable<R>): AsyncGenerator<R[]> {
	let held: R[] = [];
	for await (const row of rows) {
		if (held.length > 0 && held[0]!.target !== row.target) {
			yield held;
			held = [];
		}
		held.push(row);
	}
	if (held.length > 0) yield held;
}

/** The terms of several indexes as one, each over later papers than the one before. */
class JoinedTerms implements TermSource {
	readonly #terms = new Map<string, { documents: number; bytes: Uint8Array[] }>();

	constructor(blobs: Iterable<Uint8Array>) {
		for (const blob of blobs) this.#add(blob);
	}

	get size(): number {
		return this.#terms.size;
	}

	*terms(): Generator<IndexTerm> {
		const numbers = new Numbers();
		for (const term of [...this.#terms.keys()].sort()) {
			const { documents, bytes } = this.#terms.get(term)!;
			yield { term, documentFrequency: documents, postings: postingsOf(bytes, numbers) };
		}
	}

	#add(blob: Uint8Array): void {
		const { terms, documents, ends, bytes } = unpack('terms', blob);
		for (const [at, term] of terms.entries()) {
			const postings = bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
			const found = this.#terms.get(term);
			if (found) {
				found.documents += documents[at]!;
				found.bytes.push(postings);
			} else this.#terms.set(term, { documents: documents[at]!, bytes: [postings] });
		}
	}
}

/** How many terms each part of the index has, from which the numbers of the terms follow. */
export async function* countTerms(
	rows: AsyncIterable<RowOf<typeof countInput>>
): AsyncGenerator<RowOf<typeof countColumns>> {
	let [terms, target] = [new Set<string>(), -1];
	for await (const { target: next, blob } of rows) {
		if (next !== target && target >= 0) yield { target, terms: terms.size };
		if (next !== target) [terms, target] = [new Set(), next!];
		for (const term of unpack('terms', blob!).terms) terms.add(term);
	}
	if (target >= 0) yield { target, terms: terms.size };
}

/** Writes the search index, part after part. */
export async function* indexTerms(
	rows: AsyncIterable<RowOf<typeof indexInput>>,
	staging: Staging
): AsyncGenerator<RowOf<typeof indexColumns>> {
	const { partBytes } = staging.load('job').wanted.job.options;
	for await (const held of byTarget(rows)) {
		const { target, first_term } = held[0]!;
		const joined = new JoinedTerms(held.map(({ blob }) => blob!));
		const { written } = await writePart(staging, async (writer) => {
			const parts = new Parts('search', partBytes);
			await writeIndex(joined, writer, parts, {}, first_term!);
			return { files: parts.files, counts: null };
		});
		yield { target, blob: pack('written', written) };
	}
}
