import { ByteWriter } from '../../base/byte-writer.ts';
import type { RowSumState } from '../../base/row-sum.ts';
import { rowEnds, sumOfLines, writeCanonical } from '../../dataset/canonical.ts';
import { papersOf, type Chunk } from '../../threads/chunk.ts';
import type { Job, Thread } from '../../threads/pool.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { AnyBatch, Batch } from '../../dataset/rows.ts';
import type { TableName } from '../../dataset/schema.ts';
import { createAssigner, type Assigner } from '../assign.ts';
import type { Assignment, ThemeModel, Matrix } from '../model.ts';
import { postingBuffers, PostingsBuilder, type ChunkPostings } from './chunk-postings.ts';
import { NameCounter, type NameCounts } from './name-counts.ts';
import { listRows, listTables, paperColumns, type ListRows, type ListTable } from './paper-columns.ts';

/**
 * One signed byte for each component, the largest absolute one of a row at 127; a zero row stays zero. Cosines between
 * quantised rows differ from the true ones by well under 0.01 at 50 components.
 * @returns the rows' bytes, one row after the other
 */
export function quantiseRows({ rows, columns, data }: Matrix): Uint8Array<ArrayBuffer> {
	const bytes = new Int8Array(rows * columns);
	for (let start = 0; start < bytes.length; start += columns) {
		let largest = 0;
		for (let c = start; c < start + columns; c++) largest = Math.max(largest, Math.abs(data[c] as number));
		if (largest === 0) continue;
		for (let c = start; c < start + columns; c++) {
			bytes[c] = Math.round(((data[c] as number) / largest) * 127);
		}
	}
	return new Uint8Array(bytes.buffer);
}

/** Tables whose rows belong to papers. */
export const paperTables = ['papers', 'paper_texts', ...listTables, 'paper_vectors'] as const;
type PaperTable = (typeof paperTables)[number];

interface WrittenRows {
	sum: RowSumState;
	ends: Int32Array<ArrayBuffer>;
}

interface ChunkTask {
	chunk: Chunk;
	firstId: number;
}

/** Everything that becomes of the papers of a chunk. */
export interface AssignedChunk {
	assignment: Assignment;
	papers: Batch<'papers'>;
	abstracts: string[];
	lists: { [T in ListTable]: ListRows<T> };
	/** Quantised vectors, one after the other. */
	vectors: Uint8Array<ArrayBuffer>;
	/** Of each table's rows the sum of their hashes, and where each ends as `writeCanonical` writes them. */
	sums: Record<PaperTable, WrittenRows>;
	postings: ChunkPostings;
	names: NameCounts;
}

/** What a thread needs to know of a model. */
interface Kit {
	assign: Assigner;
	postings: PostingsBuilder;
	names: NameCounter;
	writer: ByteWriter;
}

const key = 'assign';

/** Gives every thread the model. */
export const openModel: Job<ThemeModel, void> = {
	name: 'open model',
	run: (model, { id, memory }) => {
		const postings = new PostingsBuilder(String(id));
		const names = new NameCounter(model);
		const kit: Kit = { assign: createAssigner(model), postings, names, writer: new ByteWriter() };
		memory.set(key, kit);
	}
};

function kitOf({ memory }: Thread): Kit {
	const kit = memory.get(key) as Kit | undefined;
	if (!kit) throw new Error('papers came before the model');
	return kit;
}

/** The rows of `paper_vectors` over vectors that stand one after the other. */
export function vectorBatch(ids: ArrayLike<number>, vectors: Uint8Array): Batch<'paper_vectors'> {
	const columns = vectors.length / ids.length;
	const vector = Array.from(ids, (_, row) => vectors.subarray(row * columns, (row + 1) * columns));
	return { length: ids.length, columns: { paper_id: ids, vector } };
}

/** The rows of `paper_texts` beside those of `papers`. */
export function textBatch({ length, columns }: Batch<'papers'>, abstracts: string[]): Batch<'paper_texts'> {
	return { length, columns: { paper_id: columns.paper_id, title: columns.title, abstract: abstracts } };
}

function sumOf<T extends TableName>(table: T, batch: Batch<T>, writer: ByteWriter): WrittenRows {
	writer.clear();
	writeCanonical(table, batch as unknown as AnyBatch, writer);
	const lines = writer.written();
	return { sum: sumOfLines(lines), ends: rowEnds(lines, batch.length) };
}

function assigned(
	papers: readonly Paper[],
	firstId: number,
	{ assign, postings, names, writer }: Kit
): AssignedChunk {
	const assignment = assign(papers, (paper, ids, tokeniser) => postings.add(paper, ids, tokeniser));
	const rows = paperColumns(papers, firstId, assignment);
	const abstracts = papers.map(({ abstract }) => abstract);
	const lists = listRows(papers, firstId);
	const vectors = quantiseRows(assignment.vectors);
	const sums = {
		papers: sumOf('papers', rows, writer),
		paper_texts: sumOf('paper_texts', textBatch(rows, abstracts), writer),
		paper_authors: sumOf('paper_authors', lists.paper_authors.batch, writer),
		paper_keywords: sumOf('paper_keywords', lists.paper_keywords.batch, writer),
		paper_affiliations: sumOf('paper_affiliations', lists.paper_affiliations.batch, writer),
		paper_vectors: sumOf('paper_vectors', vectorBatch(rows.columns.paper_id, vectors), writer)
	};
	return {
		...{ assignment, papers: rows, abstracts, lists, vectors, sums },
		postings: postings.take(),
		names: names.count(papers, assignment.leafId)
	};
}

function buffersOf(chunk: AssignedChunk): ArrayBuffer[] {
	const { assignment, lists, vectors, sums, postings, names } = chunk;
	const counts = Object.values(lists).map((list) => list.counts);
	const arrays = [
		names.inside,
		names.outside,
		...counts,
		vectors,
		...Object.values(sums).map(({ ends }) => ends),
		assignment.vectors.data
	];
	return [...arrays.map(({ buffer }) => buffer as ArrayBuffer), ...postingBuffers(postings)];
}

/**
 * Reads, assigns and writes out the papers of a chunk. What comes of a paper depends on it, its id and the model alone;
 * stems are numbered anew by each thread.
 */
export const assignChunk: Job<ChunkTask, AssignedChunk> = {
	name: 'assign chunk',
	run: ({ chunk, firstId }, thread) => assigned(papersOf(chunk, thread.read), firstId, kitOf(thread)),
	moves: buffersOf
};
