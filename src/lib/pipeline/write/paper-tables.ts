import type { DatasetFile } from '../../dataset/manifest.ts';
import type { AnyBatch, Batch } from '../../dataset/rows.ts';
import type { TableName } from '../../dataset/schema.ts';
import { paperTables, textBatch, vectorBatch, type AssignedChunk } from './assign-chunk.ts';
import { listTables, type ListTable } from './paper-columns.ts';
import { Parts, rowFileBytes, type PartRun } from './parts.ts';
import type { TableWriter } from './table-writer.ts';

/** What the keys of a row of vectors take. */
const keyBytes = 8;
/**
 * About the bytes that a row of `papers` takes in a file, by those of its line: its numbers take 150 there and 32
 * here, and DuckDB packs texts into two fifths. Measured, and on the safe side.
 */
const storedBytes = (line: number) => 32 + Math.ceil((Math.max(0, line - 150) * 2) / 5);

type Sliceable = { slice(from: number, to: number): ArrayLike<never> };

/** Some rows of a batch. */
function rowsOf<T extends TableName>(batch: Batch<T>, from: number, to: number): Batch<T> {
	if (from === 0 && to === batch.length) return batch;
	const { columns } = batch as unknown as AnyBatch;
	const cut = Object.entries(columns).map(([name, values]) => [
		name,
		(values as unknown as Sliceable).slice(from, to)
	]);
	return { length: to - from, columns: Object.fromEntries(cut) } as unknown as Batch<T>;
}

/** Where the rows of each paper begin, when each has as many as counted. */
function offsetsOf(counts: Int32Array): Int32Array {
	const offsets = new Int32Array(counts.length + 1);
	counts.forEach((count, index) => (offsets[index + 1] = (offsets[index] as number) + count));
	return offsets;
}

/** The length of each entry by where the entries end, the first at index 1. */
const lengthsOf = (ends: Int32Array) => (entry: number) =>
	(ends[entry + 1] as number) - (ends[entry] as number);

/** Writes the tables whose rows belong to papers, each into its group's parts. */
export class PaperTables {
	readonly #writer: TableWriter;
	readonly #papers: Parts;
	readonly #texts: Parts;
	readonly #lists: Readonly<Record<ListTable, Parts>>;
	readonly #vectors: Parts;
	/** Lists that have files: authors, which every version has, and those with a row. */
	readonly #filled = new Set<ListTable>(['paper_authors']);

	/** @param goesOn whether other papers come before, so that the first file of papers is not the main one */
	constructor(writer: TableWriter, partBytes: number | undefined, goesOn: boolean) {
		this.#writer = writer;
		this.#papers = new Parts('dataset', partBytes ?? rowFileBytes, goesOn ? 1 : 0);
		this.#texts = new Parts('texts', partBytes);
		this.#lists = {
			paper_authors: new Parts('authors', partBytes),
			paper_keywords: new Parts('keywords', partBytes),
			paper_affiliations: new Parts('affiliations', partBytes)
		};
		this.#vectors = new Parts('vectors', partBytes);
	}

	/** Files that papers were written to, the main one first; keywords and affiliations have none where no paper has any. */
	files(): DatasetFile[] {
		const lists = listTables.flatMap((table) => (this.#filled.has(table) ? this.#lists[table].files : []));
		return [...this.#papers.files, ...this.#texts.files, ...lists, ...this.#vectors.files];
	}

	/** Writes the rows of a chunk's papers; the first paper's id is given. */
	async write(firstId: number, chunk: AssignedChunk): Promise<void> {
		const { papers, abstracts, vectors, sums } = chunk;
		const count = papers.length;
		for (const table of paperTables) this.#writer.sum(table, sums[table].sum);
		const rowLine = lengthsOf(sums.papers.ends);
		const papersAt = this.#papers.placeAll(firstId, count, (paper) => storedBytes(rowLine(paper)));
		await this.#runs('papers', papers, papersAt);
		const textLine = lengthsOf(sums.paper_texts.ends);
		const texts = this.#texts.placeAll(firstId, count, textLine);
		await this.#runs('paper_texts', textBatch(papers, abstracts), texts);
		for (const table of listTables) await this.#writeList(table, firstId, chunk);
		const width = vectors.length / Math.max(1, count) + keyBytes;
		const places = this.#vectors.placeAll(firstId, count, () => width);
		await this.#runs('paper_vectors', vectorBatch(papers.columns.paper_id, vectors), places);
	}

	async #writeList<T extends ListTable>(
		table: T,
		firstId: number,
		{ lists, sums }: AssignedChunk
	): Promise<void> {
		const { batch, counts } = lists[table];
		if (batch.length > 0) this.#filled.add(table);
		const offsets = offsetsOf(counts);
		const { ends } = sums[table];
		const runs = this.#lists[table]
			.placeAll(firstId, counts.length, lengthsOf(offsets.map((row) => ends[row] as number)))
			.map(({ part, from, to }) => ({ part, from: offsets[from] as number, to: offsets[to] as number }));
		await this.#runs<ListTable>(table, batch, runs);
	}

	async #runs<T extends TableName>(table: T, batch: Batch<T>, runs: readonly PartRun[]): Promise<void> {
		for (const { part, from, to } of runs) {
			if (to > from) await this.#writer.pass(table, rowsOf(batch, from, to), part);
		}
	}
}
