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

/** More values than a dimension has. */
const manyValues = 1 << 24;

/** Numbers the values that cells have in a dimension. */
class Values {
	readonly keys: (readonly Key[])[] = [];
	readonly texts: string[] = [];
	readonly #keysOf: (cell: Cell) => readonly Key[];
	readonly #ownOf: (cell: Cell) => number | string;
	readonly #byOwn = new Map<number | string, number>();
	readonly #byText = new Map<string, number>();

	/** @param ownOf what the value of a cell follows from; it is worked out once for each */
	constructor(keysOf: (cell: Cell) => readonly Key[], ownOf: (cell: Cell) => number | string) {
		this.#keysOf = keysOf;
		this.#ownOf = ownOf;
	}

	of(cell: Cell): number {
		const own = this.#ownOf(cell);
		let found = this.#byOwn.get(own);
		if (found === undefined) this.#byOwn.set(own, (found = this.#numberOf(this.#keysOf(cell))));
		return found;
	}

	#numberOf(keys: readonly Key[]): number {
		const text = keys.map(asText).join(' ');
		const found = this.#byText.get(text) ?? this.keys.length;
		if (found < this.keys.length) return found;
		this.#byText.set(text, found);
		this.keys.push(keys);
		this.texts.push(text);
		return found;
	}
}

/** The values that cells have by theme, date and team. */
function valuesOf(themeOf: (leafId: number) => number, unit: Unit): Readonly<Record<Dimension, Values>> {
	return {
		theme: new Values(
			({ leafId }) => [themeOf(leafId)],
			({ leafId }) => leafId
		),
		date: new Values(
			(cell) => place(cell, unit),
			({ period, precision }) => (precision === 'day' ? (period ?? '') : `${period} ${precision}`)
		),
		team: new Values(
			({ teamSize }) => [teamSize],
			({ teamSize }) => teamSize ?? ''
		)
	};
}

/** Sums papers over equal values; rows come in the order of their texts, unknown values last. */
function tally<D extends Dimension>(
	cells: readonly Cell[],
	by: readonly D[],
	values: Readonly<Record<Dimension, Values>>
): Count<D>[] {
	const own = by.map((dimension) => values[dimension]);
	const sums = new Map<number, number>();
	for (const cell of cells) {
		let id = 0;
		for (const dimension of own) id = id * manyValues + dimension.of(cell);
		sums.set(id, (sums.get(id) ?? 0) + cell.papers);
	}
	const columns = by.flatMap((dimension) => [...columnsOf[dimension]]);
	const rows = Array.from(sums, ([id, papers]) => {
		const places = own.length === 1 ? [id] : [Math.floor(id / manyValues), id % manyValues];
		const keys = own.flatMap((dimension, at) => dimension.keys[places[at] as number] as readonly Key[]);
		const text = own.map((dimension, at) => dimension.texts[places[at] as number]).join(' ');
		const named = Object.fromEntries(columns.map((column, at) => [column, keys[at]]));
		return { text, row: { ...named, papers } as Count<D> };
	});
	return rows.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ row }) => row);
}

/** Papers of all themes together by period. */
function periodRows(cells: readonly Cell[], unit: Unit): ThemePeriodCount[] {
	return tally(
		cells,
		['theme', 'date'],
		valuesOf(() => 0, unit)
	);
}

/** The sums of the whole corpus, without any filter. */
export function overviewOf(cells: readonly Cell[], themeOfLeaf: readonly number[], unit: Unit): Overview {
	const values = valuesOf((leafId) => themeOfLeaf[leafId] as number, unit);
	return {
		unit,
		papers: cells.reduce((sum, { papers }) => sum + papers, 0),
		...eachSum(({ by }) => tally(cells, by, values))
	};
}
