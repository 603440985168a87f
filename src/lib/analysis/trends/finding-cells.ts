import { findingWords, percentWords, pointsWords, sinceWords } from './finding-words.ts';
import type { TrendFinding } from './findings.ts';
import type { TrendWindow } from './window.ts';

/** What tables say of a trend, by the key of its column. */
const cells = {
	words: (finding: TrendFinding, window: TrendWindow) => findingWords(finding, window),
	sure: ({ certainty }: TrendFinding) => certainty ?? '–',
	slope: ({ segments }: TrendFinding, _: TrendWindow, decimals: number) => {
		const last = segments.at(-1);
		return last ? pointsWords({ value: last.slope, low: last.low, high: last.high }, decimals) : '–';
	},
	percent: ({ segments }: TrendFinding) => {
		const last = segments.at(-1);
		return last ? percentWords(last).replace(' a year', '') : '–';
	},
	since: (finding: TrendFinding, window: TrendWindow) =>
		finding.certainty ? (sinceWords(finding, window) ?? '–') : '–'
} as const;

export type FindingColumn = keyof typeof cells;

export const isFindingColumn = (key: string): key is FindingColumn => Object.hasOwn(cells, key);

/** @param decimals of slopes, the same in all rows */
export function findingCell(
	key: FindingColumn,
	finding: TrendFinding,
	window: TrendWindow,
	decimals: number
): string {
	return cells[key](finding, window, decimals);
}

/** Those of some columns that say something in at least one row. */
export function saidColumns(
	keys: readonly FindingColumn[],
	{ findings, window }: { findings: readonly TrendFinding[]; window: TrendWindow }
): FindingColumn[] {
	return keys.filter((key) => findings.some((finding) => findingCell(key, finding, window, 1) !== '–'));
}

/** A column's heading, and how a narrow page treats it. */
interface ColumnWords {
	label: string;
	numeric?: true;
	/** Width, in rem. */
	needs?: number;
	secondary?: true;
	plain?: true;
}

/** The columns of a trend, in the order given. */
export function findingColumns(unit: string, keys: readonly FindingColumn[]) {
	const columns: Record<FindingColumn, ColumnWords> = {
		words: { label: 'Trend', needs: 11.75, plain: true },
		sure: { label: 'How sure', plain: true },
		slope: { label: `Points a ${unit} (95\u00a0%)`, numeric: true },
		percent: { label: 'Per cent a year', numeric: true, needs: 10.5, secondary: true },
		since: { label: 'Since', needs: 11, secondary: true }
	};
	return keys.map((key) => ({ key, ...columns[key] }));
}
