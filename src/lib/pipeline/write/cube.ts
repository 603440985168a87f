import { HashTable } from '../../base/hash-table.ts';
import { periodStart, periodUnits, type PeriodUnit } from '../../base/date.ts';
import type { DatePrecision } from '../../base/date.ts';

/** A cell of exact counts. */
export interface Cell {
	leafId: number;
	/** First day of the period, as a day number. */
	period: number | null;
	precision: DatePrecision | null;
	teamSize: number | null;
	papers: number;
}

type Key = Omit<Cell, 'papers'>;

/** Cells that a cube may have, by default. */
const usualLimit = 200_000;

const precisions: readonly (DatePrecision | null)[] = [null, 'year', 'month', 'day'];
/** Room in a key for days, which begin before the year 0 and end after 9999, and for different team sizes. */
const [days, firstDay, sizes] = [1 << 22, -720_000, 1 << 18];

function compareNullsLast<V extends number | string>(a: V | null, b: V | null): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return a < b ? -1 : 1;
}

function compareCells(a: Cell, b: Cell): number {
	return (
		a.leafId - b.leafId ||
		compareNullsLast(a.period, b.period) ||
		compareNullsLast(a.precision, b.precision) ||
		compareNullsLast(a.teamSize, b.teamSize)
	);
}

/**
 * Counts papers by leaf, period, precision and team size while they stream by, at the finest of day, month,
 * quarter and year that stays under the limit. Team sizes are never merged.
 */
export class Cube {
	unit: PeriodUnit = 'day';
	readonly #limit: number;
	/** Papers of each cell, under its parts as one number. */
	#counts = new HashTable();
	readonly #sizes: (number | null)[] = [];
	readonly #sizeNumbers = new Map<number | null, number>();
	/** All cells in order, while none is added. */
	#sorted: readonly Cell[] | null = null;

	constructor(limit = usualLimit) {
		this.#limit = limit;
	}

	/** @throws RangeError beyond 262,144 different team sizes */
	add(key: Key, papers = 1): void {
		this.#sorted = null;
		this.#counts.increase(this.#keyOf(key), papers);
		if (this.#counts.size > this.#limit) this.#coarsen();
	}

	/** Adds the cells of another cube, which counts by the given unit. */
	addCells(cells: readonly Cell[], unit: PeriodUnit): void {
		while (periodUnits.indexOf(this.unit) < periodUnits.indexOf(unit)) this.#coarsen();
		for (const { papers, ...key } of cells) this.add(key, papers);
	}

	/** All cells, by leaf, period, precision and team size, unknown ones last. */
	cells(): readonly Cell[] {
		this.#sorted ??= Array.from(this.#counts.entries(), ([key, papers]) => this.#cellOf(key, papers)).sort(
			compareCells
		);
		return this.#sorted;
	}

	#keyOf({ leafId, period, precision, teamSize }: Key): number {
		const day = period === null ? 0 : periodStart(period, this.unit) - firstDay;
		return ((leafId * 4 + precisions.indexOf(precision)) * days + day) * sizes + this.#sizeNumber(teamSize);
	}

	#cellOf(key: number, papers: number): Cell {
		const teamSize = this.#sizes[key % sizes] ?? null;
		const rest = Math.floor(key / sizes);
		const day = rest % days;
		const leafAndPrecision = Math.floor(rest / days);
		return {
			leafId: leafAndPrecision >> 2,
			period: day === 0 ? null : day + firstDay,
			precision: precisions[leafAndPrecision & 3] ?? null,
			teamSize,
			papers
		};
	}

	#sizeNumber(teamSize: number | null): number {
		const known = this.#sizeNumbers.get(teamSize);
		if (known !== undefined) return known;
		if (this.#sizes.length === sizes) throw new RangeError(`more than ${sizes} different team sizes`);
		this.#sizeNumbers.set(teamSize, this.#sizes.length);
		return this.#sizes.push(teamSize) - 1;
	}

	#coarsen(): void {
		const next = periodUnits[periodUnits.indexOf(this.unit) + 1];
		if (!next) return;
		const cells = this.#counts.entries();
		this.unit = next;
		this.#counts = new HashTable();
		for (const [key, papers] of cells) this.add(this.#cellOf(key, papers), papers);
	}
}
