import type { PeriodUnit } from '../../base/date.ts';
import { eachSum, type Count, type Dimension, type Overview, type Sum } from '../../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { requireUnit } from './cell-places.ts';
import { passingSums, planOf, rowsBy, sumCells, type Passing, type Plan } from './cell-sums.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from '../filters/filters.ts';

/** The sums of each table of cells that was asked about. */
const counters = new WeakMap<CellTable, Counter>();

/** For each name the value that was asked for last; another key makes another value. */
class Newest<V> {
	readonly #values = new Map<string, { key: string; value: V }>();

	get(name: string, key: string, make: () => V): V {
		const last = this.#values.get(name);
		if (last?.key === key) return last.value;
		const value = make();
		this.#values.set(name, { key, value });
		return value;
	}
}

const textOf = {
	theme: ({ themes }: Filters) => themes,
	date: ({ date, dated }: Filters) => [date, dated],
	team: ({ team }: Filters) => team
};

/** What sums depend on: some filters, and the unit where periods are counted. */
function keyOf(
	{ pair }: Plan,
	heeded: readonly Dimension[],
	filters: Filters,
	unit: Overview['unit']
): string {
	const text = heeded.map((dimension) => textOf[dimension](filters));
	return JSON.stringify([pair.includes('date') ? unit : null, ...text]);
}

/**
 * Sums of cells. Each sum of a pair of dimensions lets the third one's filter alone leave out cells, so that a brush,
 * which moves one filter, costs one pass over them; the others are kept from the step before, the same rows as the
 * same object.
 */
class Counter {
	readonly #cells: CellTable;
	readonly #tables = new Newest<Float64Array>();
	readonly #rows = new Newest<readonly Count<never>[]>();

	constructor(cells: CellTable) {
		this.#cells = cells;
	}

	of(filters: Filters, unit: Overview['unit']): Overview {
		const passing = passes(this.#cells, filters);
		const whole = planOf({ by: [], ignoring: [] });
		const left = this.#sums(whole, filters, unit, passing);
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
		const name = JSON.stringify([sum.by, sum.ignoring]);
		const key = keyOf(plan, [...plan.early, ...plan.late], filters, unit);
		const rows = this.#rows.get(name, key, () =>
			rowsBy(this.#cells, unit, plan, sum.by, this.#sums(plan, filters, unit, passing))
		);
		return rows as Count<D>[];
	}

	#sums(plan: Plan, filters: Filters, unit: Overview['unit'], passing: Passing): Float64Array {
		const name = JSON.stringify([plan.pair, plan.early]);
		const table = this.#tables.get(name, keyOf(plan, plan.early, filters, unit), () =>
			sumCells(this.#cells, unit, plan, passing)
		);
		return passingSums(this.#cells, unit, plan, passing, table);
	}
}

/**
 * The overview of what filters leave, by theme, date and team size; filters on rows are in the cells already.
 * At most one pass over the cells for each pair of dimensions, whatever the number of papers.
 * @param granularity unit of the cells' periods
 * @throws RangeError when `unit` is finer than that
 */
export function overviewOf(
	cells: CellTable,
	granularity: PeriodUnit,
	filters: Filters,
	unit: Overview['unit']
): Overview {
	requireUnit(unit, granularity);
	const counter = counters.get(cells) ?? new Counter(cells);
	counters.set(cells, counter);
	return counter.of(filters, unit);
}
