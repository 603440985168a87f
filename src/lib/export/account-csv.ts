import type { Rejection } from '../dataset/paper.ts';
import { byteOrderMark, lineEnd, textCell } from './csv.ts';
import type { InputAccount } from '../dataset/account.ts';

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
	const lines = inputs.map(({ file, format, bytes, sha256, records, papers, duplicates, rejected }) =>
		[textCell(file), textCell(format), bytes, sha256, records, papers, duplicates, rejected].join(',')
	);
	const header = 'file,format,bytes,sha256,records,papers,duplicates,rejected';
	return byteOrderMark + [header, ...lines].map((line) => line + lineEnd).join('');
}
