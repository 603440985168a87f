import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus, type CorpusOptions } from '../../src/lib/corpus/pass/open.ts';
import type { Paper } from '../../src/lib/dataset/paper.ts';
import type { CorpusAccount } from '../../src/lib/dataset/account.ts';

/** Reads texts or bytes as a corpus, file by file. */
export async function readCorpus(
	contents: Readonly<Record<string, string | Uint8Array>>,
	options: CorpusOptions = {}
): Promise<{ papers: Paper[]; account: CorpusAccount }> {
	const inputs = Object.entries(contents).map(([name, content]) => memorySource(name, content));
	const source = openCorpus(inputs, options);
	const papers: Paper[] = [];
	for await (const batch of source.papers()) papers.push(...batch);
	return { papers, account: source.account() };
}

/** The sum that must hold for every input. */
export function isBalanced(account: CorpusAccount): boolean {
	return account.inputs.every(
		({ records, papers, duplicates, rejected }) => records === papers + duplicates + rejected
	);
}
