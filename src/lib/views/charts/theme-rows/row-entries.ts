import { surelyWords } from '../../../analysis/trends/finding-words.ts';
import type { TrendFinding, Trends } from '../../../analysis/trends/findings.ts';
import { fromRiseToFall } from '../../../analysis/trends/ranking.ts';
import type { PeriodMark, TrendSeries } from '../../../drawing/model.ts';
import { roundUp } from '../../../drawing/ticks.ts';
import { fewPapers, largest, lineValues, papersToSet } from '../../../drawing/trend-values.ts';
import { formatPapers, formatShare } from '../../../format/format.ts';
import type { Ranking } from '../../../state/settings.ts';
import type { TrendModel } from '../trend/trend-model.ts';

/** The line of a theme, which no filter of dates or themes changes while trends rest on the same days. */
interface ThemeLine extends Pick<TrendSeries, 'id' | 'label' | 'slot' | 'selected' | 'counts'> {
	/** Its share of each period, 0 to 1; `null` where a period has no papers. */
	shares: readonly (number | null)[];
	finding: TrendFinding | null;
	/** `rising since 2024, very sure`; nothing where trends cannot be tested. */
	trend: string | null;
}

/** A theme as its row shows it. */
export interface RowEntry extends ThemeLine {
	/** Papers that the filters leave it, and all themes together: dated or not. */
	papers: number;
	of: number;
}

export interface RowLines {
	periods: readonly PeriodMark[];
	lines: readonly ThemeLine[];
	/** Place of the latest whole period with papers; `null` where nothing is dated. */
	latest: number | null;
	/** The share at the top of every row, above 0: the largest, where trends are tested that of periods with many papers. */
	top: number;
	/** Whether other periods reach higher. */
	isCut: boolean;
}

/** The latest period that is covered whole and rests on enough papers, else one that has any. */
function latestPeriod(periods: readonly PeriodMark[]): number | null {
	const sound = periods.findLastIndex(({ partial, papers }) => !partial && papers >= fewPapers);
	const any = periods.findLastIndex(({ papers }) => papers > 0);
	return any < 0 ? null : sound < 0 ? any : sound;
}

function heights(
	periods: readonly PeriodMark[],
	shares: readonly (readonly (number | null)[])[],
	isTested: boolean
): Pick<RowLines, 'top' | 'isCut'> {
	const least = isTested ? papersToSet(periods) : 0;
	const highest = (from: number) =>
		largest(shares.flatMap((own) => own.filter((_, place) => periods[place]!.papers >= from)));
	const top = Math.min(1, roundUp(highest(least), 0.01));
	return { top, isCut: highest(0) > top };
}

type LineModel = Pick<TrendModel, 'periods' | 'series'>;

/** The shares of each series: apart, because other trends leave them and so what is drawn of them. */
export const lineShares = ({ periods, series }: LineModel): ThemeLine['shares'][] =>
	series.map((own) => lineValues(own, periods, 'share'));

/**
 * The lines of all themes, in the order of the series.
 * @param shares those of the series
 */
export function rowLines(
	{ periods, series }: LineModel,
	shares: readonly ThemeLine['shares'][],
	trends: Trends
): RowLines {
	const tested = trends.kind === 'tested' ? trends : null;
	const findings = new Map(tested?.findings.map((finding) => [finding.id, finding]));
	const lines = series.map(({ id, label, slot, selected, counts }, place): ThemeLine => {
		const finding = findings.get(id) ?? null;
		return {
			...{ id, label, slot, selected, counts, finding },
			shares: shares[place]!,
			trend: finding && tested && surelyWords(finding, tested.window)
		};
	});
	return { periods, lines, latest: latestPeriod(periods), ...heights(periods, shares, tested !== null) };
}

/** Rows of all themes in an order: by papers, from rise to fall or back, or by the share in the latest period. */
export function themeRows(
	{ lines, latest }: Pick<RowLines, 'lines' | 'latest'>,
	sizes: readonly { themeId: number; papers: number }[],
	ranking: Ranking
): RowEntry[] {
	const papers = new Map(sizes.map((size) => [size.themeId, size.papers]));
	const of = sizes.reduce((sum, size) => sum + size.papers, 0);
	const entries = lines.map((line): RowEntry => ({ ...line, papers: papers.get(line.id) ?? 0, of }));
	return entries.sort(order(ranking, latest));
}

function order(ranking: Ranking, latest: number | null): (a: RowEntry, b: RowEntry) => number {
	const bySize = (a: RowEntry, b: RowEntry) => b.papers - a.papers;
	if (ranking === 'latest' && latest !== null) {
		return (a, b) => (b.counts[latest] ?? 0) - (a.counts[latest] ?? 0) || bySize(a, b);
	}
	if (ranking !== 'rise' && ranking !== 'fall') return bySize;
	const way = ranking === 'rise' ? 1 : -1;
	return (a, b) => {
		if (!a.finding || !b.finding) return Number(!a.finding) - Number(!b.finding) || bySize(a, b);
		return way * fromRiseToFall(a.finding, b.finding);
	};
}

/** What a row says of a period: `12 %`, and all of it: `Q3 2024: 12 %, 23 of 190 papers`. */
export function periodReading(
	{ counts }: Pick<RowEntry, 'counts'>,
	periods: readonly Pick<PeriodMark, 'label' | 'papers'>[],
	place: number
): { share: string; words: string } {
	const { label, papers } = periods[place]!;
	const own = counts[place] ?? 0;
	const share = papers > 0 ? formatShare(own, papers) : '–';
	return { share, words: `${label}: ${share}, ${own} of ${formatPapers(papers)}` };
}
