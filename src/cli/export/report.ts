import { writeFile } from 'node:fs/promises';
import { parse, join } from 'node:path';

import type { CorpusAccount } from '../../lib/dataset/account.ts';
import { rejectionLines, rejectionsHeader, accountCsv, mergesCsv } from '../../lib/export/account-csv.ts';
import { writeWhole } from './destination.ts';

/** Where the account of the files goes beside the list of rejected records: `report.files.csv`. */
export const accountPath = (report: string): string => beside(report, 'files');

/** Where the list of merged records goes: `report.merged.csv`. */
export const mergesPath = (report: string): string => beside(report, 'merged');

function beside(report: string, what: string): string {
	const { dir, name, ext } = parse(report);
	return join(dir, `${name}.${what}${ext === '' ? '.csv' : ext}`);
}

/** The files of a report, if one is wanted. */
export const reportPaths = (report: string | null): string[] =>
	report === null ? [] : [report, accountPath(report), mergesPath(report)];

/** Writes what was rejected, what became of each file's records, and which were merged. */
export async function writeReport(
	path: string,
	{ inputs, rejections, merges = [] }: Pick<CorpusAccount, 'inputs' | 'rejections' | 'merges'>
): Promise<void> {
	const rejected = rejectionsHeader() + rejectionLines(rejections);
	await writeWhole(path, (temporary) => writeFile(temporary, rejected), 'report');
	await writeWhole(accountPath(path), (temporary) => writeFile(temporary, accountCsv(inputs)), 'report');
	await writeWhole(mergesPath(path), (temporary) => writeFile(temporary, mergesCsv(merges)), 'report');
}
