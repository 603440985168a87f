import {
	mergeKeys,
	type CorpusAccount,
	type InputAccount,
	type Merge,
	type MergeCounts,
	type MergeKey
} from '../../dataset/account.ts';
import type { Merged } from './duplicates.ts';
import type { EarlierPapers } from './earlier.ts';

const byMergeKey = (count: (key: MergeKey) => number) =>
	Object.fromEntries(mergeKeys.map((key) => [key, count(key)])) as MergeCounts;
export const noMerges = () => byMergeKey(() => 0);

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

/**
 * Finds the file and the number of the record that became a paper. Of a dataset's papers only their own numbers are
 * known.
 * @param earlier files whose papers come from a dataset
 */
function recordFinder(
	{ inputs, rejections }: CorpusAccount,
	firstPapers: readonly number[],
	earlier: number
) {
	/** For each rejection of each file, the papers before it. */
	const papersBefore = inputs.map((): number[] => []);
	let [file, seen] = [earlier, 0];
	for (const rejection of rejections) {
		// Two inputs can bear the same name: the numbers of rejected records say where the next one begins.
		while (seen >= (inputs[file]?.rejected ?? Infinity)) [file, seen] = [file + 1, 0];
		papersBefore[file]?.push(rejection.record - ++seen);
	}
	return (paper: number) => {
		const input = countUpTo(firstPapers, paper) - 1;
		if (input < earlier) return { input, record: paper + 1 };
		const inFile = paper - (firstPapers[input] as number);
		return { input, record: inFile + 1 + countUpTo(papersBefore[input] ?? [], inFile) };
	};
}

/** The account of a file with the records that were merged, beside those that were before, where it says by what. */
export function withMerged(input: InputAccount, counts: MergeCounts, isEarlier: boolean): InputAccount {
	const duplicates = mergeKeys.reduce((sum, key) => sum + counts[key], 0);
	const before = isEarlier ? input.merged : noMerges();
	const merged = before && byMergeKey((key) => before[key] + counts[key]);
	return {
		...input,
		papers: input.papers - duplicates,
		duplicates: input.duplicates + duplicates,
		...(merged && { merged })
	};
}

/**
 * The account of a corpus with what was merged.
 * @param account in which duplicates count as papers
 * @param firstPapers number of the first paper of each input, duplicates included
 * @param earlier the dataset that the first inputs come from, if any: theirs are duplicates beside those they have
 */
export function accountOfMerges(
	account: CorpusAccount,
	firstPapers: readonly number[],
	{ kept, by }: Merged,
	earlier?: EarlierPapers
): CorpusAccount {
	const before = earlier?.inputs.length ?? 0;
	const find = recordFinder(account, firstPapers, before);
	const counts = account.inputs.map(noMerges);
	const merges: Merge[] = [];
	const fileOf = (input: number) => (input < before ? earlier?.name : account.inputs[input]?.file) ?? '';
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
	const inputs = account.inputs.map((input, place) =>
		withMerged(input, counts[place] as MergeCounts, place < before)
	);
	return { ...account, inputs, merges };
}
