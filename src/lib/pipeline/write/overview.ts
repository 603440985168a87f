import { fitsUnit, isoDate, nextPeriod, periodStart, type PeriodUnit } from '../../base/date.ts';
import type { Overview, Placement } from '../../dataset/overview.ts';
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

function place({ period, precision }: Cell, unit: Unit): { period: string | null; placement: Placement } {
	if (period === null || precision === null) return { period: null, placement: 'undated' };
	if (!fitsUnit(precision, unit)) return { period: null, placement: 'coarse' };
	return { period: isoDate(periodStart(period, unit)), placement: 'dated' };
}

const asText = (value: string | number | null) =>
	value === null ? '~' : typeof value === 'number' ? String(value).padStart(9, '0') : value;

/** Sums papers over equal keys; rows come in the order of their keys, unknown values last. */
function tally<K extends Record<string, string | number | null>>(
	cells: readonly Cell[],
	keyOf: (cell: Cell) => K
): (K & { papers: number })[] {
	const rows = new Map<string, K & { papers: number }>();
	for (const cell of cells) {
		const key = keyOf(cell);
		const id = Object.values(key).map(asText).join(' ');
		const row = rows.get(id);
		if (row) row.papers += cell.papers;
		else rows.set(id, { ...key, papers: cell.papers });
	}
	return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The aggregates of the whole corpus, without any filter. */
export function overviewOf(cells: readonly Cell[], themeOfLeaf: readonly number[], unit: Unit): Overview {
	const themeId = ({ leafId }: Cell) => themeOfLeaf[leafId] as number;
	return {
		unit,
		papers: cells.reduce((sum, { papers }) => sum + papers, 0),
		themes: tally(cells, (cell) => ({ themeId: themeId(cell) })),
		trend: tally(cells, (cell) => ({ themeId: themeId(cell), ...place(cell, unit) })),
		team: tally(cells, ({ teamSize }) => ({ teamSize })),
		teamByTheme: tally(cells, (cell) => ({ themeId: themeId(cell), teamSize: cell.teamSize })),
		teamOverTime: tally(cells, (cell) => ({ ...place(cell, unit), teamSize: cell.teamSize }))
	};
}
