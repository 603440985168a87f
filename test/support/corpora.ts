import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus, type CorpusOptions } from '../../src/lib/corpus/pass/open.ts';
import type { Paper } from '../../src/lib/dataset/paper.ts';
import type { CorpusAccount } from '../../src/lib/dataset/account.ts';

/** Formats of which other parsers read every file that tests read; see `independent-parsers.py`. */
const alsoReadByOthers = new Set(['ris', 'bibtex', 'csv']);
const longest = 20_000;

/** Notes texts that a test reads and how they were recognised, where `FIXTURES` names a file for them. */
function note(contents: readonly (string | Uint8Array)[], options: CorpusOptions, account: CorpusAccount) {
	const isToldMore = Object.keys(options).some((name) => name !== 'format' && name !== 'keepDuplicates');
	if (process.env.FIXTURES === undefined || isToldMore) return;
	const { currentTestName: test } = expect.getState();
	for (const [at, text] of contents.entries()) {
		const { format = '' } = account.inputs[at] ?? {};
		if (typeof text !== 'string' || text.length > longest || !alsoReadByOthers.has(format)) continue;
		appendFileSync(process.env.FIXTURES, `${JSON.stringify({ test, format, text })}\n`);
	}
}

/** Reads texts or bytes as a corpus, file by file. */
export async function readCorpus(
	contents: Readonly<Record<string, string | Uint8Array>>,
	options: CorpusOptions = {}
): Promise<{ papers: Paper[]; account: CorpusAccount }> {
	const inputs = Object.entries(contents).map(([name, content]) => memorySource(name, content));
	const source = openCorpus(inputs, options);
	const papers: Paper[] = [];
	for await (const batch of source.papers()) papers.push(...batch);
	const account = source.account();
	note(Object.values(contents), options, account);
	return { papers, account };
}

/** The sum that must hold for every input. */
export function isBalanced(account: CorpusAccount): boolean {
	return account.inputs.every(
		({ records, papers, duplicates, rejected }) => records === papers + duplicates + rejected
	);
}
