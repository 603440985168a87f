import { formatLabel } from '../../lib/corpus/formats/registry.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { Rejection } from '../../lib/dataset/paper.ts';
import { mergedWords, type CorpusAccount, type InputAccount } from '../../lib/dataset/account.ts';
import { asGoodWords } from '../../lib/dataset/theme-numbers.ts';
import { counted, grouped } from './numbers.ts';

/** Rejections that are printed one by one; a dataset's table has them all. */
export const firstRejections = 10;

/** What is printed of rejections. */
export interface RejectionSummary {
	/** How many records each reason has. */
	readonly reasons: ReadonlyMap<string, number>;
	/** The first, `firstRejections` at most. */
	readonly first: readonly Rejection[];
}

/** What is printed of these rejections. */
export function summaryOf(rejections: readonly Rejection[]): RejectionSummary {
	const reasons = new Map<string, number>();
	for (const { reason } of rejections) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	return { reasons, first: rejections.slice(0, firstRejections) };
}

/** ` (12 by DOI, 3 by title and year)`, where something was merged and it is known by what. */
export function mergedBy(inputs: readonly InputAccount[]): string {
	const words = mergedWords(inputs, grouped);
	return words === '' ? '' : ` (${words})`;
}

function inputLines(input: InputAccount): string[] {
	const { file, format, records, papers, duplicates, rejected } = input;
	const parts = [
		`${counted(records, 'record')} (${formatLabel(format)})`,
		counted(papers, 'paper'),
		counted(duplicates, 'duplicate') + mergedBy([input]),
		`${grouped(rejected)} rejected`
	];
	return [`${file}: ${parts.join(', ')}`, ...readingLines(input)];
}

const orders = { dmy: 'day first', mdy: 'month first' };

/** What else it could be, what could not be decoded, and how dates of an open order were read. */
function readingLines(input: InputAccount): string[] {
	const { others = [], encoding = '', undecoded = 0, dateOrders = [] } = input;
	const rivals = `  it could also be read as ${others.map(formatLabel).join(', ')}, of which it has less; see --format`;
	const dates = dateOrders.map(({ column, order, dates: count, contradicted }) => {
		const why = contradicted ? 'the column contradicts itself' : 'nothing shows the order; see --date-order';
		return `  ${column}: ${counted(count, 'date')} such as 03/07/2024 read ${order ? orders[order] : `as years (${why})`}`;
	});
	const lost = `  ${counted(undecoded, 'character')} could not be decoded as ${encoding}; see --encoding`;
	return [...(others.length > 0 ? [rivals] : []), ...(undecoded > 0 ? [lost] : []), ...dates];
}

function rejectionLine({ file, record, reason, excerpt }: Rejection): string {
	return `  ${file}, record ${record}: ${reason}${excerpt === '' ? '' : ` («${excerpt}»)`}`;
}

/** The reasons of rejections with their counts, the most frequent first, then the first rejections one by one. */
export function rejectionLines({ reasons, first }: RejectionSummary): string[] {
	if (first.length === 0) return [];
	const ranked = [...reasons].sort(([, a], [, b]) => b - a);
	const rest = ranked.reduce((sum, [, count]) => sum + count, 0) - first.length;
	return [
		'Rejections:',
		...ranked.slice(0, firstRejections).map(([reason, count]) => `  ${grouped(count)} × ${reason}`),
		...first.map(rejectionLine),
		...(rest > 0 ? [`  and ${grouped(rest)} more`] : [])
	];
}

/** What became of every record that was read. */
export function accountLines({ inputs, rejections }: CorpusAccount): string[] {
	return [...inputs.flatMap(inputLines), ...rejectionLines(summaryOf(rejections))];
}

/** What a build has made, ending with the counts that matter most. */
export function summaryLines(
	manifest: Manifest,
	rejections: RejectionSummary,
	out: string,
	seconds: number
): string[] {
	const { counts, themes, notices, asGood } = manifest;
	return [
		...manifest.inputs.flatMap(inputLines),
		...rejectionLines(rejections),
		...notices.map((notice) => `Note: ${notice}`),
		'Themes:',
		...themes.map(({ label, papers }) => `  ${grouped(papers).padStart(7)}  ${label}`),
		...(asGood ? [`Numbers of themes: ${asGoodWords(asGood)}`] : []),
		...(mergedWords(manifest.inputs, grouped) ? [`Merged: ${mergedWords(manifest.inputs, grouped)}`] : []),
		`Dataset: ${out}`,
		`Papers kept: ${grouped(counts.papers)}`,
		`Duplicates merged: ${grouped(counts.duplicates)}`,
		`Rejected: ${grouped(counts.rejected)}`,
		`Themes: ${grouped(counts.themes)}`,
		`Seconds: ${seconds.toFixed(1)}`
	];
}
