import { fitsUnit, isoDate, nextPeriod, periodStart, type PeriodUnit } from '../../base/date.ts';
import {
	columnsOf,
	eachSum,
	type Count,
	type Dimension,
	type Overview,
	type Placement
} from '../../dataset/overview.ts';
import type { Cell } from './cube.ts';

type Unit = Overview['unit'];

const units: readonly Unit[] = ['month', 'quarter', 'year'];
/** Median papers of a period from which its shares are worth reading. */
const enoughPapers = 20;
/** Years up to which a thin corpus is shown by quarter. */
const shortSpan = 6;

/**
 * The unit that a trend opens with: the finest of month, quarter and year that at least half of the dated papers are
 * dated to, and whose median period, empty ones included, has at least 20 papers; without one, quarters for a corpus of a few years, else years.
 */
export function defaultUnit(cells: readonly Cell[], granularity: PeriodUnit): Unit {
	const offered = units.filter(
		(unit) => (granularity === 'day' || fitsGranularity(granularity, unit)) && isUsual(cells, unit)
	);
	for (const unit of offered) if (medianPeriod(cells, unit) >= enoughPapers) return unit;
	const years = new Set(
		cells.flatMap(({ period }) => (period === null ? [] : [periodStart(period, 'year')]))
	);
	return years.size <= shortSpan && offered.includes('quarter') ? 'quarter' : 'year';
}

/** Whether at least half of the dated papers are dated as finely as a unit asks for. */
function isUsual(cells: readonly Cell[], unit: Unit): boolean {
	let [dated, fine] = [0, 0];
	for (const { period, precision, papers } of cells) {
		if (period === null || precision === null) continue;
		dated += papers;
		if (fitsUnit(precision, unit)) fine += papers;
	}
	return fine * 2 >= dated;
}

function fitsGranularity(granularity: PeriodUnit, unit: Unit): boolean {
	return ['day', ...units].indexOf(granularity) <= ['day', ...units].indexOf(unit);
}

function medianPeriod(cells: readonly Cell[], unit: Unit): number {
	const counts = new Map<number, number>();
	for (const { period, precision, papers } of cells) {
		if (period === null || precision === null || !fitsUnit(precision, unit)) continue;
		const start = periodStart(period, unit);
		counts.set(start, (counts.get(start) ?? 0) + papers);
	}
	if (counts.size === 0) return 0;
	const starts = [...counts.keys()].sort((a, b) => a - b);
	const all: number[] = [];
	for (let start = starts[0] as number; start <= (starts.at(-1) as number); start = nextPeriod(start, unit)) {
		all.push(counts.get(start) ?? 0);
	}
	all.sort((a, b) => a - b);
	return all[Math.floor(all.length / 2)] as number;
}

type Key = string | number | null;

function place({ period, precision }: Cell, unit: Unit): readonly [period: string | null, Placement] {
	if (period === null || precision === null) return [null, 'undated'];
	if (!fitsUnit(precision, unit)) return [null, 'coarse'];
	return [isoDate(periodStart(period, unit)), 'dated'];
}

const asText = (value: Key) =>
	value === null ? '~' : typeof value === 'number' ? String(value).padStart(9, '0') : value;

/** Sums papers over equal keys; rows come in the order of their keys, unknown values last. */
function tally<D extends Dimension>(
	cells: readonly Cell[],
	by: readonly D[],
	keysOf: Readonly<Record<Dimension, (cell: Cell) => readonly Key[]>>
): Count<D>[] {
	const columns = by.flatMap((dimension) => [...columnsOf[dimension]]);
	const rows = new Map<string, Count<D>>();
	for (const cell of cells) {
		const keys = by.flatMap((dimension) => keysOf[dimension](cell));
		const id = keys.map(asText).join(' ');
		const row = rows.get(id);
		if (row) row.papers += cell.papers;
		else {
			const own = Object.fromEntries(columns.map((column, at) => [column, keys[at]]));
			rows.set(id, { ...own, papers: cell.papers } as Count<D>);
		}
	}
	return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The sums of the whole corpus, without any filter. */
export function overviewOf(cells: readonly Cell[], themeOfLeaf: readonly number[], unit: Unit): Overview {
	const keysOf = {
		theme: ({ leafId }: Cell) => [themeOfLeaf[leafId] as number],
		date: (cell: Cell) => place(cell, unit),
		team: ({ teamSize }: Cell) => [teamSize]
	};
	return {
		unit,
		papers: cells.reduce((sum, { papers }) => sum + papers, 0),
		...eachSum(({ by }) => tally(cells, by, keysOf))
	};
}
