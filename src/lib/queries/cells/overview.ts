import type { PeriodUnit } from '../../base/date.ts';
import { Lru } from '../../base/lru.ts';
import {
	eachSum,
	storedSums,
	type Count,
	type Dimension,
	type Overview,
	type Sum
} from '../../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { requireUnit } from './cell-places.ts';
import { passingSums, planOf, rowsBy, sumCells, type Passing, type Plan } from './cell-sums.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from '../filters/filters.ts';

/** What two steps of a brush ask for: the second finds what the first has made and it does not change. */
const kept = 2 * (Object.keys(storedSums).length + 1);

const textOf = {
	theme: ({ themes }: Filters) => themes,
	date: ({ date, dated }: Filters) => [date, dated],
	team: ({ team }: Filters) => team
};

/** A sum and what it depends on: some filters, and the unit where periods are counted. */
function keyOf(
	sum: readonly unknown[],
	{ pair }: Plan,
	heeded: readonly Dimension[],
	filters: Filters,
	unit: Overview['unit']
): string {
	const text = heeded.map((dimension) => textOf[dimension](filters));
	return JSON.stringify([sum, pair.includes('date') ? unit : null, ...text]);
}

/**
 * Sums of cells. Each sum of a pair of dimensions lets the third one's filter alone leave out cells, so that a brush,
 * which moves one filter, costs one pass over them; the others are kept from the step before, the same rows as the
 * same object.
 */
export class CellCounts {
	readonly cells: CellTable;
	readonly #tables = new Lru<Float64Array>(kept);
	readonly #rows = new Lru<readonly Count<never>[]>(kept);

	constructor(cells: CellTable) {
		this.cells = cells;
	}

	/**
	 * The overview of what filters leave, by theme, date and team size; filters on rows are in the cells already.
	 * At most one pass over the cells for each pair of dimensions, whatever the number of papers.
	 * @param granularity unit of the cells' periods
	 * @throws RangeError when `unit` is finer than that
	 */
	overview(granularity: PeriodUnit, filters: Filters, unit: Overview['unit']): Overview {
		requireUnit(unit, granularity);
		const passing = passes(this.cells, filters);
		const whole = planOf({ by: [], ignoring: [] });
		const table = this.#table(whole, filters, unit, passing);
		const left = passingSums(this.cells, unit, whole, passing, table);
		return {
			unit,
			papers: left.reduce((sum, papers) => sum + papers, 0),
			...eachSum((sum) => this.#rowsOf(sum, filters, unit, passing))
		};
	}

	#rowsOf<D extends Dimension>(
		sum: Sum<D>,
		filters: Filters,
		unit: Overview['unit'],
		passing: Passing
	): Count<D>[] {
		const plan = planOf(sum);
		// Asked for even when the rows are known, so that it is not the oldest when a filter on its sums moves.
		const table = this.#table(plan, filters, unit, passing);
		const key = keyOf([sum.by, sum.ignoring], plan, [...plan.early, ...plan.late], filters, unit);
		const rows = this.#rows.get(key, () =>
			rowsBy(this.cells, unit, plan, sum.by, passingSums(this.cells, unit, plan, passing, table))
		);
		return rows as Count<D>[];
	}

	#table(plan: Plan, filters: Filters, unit: Overview['unit'], passing: Passing): Float64Array {
		const key = keyOf([plan.pair, plan.early], plan, plan.early, filters, unit);
		return this.#tables.get(key, () => sumCells(this.cells, unit, plan, passing));
	}
}
