import type { PeriodUnit } from '../base/date.ts';

/** Where a date stands on an axis of periods: in one, too coarse for it, or unknown. */
export type Placement = 'dated' | 'coarse' | 'undated';

/** What a count can be told apart by, and the number itself. */
interface Columns {
	themeId: number;
	/** First day of the period, `YYYY-MM-DD`; `null` unless `dated`. */
	period: string | null;
	placement: Placement;
	/** `null` where the team size is unknown. */
	teamSize: number | null;
	papers: number;
}

/** The columns that hold the values of a dimension. */
export const columnsOf = {
	theme: ['themeId'],
	date: ['period', 'placement'],
	team: ['teamSize']
} as const satisfies Record<string, readonly (keyof Columns)[]>;

/** What papers are counted by and filtered by. */
export type Dimension = keyof typeof columnsOf;

/** Papers by the values of some dimensions. */
export type Count<D extends Dimension> = Pick<Columns, (typeof columnsOf)[D][number] | 'papers'>;

export type ThemeCount = Count<'theme'>;
export type TeamCount = Count<'team'>;
export type ThemePeriodCount = Count<'theme' | 'date'>;
export type ThemeTeamCount = Count<'theme' | 'team'>;
export type PeriodTeamCount = Count<'date' | 'team'>;

/** Counts by one or two dimensions, of the papers that pass all filters but those of some dimensions. */
export interface Sum<D extends Dimension = Dimension> {
	readonly by: readonly D[];
	readonly ignoring: readonly Dimension[];
}

/**
 * The sums that a manifest holds of the whole corpus, and that the queries give of a filtered one, by the names
 * under which they are stored.
 */
export const storedSums = {
	themes: { by: ['theme'], ignoring: ['theme'] },
	trend: { by: ['theme', 'date'], ignoring: ['theme', 'date'] },
	team: { by: ['team'], ignoring: ['team'] },
	teamByTheme: { by: ['theme', 'team'], ignoring: ['theme', 'team'] },
	teamOverTime: { by: ['date', 'team'], ignoring: ['date'] }
} as const satisfies Record<string, Sum>;

type StoredName = keyof typeof storedSums;

/** Rows of each stored sum; those without papers are left out. */
export type Sums = { [N in StoredName]: Count<(typeof storedSums)[N]['by'][number]>[] };

export interface Overview extends Sums {
	/** Unit of the periods. */
	unit: Exclude<PeriodUnit, 'day'>;
	/** Papers that pass every filter. */
	papers: number;
}

const storedNames = Object.keys(storedSums) as StoredName[];

/** Makes the rows of every stored sum. */
export function eachSum(rowsOf: <D extends Dimension>(sum: Sum<D>) => Count<D>[]): Sums {
	return Object.fromEntries(storedNames.map((name) => [name, rowsOf<Dimension>(storedSums[name])])) as Sums;
}

const holds = (all: readonly Dimension[], some: readonly Dimension[]) =>
	some.every((one) => all.includes(one));

/**
 * The rows of a sum: those of the stored one by the same dimensions, as they are, or else added up from one by more.
 * @throws RangeError when no stored sum by these dimensions ignores these filters
 */
export function sumOf<D extends Dimension>(overview: Sums, { by, ignoring }: Sum<D>): readonly Count<D>[] {
	const fitting = storedNames.filter((name) => {
		const stored: Sum = storedSums[name];
		return holds(stored.ignoring, ignoring) && holds(ignoring, stored.ignoring) && holds(stored.by, by);
	});
	const [name] = fitting.sort((a, b) => storedSums[a].by.length - storedSums[b].by.length);
	if (name === undefined) throw new RangeError(`no sum by ${by.join()} that ignores ${ignoring.join()}`);
	const rows: readonly Count<never>[] = overview[name];
	if (storedSums[name].by.length === by.length) return rows as readonly Count<D>[];
	return addUp(rows as readonly Count<D>[], by);
}

/** Adds up rows that some dimensions do not tell apart, in the order in which the first of them come. */
function addUp<D extends Dimension>(rows: readonly Count<D>[], by: readonly D[]): Count<D>[] {
	const columns: readonly (keyof Columns)[] = by.flatMap((dimension) => [...columnsOf[dimension]]);
	const sums = new Map<string, Count<D>>();
	for (const row of rows) {
		const values: Partial<Columns> = row;
		const key = JSON.stringify(columns.map((column) => values[column]));
		const sum = sums.get(key);
		if (sum) sum.papers += row.papers;
		else {
			const own = Object.fromEntries(columns.map((column) => [column, values[column]]));
			sums.set(key, { ...own, papers: row.papers } as Count<D>);
		}
	}
	return [...sums.values()];
}
