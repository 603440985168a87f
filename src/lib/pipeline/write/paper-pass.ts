import type { Chunk } from '../../threads/chunk.ts';
import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { inOrder } from '../../base/in-order.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Scratch } from '../../dataset/sink.ts';
import type { PaperSource } from '../../source/source.ts';
import { DriftCounter } from '../cluster/drift.ts';
import type { ThemeModel } from '../model.ts';
import { assignChunk, openModel, type AssignedChunk } from './assign-chunk.ts';
import { PaperCounts } from './paper-counts.ts';
import { PaperTables } from './paper-tables.ts';
import { Index } from './postings.ts';
import type { TableWriter } from './table-writer.ts';

/** A piece of a corpus and the number of papers in it. */
interface CountedChunk {
	chunk: Chunk;
	papers: number;
}

/** A corpus in pieces: as the source cuts it, else as the batches come. */
async function* chunksOf(source: PaperSource, hooks: Hooks): AsyncGenerator<CountedChunk> {
	if (source.chunks) yield* source.chunks(hooks);
	else for await (const papers of source.papers(hooks)) yield { chunk: { papers }, papers: papers.length };
}

/** Chunks under way for each thread, so that none waits. */
const chunksPerThread = 2;

export interface PassLimits {
	cubeCells?: number | undefined;
	partBytes?: number | undefined;
	/** Papers at the start of the corpus that are not new. */
	earlier: number;
	/** Id of the first paper, where others have those before. */
	firstId?: number | undefined;
}

/** The second pass: every paper is assigned, written and counted, and then forgotten. */
export class PaperPass {
	readonly counts: PaperCounts;
	readonly index: Index;
	readonly drift: DriftCounter;
	readonly #model: ThemeModel;
	readonly #tables: PaperTables;
	/** Papers at the start that are not new; chunks hold either these or others. */
	readonly #earlier: number;
	/** Id of the first paper. */
	readonly #firstId: number;

	constructor(
		model: ThemeModel,
		writer: TableWriter,
		{ cubeCells, partBytes, earlier, firstId = 0 }: PassLimits,
		scratch: Scratch | undefined
	) {
		this.index = new Index(scratch);
		this.#model = model;
		this.#earlier = earlier;
		this.#firstId = firstId;
		this.counts = new PaperCounts(model, cubeCells);
		this.drift = new DriftCounter(model);
		this.#tables = new PaperTables(writer, partBytes, firstId > 0);
	}

	get papers(): number {
		return this.counts.totals.papers;
	}

	/** Takes in the whole source; chunks are worked on in the pool's threads and merged in input order. */
	async run(source: PaperSource, total: number | null, pool: Pool, hooks: Hooks): Promise<void> {
		const quiet: Hooks = { signal: hooks.signal, pause: hooks.pause, pool };
		await pool.everywhere(openModel, this.#model);
		let given = 0;
		const work = ({ chunk, papers }: { chunk: Chunk; papers: number }) => {
			const firstId = this.#firstId + given;
			given += papers;
			const moves = 'raw' in chunk ? [chunk.raw.bytes.buffer] : [];
			return pool.run(assignChunk, { chunk, firstId }, moves);
		};
		const width = pool.size === 1 ? 1 : pool.size * chunksPerThread;
		for await (const assigned of inOrder(chunksOf(source, quiet), width, work)) {
			await this.#merge(assigned);
			await checkpoint(hooks, { stage: 'assign', done: this.papers, total });
		}
		await pool.rest();
	}

	files(): DatasetFile[] {
		return this.#tables.files();
	}

	async #merge(chunk: AssignedChunk): Promise<void> {
		const firstId = this.#firstId + this.papers;
		if (firstId >= this.#earlier) this.drift.add(chunk.assignment);
		this.counts.add(chunk);
		this.index.add(firstId, chunk.postings);
		await this.#tables.write(firstId, chunk);
	}
}
