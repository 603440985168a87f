import { checkpoint, type Hooks } from '../../dataset/hooks.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { utf8Length } from '../../dataset/utf8.ts';
import { Parts } from './parts.ts';
import type { Index } from './postings.ts';
import type { TableWriter } from './table-writer.ts';

/** About what a posting takes in a file. */
const postingBytes = 7;
/** Postings that are written at once: as many as DuckDB keeps together. */
const rowsAtOnce = 122_880;

/** Gathers postings to columns. */
class PostingRows {
	readonly #termIds = new Int32Array(rowsAtOnce);
	readonly #paperIds = new Int32Array(rowsAtOnce);
	readonly #frequencies = new Int32Array(rowsAtOnce);
	length = 0;

	/** Adds a posting; answers whether there is room for another. */
	add(termId: number, paperId: number, frequency: number): boolean {
		this.#termIds[this.length] = termId;
		this.#paperIds[this.length] = paperId;
		this.#frequencies[this.length] = frequency;
		return ++this.length < rowsAtOnce;
	}

	/** The rows so far, which begin anew. They are valid until the next is added. */
	take() {
		const { length } = this;
		this.length = 0;
		const columns = {
			term_id: this.#termIds.subarray(0, length),
			paper_id: this.#paperIds.subarray(0, length),
			frequency: this.#frequencies.subarray(0, length)
		};
		return { length, columns };
	}
}

/** Writes the search index, cut by term: part after part, so that one of them is open at a time. */
export async function writeIndex(
	index: Index,
	writer: TableWriter,
	partLimit: number | undefined,
	hooks: Hooks
): Promise<DatasetFile[]> {
	const parts = new Parts('search', partLimit);
	const rows = new PostingRows();
	let [termId, part] = [0, 0];
	const flush = async () => {
		await checkpoint(hooks, { stage: 'write', done: termId, total: index.size });
		if (rows.length > 0) await writer.write('postings', rows.take(), part);
	};
	for (const { term, documentFrequency, postings } of index.terms()) {
		const place = parts.place(term, utf8Length(term) + documentFrequency * postingBytes);
		if (place !== part) await flush();
		part = place;
		await writer.add('terms', { term_id: termId, term, document_frequency: documentFrequency }, part);
		for (let at = 0; at < postings.length; at += 2) {
			if (!rows.add(termId, postings[at] as number, postings[at + 1] as number)) await flush();
		}
		termId++;
	}
	await flush();
	return parts.files;
}
