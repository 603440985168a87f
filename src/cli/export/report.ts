import { writeFile } from 'node:fs/promises';
import { parse, join } from 'node:path';

import type { CorpusAccount } from '../../lib/dataset/account.ts';
import { rejectionLines, rejectionsHeader, accountCsv } from '../../lib/export/account-csv.ts';
import { writeWhole } from './destination.ts';

/** Where the account of the files goes beside the list of rejected records: `report.files.csv`. */
export function accountPath(report: string): string {
	const { dir, name, ext } = parse(report);
	return join(dir, `${name}.files${ext === '' ? '.csv' : ext}`);
}

/** The files of a report, if one is wanted. */
export const reportPaths = (report: string | null): string[] =>
	report === null ? [] : [report, accountPath(report)];

/** Writes what was rejected, and what became of each file's records. */
export async function writeReport(
	path: string,
	{ inputs, rejections }: Pick<CorpusAccount, 'inputs' | 'rejections'>
): Promise<void> {
	const rejected = rejectionsHeader() + rejectionLines(rejections);
	await writeWhole(path, (temporary) => writeFile(temporary, rejected), 'report');
	await writeWhole(accountPath(path), (temporary) => writeFile(temporary, accountCsv(inputs)), 'report');
}
