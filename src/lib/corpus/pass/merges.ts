import { mergeKeys, type CorpusAccount, type Merge, type MergeCounts } from '../../dataset/account.ts';
import type { Merged } from './duplicates.ts';

const noMerges = (): MergeCounts => ({ id: 0, doi: 0, text: 0, titleYear: 0 });

/** Entries of an ascending list before the first that is above a value. */
function countUpTo(sorted: ArrayLike<number>, value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] as number) <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Finds the file and the number of the record that became a paper. */
function recordFinder({ inputs, rejections }: CorpusAccount, firstPapers: readonly number[]) {
	/** For each rejection of each file, the papers before it. */
	const papersBefore = inputs.map((): number[] => []);
	let [file, seen] = [0, 0];
	for (const rejection of rejections) {
		// Two inputs can bear the same name: the numbers of rejected records say where the next one begins.
		while (seen >= (inputs[file]?.rejected ?? Infinity)) [file, seen] = [file + 1, 0];
		papersBefore[file]?.push(rejection.record - ++seen);
	}
	return (paper: number) => {
		const input = countUpTo(firstPapers, paper) - 1;
		const inFile = paper - (firstPapers[input] as number);
		return { input, record: inFile + 1 + countUpTo(papersBefore[input] ?? [], inFile) };
	};
}

/**
 * The account of a corpus with what was merged.
 * @param account in which duplicates count as papers
 * @param firstPapers number of the first paper of each input, duplicates included
 */
export function accountOfMerges(
	account: CorpusAccount,
	firstPapers: readonly number[],
	{ kept, by }: Merged
): CorpusAccount {
	const find = recordFinder(account, firstPapers);
	const counts = account.inputs.map(noMerges);
	const merges: Merge[] = [];
	const fileOf = (input: number) => account.inputs[input]?.file ?? '';
	for (const [paper, best] of kept.entries()) {
		const key = mergeKeys[by[paper] as number];
		if (best === paper || key === undefined) continue;
		const [dropped, other] = [find(paper), find(best)];
		(counts[dropped.input] as MergeCounts)[key]++;
		merges.push({
			...{ file: fileOf(dropped.input), record: dropped.record },
			...{ keptFile: fileOf(other.input), keptRecord: other.record, by: key }
		});
	}
	const inputs = account.inputs.map((input, place) => {
		const merged = counts[place] as MergeCounts;
		const duplicates = mergeKeys.reduce((sum, key) => sum + merged[key], 0);
		return { ...input, papers: input.papers - duplicates, duplicates, merged };
	});
	return { ...account, inputs, merges };
}
