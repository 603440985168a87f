import { periodStart, periodUnits, type PeriodUnit } from '../../dataset/date.ts';
import type { DatePrecision } from '../../dataset/paper.ts';

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
export const usualLimit = 200_000;

const precisions: readonly (DatePrecision | null)[] = [null, 'year', 'month', 'day'];
/** Days around 1970, and team sizes, that a key has room for as a number. */
const [days, sizes] = [1 << 20, 1 << 14];

/** A key as one number below 2^53, or as a text where a part is out of bounds. */
function keyOf({ leafId, period, precision, teamSize }: Key): number | string {
	const day = period === null ? 0 : period + days / 2;
	const size = teamSize ?? 0;
	if (day < 0 || day >= days || size >= sizes) return `${leafId} ${period} ${precision} ${teamSize}`;
	return ((leafId * days + day) * 4 + precisions.indexOf(precision)) * sizes + size;
}

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
	#cells = new Map<number | string, Cell>();
	/** All cells in order, while none is added. */
	#sorted: readonly Cell[] | null = null;

	constructor(limit = usualLimit) {
		this.#limit = limit;
	}

	add(key: Key, papers = 1): void {
		this.#sorted = null;
		const snapped = { ...key, period: key.period === null ? null : periodStart(key.period, this.unit) };
		const id = keyOf(snapped);
		const cell = this.#cells.get(id);
		if (cell) cell.papers += papers;
		else this.#cells.set(id, { ...snapped, papers });
		if (this.#cells.size > this.#limit) this.#coarsen();
	}

	/** All cells, by leaf, period, precision and team size, unknown ones last. */
	cells(): readonly Cell[] {
		this.#sorted ??= [...this.#cells.values()].sort(compareCells);
		return this.#sorted;
	}

	#coarsen(): void {
		const next = periodUnits[periodUnits.indexOf(this.unit) + 1];
		if (!next) return;
		const cells = [...this.#cells.values()];
		this.unit = next;
		this.#cells = new Map();
		for (const { papers, ...key } of cells) this.add(key, papers);
	}
}
