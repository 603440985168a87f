import { isoDate, nextPeriod, parseIsoDate, periodStart } from '../../dataset/date.ts';
import { checkpoint, type Hooks } from '../../dataset/hooks.ts';
import type { DatasetFile, Manifest } from '../../dataset/manifest.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { PaperSource } from '../../dataset/source.ts';
import { utf8Length } from '../../dataset/utf8.ts';
import { createAssigner } from '../assign.ts';
import { Cube } from './cube.ts';
import { DriftCounter } from '../cluster/drift.ts';
import type { Assignment, ThemeModel } from '../model.ts';
import { LeafSums } from './node-statistics.ts';
import { paperRow } from './paper-rows.ts';
import { Parts } from './parts.ts';
import { Index } from './postings.ts';
import { quantiseRow } from '../space/quantise.ts';
import { Representatives } from './representatives.ts';
import type { TableWriter } from './table-writer.ts';
import { pathsToRoot } from '../cluster/tree-paths.ts';

/** About what a row's numbers take beside its texts. */
const rowBytes = 8;

/** The second pass: every paper is assigned, written and counted, and then forgotten. */
export class PaperPass {
	readonly cube: Cube;
	readonly index: Index;
	readonly leaves: LeafSums;
	readonly representatives: Representatives;
	readonly drift: DriftCounter;
	papers = 0;
	dated = 0;
	withTeamSize = 0;
	withAbstract = 0;
	withVector = 0;
	readonly #model: ThemeModel;
	readonly #paths: readonly number[][];
	readonly #writer: TableWriter;
	readonly #texts: Parts;
	readonly #authors: Parts;
	readonly #vectors: Parts;
	#first: number | null = null;
	#last: number | null = null;

	constructor(
		model: ThemeModel,
		writer: TableWriter,
		limits: { cubeCells?: number | undefined; partBytes?: number | undefined }
	) {
		this.#model = model;
		this.#writer = writer;
		this.#paths = pathsToRoot(model.nodes);
		this.cube = new Cube(limits.cubeCells);
		this.index = new Index(model.options.stopWords);
		this.leaves = new LeafSums(model);
		this.drift = new DriftCounter(model);
		this.representatives = new Representatives(model.nodes.length);
		this.#texts = new Parts('texts', limits.partBytes);
		this.#authors = new Parts('authors', limits.partBytes);
		this.#vectors = new Parts('vectors', limits.partBytes);
	}

	async run(source: PaperSource, total: number | null, hooks: Hooks): Promise<void> {
		const assign = createAssigner(this.#model);
		const quiet: Hooks = { signal: hooks.signal, pause: hooks.pause };
		for await (const batch of source.papers(quiet)) {
			const assignment = await assign(batch, quiet);
			this.leaves.add(assignment);
			this.drift.add(assignment);
			for (const [index, paper] of batch.entries()) await this.#add(paper, assignment, index);
			await checkpoint(hooks, { stage: 'assign', done: this.papers, total });
		}
	}

	files(): DatasetFile[] {
		return [...this.#texts.files, ...this.#authors.files, ...this.#vectors.files];
	}

	/** First and last day of the stated days and months. */
	span(): Manifest['span'] {
		return this.#first === null || this.#last === null
			? null
			: { first: isoDate(this.#first), last: isoDate(this.#last) };
	}

	async #add(paper: Paper, assignment: Assignment, index: number): Promise<void> {
		const paperId = this.papers++;
		await this.#write(paper, paperId, assignment, index);
		this.index.add(paperId, paper);
		this.#count(paper, assignment.leafId[index] as number);
		if (assignment.similarity[index] !== 0) this.withVector++;
		if (paper.abstract === '') return;
		for (const node of this.#paths[assignment.leafId[index] as number] ?? []) {
			this.representatives.offer(node, paperId, assignment.similarity[index] as number);
		}
	}

	async #write(paper: Paper, paperId: number, assignment: Assignment, index: number): Promise<void> {
		const writer = this.#writer;
		await writer.add('papers', paperRow(paper, paperId, assignment, index));
		const { title, abstract, authors } = paper;
		const textPart = this.#texts.place(paperId, utf8Length(title) + utf8Length(abstract) + rowBytes);
		await writer.add('paper_texts', { paper_id: paperId, title, abstract }, textPart);
		const names = authors.reduce((sum, name) => sum + utf8Length(name) + rowBytes, rowBytes);
		const authorPart = this.#authors.place(paperId, names);
		for (const [position, name] of authors.entries()) {
			await writer.add('paper_authors', { paper_id: paperId, position: position + 1, name }, authorPart);
		}
		const vector = quantiseRow(assignment.vectors, index);
		await writer.add(
			'paper_vectors',
			{ paper_id: paperId, vector },
			this.#vectors.place(paperId, vector.length + rowBytes)
		);
	}

	#count({ published, datePrecision, teamSize, abstract }: Paper, leafId: number): void {
		const day = published === null ? null : parseIsoDate(published);
		this.cube.add({ leafId, period: day, precision: day === null ? null : datePrecision, teamSize });
		if (day !== null) this.dated++;
		if (teamSize !== null) this.withTeamSize++;
		if (abstract !== '') this.withAbstract++;
		if (day === null || datePrecision === 'year') return;
		if (this.#first === null || day < this.#first) this.#first = day;
		const end = datePrecision === 'month' ? nextPeriod(periodStart(day, 'month'), 'month') - 1 : day;
		if (this.#last === null || end > this.#last) this.#last = end;
	}
}
