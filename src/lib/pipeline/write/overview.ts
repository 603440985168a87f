import type { Span } from '../../analysis/periods.ts';
import { trendWindow } from '../../analysis/trends/window.ts';
import { fitsUnit, isoDate, periodStart, periodUnits, type PeriodUnit } from '../../base/date.ts';
import {
	columnsOf,
	eachSum,
	type Count,
	type Dimension,
	type Overview,
	type Placement,
	type ThemePeriodCount
} from '../../dataset/overview.ts';
import type { Cell } from './cube.ts';

type Unit = Overview['unit'];

const units: readonly Unit[] = ['month', 'quarter', 'year'];
/** Years up to which a thin corpus is shown by quarter. */
const shortSpan = 6;

/**
 * The unit that a trend opens with: the one at which trends of the whole corpus are told; where there are too few
 * papers for that, quarters for a corpus of a few years that is dated so finely, else years.
 */
export function defaultUnit(cells: readonly Cell[], granularity: PeriodUnit, span: Span): Unit {
	const offered = units.filter((unit) => fitsGranularity(granularity, unit));
	const rows = offered.map((unit) => [unit, periodRows(cells, unit)] as const);
	const window = trendWindow(Object.fromEntries(rows), span);
	if ('unit' in window) return window.unit;
	const years = new Set(
		cells.flatMap(({ period }) => (period === null ? [] : [periodStart(period, 'year')]))
	);
	return years.size <= shortSpan && offered.includes('quarter') && isUsual(cells, 'quarter')
		? 'quarter'
		: 'year';
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
	return periodUnits.indexOf(granularity) <= periodUnits.indexOf(unit);
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

/** Papers of all themes together by period. */
function periodRows(cells: readonly Cell[], unit: Unit): ThemePeriodCount[] {
	const keysOf = { theme: () => [0], date: (cell: Cell) => place(cell, unit), team: () => [null] };
	return tally(cells, ['theme', 'date'], keysOf);
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
