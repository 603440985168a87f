import { isoDate, nextPeriod, periodStart } from '../../base/date.ts';
import type { Chunk } from '../../threads/chunk.ts';
import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { inOrder } from '../../base/in-order.ts';
import type { DatasetFile, Manifest } from '../../dataset/manifest.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Scratch } from '../../dataset/sink.ts';
import type { PaperSource } from '../../source/source.ts';
import { DriftCounter } from '../cluster/drift.ts';
import { pathsToRoot } from '../cluster/tree.ts';
import type { ThemeModel } from '../model.ts';
import { assignChunk, openModel, type AssignedChunk } from './assign-chunk.ts';
import { Cube } from './cube.ts';
import { addCounts, noCounts, type NameCounts } from './name-counts.ts';
import { LeafSums } from './node-statistics.ts';
import { PaperTables } from './paper-tables.ts';
import { Index } from './postings.ts';
import { Representatives } from './representatives.ts';
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

/** How many values there are. */
const stated = (values: ArrayLike<string | null>) =>
	Array.from(values).filter((value) => value !== null).length;

/** The second pass: every paper is assigned, written and counted, and then forgotten. */
export class PaperPass {
	readonly cube: Cube;
	readonly index: Index;
	readonly leaves: LeafSums;
	readonly representatives: Representatives;
	readonly drift: DriftCounter;
	readonly names: NameCounts;
	papers = 0;
	dated = 0;
	withTeamSize = 0;
	withAbstract = 0;
	withVector = 0;
	/** Papers that state a name. */
	readonly named = { organisation: 0, venue: 0, author: 0, keyword: 0, country: 0 };
	readonly #model: ThemeModel;
	readonly #paths: readonly number[][];
	readonly #tables: PaperTables;
	/** Papers at the start that are not new; chunks hold either these or others. */
	readonly #earlier: number;
	#first: number | null = null;
	#last: number | null = null;
	/** First days of the earliest and the latest period that a paper states. */
	#earliest = Infinity;
	#latest = -Infinity;

	constructor(
		model: ThemeModel,
		writer: TableWriter,
		limits: { cubeCells?: number | undefined; partBytes?: number | undefined; earlier: number },
		scratch: Scratch | undefined
	) {
		this.index = new Index(scratch);
		this.#model = model;
		this.#earlier = limits.earlier;
		this.#paths = pathsToRoot(model.nodes);
		this.cube = new Cube(limits.cubeCells);
		this.leaves = new LeafSums(model);
		this.drift = new DriftCounter(model);
		this.names = noCounts(model);
		this.representatives = new Representatives(model.nodes.length);
		this.#tables = new PaperTables(writer, limits.partBytes);
	}

	/** Takes in the whole source; chunks are worked on in the pool's threads and merged in input order. */
	async run(source: PaperSource, total: number | null, pool: Pool, hooks: Hooks): Promise<void> {
		const quiet: Hooks = { signal: hooks.signal, pause: hooks.pause, pool };
		await pool.everywhere(openModel, this.#model);
		let given = 0;
		const work = ({ chunk, papers }: { chunk: Chunk; papers: number }) => {
			const firstId = given;
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

	/** First and last day of the stated days and months. */
	span(): Manifest['span'] {
		return this.#first === null || this.#last === null
			? null
			: { first: isoDate(this.#first), last: isoDate(this.#last) };
	}

	/** First and last year of all dated papers. */
	years(): Manifest['years'] {
		const year = (day: number) => Number(isoDate(day).slice(0, 4));
		return this.dated === 0 ? null : { first: year(this.#earliest), last: year(this.#latest) };
	}

	async #merge(chunk: AssignedChunk): Promise<void> {
		const firstId = this.papers;
		this.papers += chunk.papers.length;
		this.leaves.add(chunk.assignment);
		if (firstId >= this.#earlier) this.drift.add(chunk.assignment);
		addCounts(this.names, chunk.names);
		this.index.add(firstId, chunk.postings);
		for (let row = 0; row < chunk.papers.length; row++) this.#count(chunk, row, firstId + row);
		this.#countNames(chunk);
		await this.#tables.write(firstId, chunk);
	}

	#count({ papers: { columns }, assignment }: AssignedChunk, row: number, paperId: number): void {
		const leafId = assignment.leafId[row] as number;
		const day = columns.published[row] ?? null;
		const precision = day === null ? null : (columns.date_precision[row] as 'day' | 'month' | 'year');
		const teamSize = columns.team_size[row] ?? null;
		this.cube.add({ leafId, period: day, precision, teamSize });
		if (teamSize !== null) this.withTeamSize++;
		if (day !== null) this.#date(day, precision);
		const similarity = assignment.similarity[row] as number;
		if (similarity !== 0) this.withVector++;
		if (!columns.has_abstract[row]) return;
		this.withAbstract++;
		for (const node of this.#paths[leafId] ?? []) this.representatives.offer(node, paperId, similarity);
	}

	#countNames({ papers: { columns }, lists }: AssignedChunk): void {
		const { paper_authors: authors, paper_keywords: keywords, paper_affiliations: affiliations } = lists;
		const places = affiliations.batch.columns;
		this.named.organisation += stated(columns.organisation);
		this.named.venue += stated(columns.venue);
		this.named.author += authors.counts.filter((count) => count > 0).length;
		this.named.keyword += keywords.counts.filter((count) => count > 0).length;
		this.named.country += new Set(
			Array.from(places.paper_id).filter((_, row) => places.country[row] !== null)
		).size;
	}

	#date(day: number, precision: 'day' | 'month' | 'year' | null): void {
		this.dated++;
		this.#earliest = Math.min(this.#earliest, day);
		this.#latest = Math.max(this.#latest, day);
		if (precision === 'year') return;
		if (this.#first === null || day < this.#first) this.#first = day;
		const end = precision === 'month' ? nextPeriod(periodStart(day, 'month'), 'month') - 1 : day;
		if (this.#last === null || end > this.#last) this.#last = end;
	}
}
