import { capitalised, formatNumber, formatPapers } from '../../../format/format.ts';
import { formatName } from '../../parts/account/format-names.ts';
import type { DateOrders } from '../../../dataset/account.ts';
import type { FilePreview, PartPreview } from '../../../worker/client.ts';

const records = (count: number) => `${formatNumber(count)} ${count === 1 ? 'record' : 'records'}`;

/** What the records of a file became: `12 records: 10 papers, 2 rejected`. */
export function partWords({ records: count, papers }: PartPreview, complete: boolean): string {
	const rejected = count - papers;
	const became = [formatPapers(papers), ...(rejected > 0 ? [`${formatNumber(rejected)} rejected`] : [])];
	return `${complete ? '' : 'the first '}${records(count)}: ${became.join(', ')}`;
}

/** Whether a file was read to its end without a paper. */
export function holdsNothing({ parts, complete }: FilePreview): boolean {
	return complete && parts.every(({ papers }) => papers === 0);
}

/** What a file is, in one line. */
export function previewWords({ parts, complete }: FilePreview): string {
	const [first, ...others] = parts;
	if (!first) return '';
	if (others.length === 0) return `${formatName(first.format)}; ${partWords(first, complete)}`;
	const formats = [...new Set(parts.map(({ format }) => formatName(format)))];
	return `archive of ${complete ? '' : 'more than '}${formatNumber(parts.length)} files (${formats.join(', ')})`;
}

/** Why a file holds nothing to read, as a sentence. */
export function problemWords(problem: string): string {
	if (problem.startsWith('it ')) return capitalised(problem);
	return problem.startsWith('empty') ? `The file is ${problem}` : `It cannot be read: ${problem}`;
}

/** What else a file could be: `It could also be read as BibTeX, of which it has less.` */
export const otherWords = (formats: readonly string[]): string =>
	`It could also be read as ${formats.map(formatName).join(', ')}, of which it has less.`;

/** What became of bytes that stand for no letter. */
export const undecodedWords = (count: number): string =>
	`${formatNumber(count)} ${count === 1 ? 'character' : 'characters'} could not be decoded, and ${count === 1 ? 'is' : 'are'} read as \uFFFD. Another encoding may be right.`;

function orderWords({ order, contradicted }: DateOrders): string {
	if (order === 'dmy') return 'with the day first';
	if (order === 'mdy') return 'with the month first';
	return contradicted
		? 'as a year only, since others of the column contradict each other'
		: 'as a year only, since no other of the column shows what comes first';
}

/** How dates are read of which the order of day and month is open. */
export function dateOrderWords(orders: readonly DateOrders[]): string {
	return orders
		.map((one) => `Dates such as 03/07/2024 in “${one.column}” are read ${orderWords(one)}.`)
		.join(' ');
}
