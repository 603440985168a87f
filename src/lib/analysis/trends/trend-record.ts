import { formatNumber } from '../../format/format.ts';
import { findingCell } from './finding-cells.ts';
import { noWindowWords, slopeDecimals, surelyWords } from './finding-words.ts';
import type { TrendFinding, Trends } from './findings.ts';
import type { RowsByUnit, TrendWindow } from './window.ts';

/** A finding as it is exported: periods by their first day, `YYYY-MM-DD`; slopes in points a period. */
export function trendRecord(finding: TrendFinding, { unit, axis, from, to }: TrendWindow) {
	const day = (place: number) => axis[place]!.start;
	const { direction, certainty, since, p, q } = finding;
	return {
		papers: finding.papers,
		window: { unit, from: day(from), to: day(to) },
		shares: finding.shares.map(([place, papers, of]) => [day(place), papers, of] as const),
		segments: finding.segments.map((segment) => ({
			from: day(segment.from),
			to: day(segment.to),
			slope: segment.slope,
			low: segment.low,
			high: segment.high,
			percent_a_year: segment.percentAYear
		})),
		direction,
		certainty,
		since: since && day(since.place),
		since_low: since && day(since.low),
		since_high: since && day(since.high),
		p,
		q
	};
}

/** What is exported of a theme, or of a word, which belongs to none. */
export interface NamedRecord extends Omit<TestedRecord, 'window'> {
	theme_id: number | null;
	name: string;
	window: TestedRecord['window'] | null;
}

type TestedRecord = ReturnType<typeof trendRecord>;

/** What a kind is called, and the theme that it is. */
export interface TrendName {
	id: number;
	theme_id: number | null;
	name: string;
	/** Its papers where nothing is tested. */
	papers: number;
}

/** Papers of some themes, or of all where none is named; of any unit, since each counts all papers. */
export function papersIn(rows: RowsByUnit, themes: readonly number[]): number {
	const [any = []] = Object.values(rows);
	return any.reduce(
		(sum, { themeId, papers }) => sum + (themes.length === 0 || themes.includes(themeId) ? papers : 0),
		0
	);
}

/** The themes that are looked at, all of them where none is selected. */
export function themeNames(
	themes: readonly { themeId: number; label: string }[],
	rows: RowsByUnit,
	selected: readonly number[]
): TrendName[] {
	return themes
		.filter(({ themeId }) => selected.length === 0 || selected.includes(themeId))
		.map(({ themeId, label }) => ({
			id: themeId,
			theme_id: themeId,
			name: label,
			papers: papersIn(rows, [themeId])
		}));
}

/** A record for each name, in their order, also where nothing could be tested. */
export function trendRecords(trends: Trends, names: readonly TrendName[]): NamedRecord[] {
	return names.map(({ id, theme_id, name, papers }) => {
		const finding = findingOf(trends, id);
		return finding && trends.kind === 'tested'
			? { theme_id, name, ...trendRecord(finding, trends.window) }
			: { theme_id, name, ...nothingTested, papers };
	});
}

const nothingTested: Omit<NamedRecord, 'theme_id' | 'name' | 'papers'> = {
	window: null,
	shares: [],
	segments: [],
	direction: 'too few',
	certainty: null,
	since: null,
	since_low: null,
	since_high: null,
	p: null,
	q: null
};

/** A plain table of them: of segments the last, which is what is said. Unknown values are empty texts. */
export function trendTable(trends: Trends, names: readonly TrendName[]) {
	const rows = trendRecords(trends, names).map((record, order) => {
		const { window, shares, segments, direction, certainty } = record;
		const last = segments.at(-1);
		const percent = last?.percent_a_year;
		const [first, latest] = [shares[0], shares.at(-1)];
		const cells = [
			...[record.theme_id, record.name, record.papers, window?.unit, window?.from, window?.to],
			...[direction, certainty, statementOf(trends, names[order]!)],
			...[first && first[1] / first[2], latest && latest[1] / latest[2]],
			...[last?.slope, last?.low, last?.high, percent?.value, percent?.low, percent?.high],
			...[record.since, record.since_low, record.since_high, record.p, record.q, segments.length]
		];
		return cells.map((cell) => cell ?? '');
	});
	return { header: trendHeader, rows };
}

const trendHeader = [
	...['theme_id', 'name', 'papers', 'unit', 'window_from', 'window_to'],
	...['direction', 'certainty', 'statement', 'first_share', 'last_share'],
	...['slope', 'slope_low', 'slope_high', 'percent_a_year', 'percent_low', 'percent_high'],
	...['since', 'since_low', 'since_high', 'p', 'q', 'segments']
];

const findingOf = (trends: Trends, id: number): TrendFinding | undefined =>
	trends.kind === 'tested' ? trends.findings.find((finding) => finding.id === id) : undefined;

function statementOf(trends: Trends, { id }: TrendName): string {
	if (trends.kind !== 'tested') return noWindowWords(trends);
	const finding = findingOf(trends, id);
	return finding ? surelyWords(finding, trends.window) : 'too few papers';
}

/** The same as people read it, column by column. */
export function trendWords(trends: Trends, names: readonly TrendName[]): string[][] {
	const decimals = slopeDecimals(trends.kind === 'tested' ? trends.findings : []);
	return names.map((name) => {
		const finding = findingOf(trends, name.id);
		const points =
			finding && trends.kind === 'tested' ? findingCell('slope', finding, trends.window, decimals) : '–';
		return [name.name, formatNumber(finding?.papers ?? name.papers), points, statementOf(trends, name)];
	});
}
