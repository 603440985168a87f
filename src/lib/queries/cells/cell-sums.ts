import type { columnsOf, Count, Dimension, Sum } from '../../dataset/overview.ts';
import { rowsOf, type Place, type TrendUnit } from './cell-places.ts';
import type { CellTable } from './cells.ts';

/** For each place along a dimension, 1 when its papers pass the filter and 0 when not. */
export type Passing = Readonly<Record<Dimension, Uint8Array>>;

/** How a sum is made: two dimensions in one pass over the cells, of which what is asked for follows. */
export interface Plan {
	readonly pair: readonly [Dimension, Dimension];
	/** Dimensions whose filters leave out cells. Dates are told apart by cells alone: periods may be longer. */
	readonly early: readonly Dimension[];
	/** Dimensions of the pair whose filters leave out sums. */
	readonly late: readonly Dimension[];
}

const pairs = [
	['theme', 'team'],
	['theme', 'date'],
	['date', 'team']
] as const;

/** @throws RangeError for more than two dimensions */
export function planOf({ by, ignoring }: Sum): Plan {
	const pair = pairs.find((each) => by.every((dimension) => each.some((one) => one === dimension)));
	if (!pair) throw new RangeError(`papers are counted by at most two dimensions, not by ${by.join()}`);
	const heeded = (['theme', 'date', 'team'] as const).filter((dimension) => !ignoring.includes(dimension));
	const isLate = (dimension: Dimension) => dimension !== 'date' && pair.some((one) => one === dimension);
	return {
		pair,
		early: heeded.filter((dimension) => !isLate(dimension)),
		late: heeded.filter(isLate)
	};
}

const placesOf = (cells: CellTable, dimension: Dimension, unit: TrendUnit) =>
	dimension === 'date' ? cells.axes.ofCells(unit) : cells[dimension];

function lengthOf({ themes, axes, teams }: CellTable, dimension: Dimension, unit: TrendUnit): number {
	if (dimension === 'date') return axes.at(unit).places.length;
	return (dimension === 'theme' ? themes : teams).length;
}

/**
 * Sums the papers of the cells that the plan's early filters let pass.
 * @returns by place of the pair's first, then of its second dimension
 */
export function sumCells(
	cells: CellTable,
	unit: TrendUnit,
	{ pair: [a, b], early }: Plan,
	passing: Passing
): Float64Array {
	const [first, second, width] = [
		placesOf(cells, a, unit),
		placesOf(cells, b, unit),
		lengthOf(cells, b, unit)
	];
	// No sum of two of three dimensions heeds more than two of their filters early.
	const [filter = 'theme', other = 'theme'] = early;
	const every = new Uint8Array(cells.themes.length).fill(1);
	const [passes, along] = [early.length > 0 ? passing[filter] : every, cells[filter]];
	const [passesToo, alongToo] = [early.length > 1 ? passing[other] : every, cells[other]];
	const { papers } = cells;
	const sums = new Float64Array(lengthOf(cells, a, unit) * width);
	for (let cell = 0; cell < papers.length; cell++) {
		if (passes[along[cell]!] === 0 || passesToo[alongToo[cell]!] === 0) continue;
		sums[first[cell]! * width + second[cell]!]! += papers[cell]!;
	}
	return sums;
}

/** What of a pair's sums the plan's late filters let pass. */
export function passingSums(
	cells: CellTable,
	unit: TrendUnit,
	{ pair: [a, b], late }: Plan,
	passing: Passing,
	sums: Float64Array
): Float64Array {
	if (late.length === 0) return sums;
	const width = lengthOf(cells, b, unit);
	const [inFirst, inSecond] = [a, b].map((each) => (late.includes(each) ? passing[each] : null));
	const left = new Float64Array(sums.length);
	for (let first = 0, at = 0; at < sums.length; first++, at += width) {
		if (inFirst?.[first] === 0) continue;
		for (let second = 0; second < width; second++)
			if (inSecond?.[second] !== 0) left[at + second] = sums[at + second]!;
	}
	return left;
}

/** The rows of one or both dimensions of a pair, from its sums, in the order of their keys. */
export function rowsBy<D extends Dimension>(
	cells: CellTable,
	unit: TrendUnit,
	{ pair: [a, b] }: Plan,
	by: readonly D[],
	sums: Float64Array
): Count<D>[] {
	const width = lengthOf(cells, b, unit);
	const isOf = (dimension: Dimension) => by.some((one) => one === dimension);
	if (isOf(a) && isOf(b)) return rowsOf(sums, width, rowOfPair(cells, unit, a, b) as RowOf<D>);
	const values = valuesOf(cells, isOf(a) ? a : b, unit);
	const totals = new Float64Array(values.length);
	for (let first = 0, at = 0; at < sums.length; first++)
		for (let second = 0; second < width; second++, at++) totals[isOf(a) ? first : second]! += sums[at]!;
	return rowsOf(totals, 1, (i, _, papers) => ({ ...values[i], papers }) as Count<D>);
}

type RowOf<D extends Dimension> = (first: number, second: number, papers: number) => Count<D>;

/** Makes rows of two dimensions: there are hundreds at each step of a brush, and copies of objects are slow. */
function rowOfPair(
	{ themes, teams, axes }: CellTable,
	unit: TrendUnit,
	a: Dimension,
	b: Dimension
): (first: number, second: number, papers: number) => object {
	if (b === 'team' && a === 'theme')
		return (i: number, j: number, papers: number) => ({ themeId: themes[i], teamSize: teams[j], papers });
	const { places } = axes.at(unit);
	if (b === 'team')
		return (i: number, j: number, papers: number) => {
			const { period, placement } = places[i]!;
			return { period, placement, teamSize: teams[j], papers };
		};
	return (i: number, j: number, papers: number) => {
		const { period, placement } = places[j]!;
		return { themeId: themes[i], period, placement, papers };
	};
}

type Values = Partial<Record<(typeof columnsOf)[Dimension][number], string | number | null>>;

/** The columns of a dimension at each of its places. */
function valuesOf(cells: CellTable, dimension: Dimension, unit: TrendUnit): readonly (Values | Place)[] {
	if (dimension === 'date') return cells.axes.at(unit).places;
	if (dimension === 'theme') return cells.themes.map((themeId) => ({ themeId }));
	return cells.teams.map((teamSize) => ({ teamSize }));
}
