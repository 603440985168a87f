import { isoDate, nextPeriod, periodStart, type PeriodUnit } from '../../base/date.ts';
import type { Manifest } from '../../dataset/manifest.ts';
import { pathsToRoot } from '../cluster/tree.ts';
import type { ThemeModel } from '../model.ts';
import { addAlike, addOthers, type OneText } from './alike.ts';
import type { AssignedChunk } from './assign-chunk.ts';
import { Cube, type Cell } from './cube.ts';
import { addCounts, noCounts, type NameCounts } from './name-counts.ts';
import { LeafSums, type LeafState } from './node-statistics.ts';
import { Representatives, type Candidate } from './representatives.ts';

/** How many values there are. */
const stated = (values: ArrayLike<string | null>) =>
	Array.from(values).filter((value) => value !== null).length;

/** Plain counts of papers, and the days that bound them. */
interface Totals {
	papers: number;
	dated: number;
	withTeamSize: number;
	withAbstract: number;
	withVector: number;
	/** First and last of the stated days and months. */
	first: number;
	last: number;
	/** First days of the earliest and the latest period that a paper states. */
	earliest: number;
	latest: number;
}

const nothing: Totals = {
	...{ papers: 0, dated: 0, withTeamSize: 0, withAbstract: 0, withVector: 0 },
	...{ first: Infinity, last: -Infinity, earliest: Infinity, latest: -Infinity }
};

/** What was counted of some papers, as it goes from one process to another. */
export interface CountsState {
	readonly totals: Totals;
	readonly named: Required<Manifest>['named'];
	readonly alike: OneText;
	readonly unit: PeriodUnit;
	readonly cells: readonly Cell[];
	readonly leaves: LeafState;
	readonly representatives: readonly (readonly Candidate[])[];
	readonly names: NameCounts;
}

/** Everything that a dataset counts of its papers. Counts of papers that follow each other add up to those of all. */
export class PaperCounts {
	readonly cube: Cube;
	readonly leaves: LeafSums;
	readonly representatives: Representatives;
	readonly names: NameCounts;
	/** Papers that state a name. */
	readonly named = { organisation: 0, venue: 0, author: 0, keyword: 0, country: 0 };
	/** What all papers state, where they state the same. */
	readonly alike: OneText = {};
	readonly totals = { ...nothing };
	readonly #paths: readonly number[][];

	constructor(model: ThemeModel, cubeCells?: number) {
		this.#paths = pathsToRoot(model.nodes);
		this.cube = new Cube(cubeCells);
		this.leaves = new LeafSums(model);
		this.names = noCounts(model);
		this.representatives = new Representatives(model.nodes.length);
	}

	/** Counts the papers of the next chunk. */
	add(chunk: AssignedChunk): void {
		this.totals.papers += chunk.papers.length;
		this.leaves.add(chunk.assignment);
		addCounts(this.names, chunk.names);
		for (let row = 0; row < chunk.papers.length; row++) this.#count(chunk, row);
		this.#countNames(chunk);
		addAlike(this.alike, chunk);
	}

	state(): CountsState {
		return {
			totals: this.totals,
			named: this.named,
			alike: this.alike,
			unit: this.cube.unit,
			cells: this.cube.cells(),
			leaves: this.leaves.state(),
			representatives: this.representatives.state(),
			names: this.names
		};
	}

	/** Adds what was counted of the papers that follow. */
	addState({ totals, named, alike, unit, cells, leaves, representatives, names }: CountsState): void {
		const own = this.totals;
		for (const name of ['papers', 'dated', 'withTeamSize', 'withAbstract', 'withVector'] as const)
			own[name] += totals[name];
		for (const name of ['first', 'earliest'] as const) own[name] = Math.min(own[name], totals[name]);
		for (const name of ['last', 'latest'] as const) own[name] = Math.max(own[name], totals[name]);
		for (const name of Object.keys(named) as (keyof typeof named)[]) this.named[name] += named[name];
		addOthers(this.alike, alike);
		this.cube.addCells(cells, unit);
		this.leaves.addState(leaves);
		this.representatives.addState(representatives);
		addCounts(this.names, names);
	}

	/** First and last day of the stated days and months. */
	span(): Manifest['span'] {
		const { first, last } = this.totals;
		return first > last ? null : { first: isoDate(first), last: isoDate(last) };
	}

	/** First and last year of all dated papers. */
	years(): Manifest['years'] {
		const { dated, earliest, latest } = this.totals;
		const year = (day: number) => Number(isoDate(day).slice(0, 4));
		return dated === 0 ? null : { first: year(earliest), last: year(latest) };
	}

	#count({ papers: { columns }, assignment }: AssignedChunk, row: number): void {
		const leafId = assignment.leafId[row] as number;
		const day = columns.published[row] ?? null;
		const precision = day === null ? null : (columns.date_precision[row] as 'day' | 'month' | 'year');
		const teamSize = columns.team_size[row] ?? null;
		this.cube.add({ leafId, period: day, precision, teamSize });
		if (teamSize !== null) this.totals.withTeamSize++;
		if (day !== null) this.#date(day, precision);
		const similarity = assignment.similarity[row] as number;
		if (similarity !== 0) this.totals.withVector++;
		if (!columns.has_abstract[row]) return;
		this.totals.withAbstract++;
		const paperId = columns.paper_id[row] as number;
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
		const { totals } = this;
		totals.dated++;
		totals.earliest = Math.min(totals.earliest, day);
		totals.latest = Math.max(totals.latest, day);
		if (precision === 'year') return;
		totals.first = Math.min(totals.first, day);
		const end = precision === 'month' ? nextPeriod(periodStart(day, 'month'), 'month') - 1 : day;
		totals.last = Math.max(totals.last, end);
	}
}
