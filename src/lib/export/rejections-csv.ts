import type { Rejection } from '../dataset/paper.ts';
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
