import type { Rejection } from '../dataset/paper.ts';
import { mergeKeys, mergeKeyWords, type InputAccount, type Merge } from '../dataset/account.ts';
import { byteOrderMark, lineEnd, textCell } from './csv.ts';

/** The start of a file of rejected records: byte-order mark and the names of the columns. */
export function rejectionsHeader(): string {
	return `${byteOrderMark}file,record,reason,excerpt${lineEnd}`;
}

/** One line for each rejected record; texts that a spreadsheet would run are neutralised. */
export function rejectionLines(rejections: readonly Rejection[]): string {
	return rejections
		.map(
			({ file, record, reason, excerpt }) =>
				`${textCell(file)},${record},${textCell(reason)},${textCell(excerpt)}${lineEnd}`
		)
		.join('');
}

/** The account of a corpus: for each file what became of its records, names neutralised for spreadsheets. */
export function accountCsv(inputs: readonly InputAccount[]): string {
	const lines = inputs.map((input) => {
		const { file, format, bytes, sha256, records, papers, duplicates, rejected, merged } = input;
		const { encoding = '', undecoded = 0, dateOrders = [], others = [] } = input;
		const orders = dateOrders.map(({ column, order }) => `${column} ${order ?? 'unclear'}`).join('; ');
		return [
			...[textCell(file), textCell(format), bytes, sha256, records, papers, duplicates, rejected],
			...mergeKeys.map((key) => merged?.[key] ?? ''),
			...[textCell(encoding), undecoded, textCell(orders), textCell(others.join('; '))]
		].join(',');
	});
	const header =
		'file,format,bytes,sha256,records,papers,duplicates,rejected,by_id,by_doi,by_text,by_title_and_year,' +
		'encoding,undecoded,date_orders,other_formats';
	return byteOrderMark + [header, ...lines].map((line) => line + lineEnd).join('');
}

/** Every merged record, the one that is kept in its place, and what showed that they are the same paper. */
export function mergesCsv(merges: readonly Merge[]): string {
	const lines = merges.map(({ file, record, keptFile, keptRecord, by }) =>
		[textCell(file), record, textCell(keptFile), keptRecord, mergeKeyWords(by)].join(',')
	);
	return (
		byteOrderMark + ['file,record,kept_file,kept_record,by', ...lines].map((line) => line + lineEnd).join('')
	);
}
