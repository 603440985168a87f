import { isoDate, nextPeriod, parseIsoDate } from '../../../src/lib/base/date.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { noFilters, type Filters, type Range } from '../../../src/lib/queries/filters/filters.ts';
import { snapRange } from '../../../src/lib/queries/filters/snap.ts';
import { randomSource } from '../../support/random.ts';

/** Steps of one drag of a brush. */
const steps = 25;

/** One end of a range stays where it is, the other goes on from value to value and begins anew at the last. */
function dragged<V>(values: readonly V[], anchor: number, step: number): Range<V> {
	const other = (anchor + step) % values.length;
	const [from, to] = [Math.min(anchor, other), Math.max(anchor, other)];
	return { from: values[from] as V, to: values[to] as V };
}

/**
 * Where brushes stand while they are dragged, always the same for a dataset: dates and team sizes by turns, alone,
 * with themes selected, and with the other one brushed before.
 */
export function brushPositions({ overview, granularity, themes }: Manifest, count: number): Filters[] {
	const random = randomSource(7);
	const below = (size: number) => Math.floor(random() * size);
	const periods = [...new Set(overview.trend.flatMap(({ period }) => period ?? []))].sort();
	const sizes = overview.team.flatMap(({ teamSize }) => teamSize ?? []);
	const endOf = (period: string) => isoDate(nextPeriod(parseIsoDate(period) as number, overview.unit) - 1);
	const dates = (anchor: number, step: number) => {
		const { from, to } = dragged(periods, anchor, step);
		return { range: snapRange({ from, to: endOf(to as string) }, granularity), unknown: false };
	};
	const teams = (anchor: number, step: number) => ({ range: dragged(sizes, anchor, step), unknown: true });
	const drag = (_: unknown, number: number): Filters[] => {
		const [atDate, atTeam, theme] = [below(periods.length), below(sizes.length), below(themes.length)];
		const isDate = number % 2 === 0;
		const isBoth = number % 3 === 1;
		const selected = number % 3 === 2 ? themes.slice(theme, theme + 2).map(({ themeId }) => themeId) : [];
		return Array.from({ length: steps }, (__, step) => ({
			...noFilters,
			themes: selected,
			date: isDate || isBoth ? dates(atDate, isDate ? step : 9) : null,
			team: !isDate || isBoth ? teams(atTeam, isDate ? 3 : step) : null
		}));
	};
	return Array.from({ length: Math.ceil(count / steps) }, drag)
		.flat()
		.slice(0, count);
}
