import type { InputAccount } from '../dataset/account.ts';
import { byteOrderMark, lineEnd, textCell } from './csv.ts';

/** The account of a corpus: for each file what became of its records, names neutralised for spreadsheets. */
export function accountCsv(inputs: readonly InputAccount[]): string {
	const lines = inputs.map(({ file, format, bytes, sha256, records, papers, duplicates, rejected }) =>
		[textCell(file), textCell(format), bytes, sha256, records, papers, duplicates, rejected].join(',')
	);
	const header = 'file,format,bytes,sha256,records,papers,duplicates,rejected';
	return byteOrderMark + [header, ...lines].map((line) => line + lineEnd).join('');
}
