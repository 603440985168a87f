import type { Hooks } from '../dataset/hooks.ts';
import type { PaperSource } from '../dataset/source.ts';
import type { PaperText } from './model.ts';
import { createRandom } from './random.ts';

export interface Sample {
	/** Drawn papers, in input order. */
	papers: PaperText[];
	/** Papers in the whole corpus. */
	total: number;
}

/**
 * A uniform sample without replacement in one pass (Vitter 1985, algorithm R); all papers where there are no
 * more than `size`.
 */
export async function drawSample(
	source: PaperSource,
	size: number,
	seed: number,
	hooks: Hooks
): Promise<Sample> {
	const random = createRandom(seed, 1);
	const kept: { index: number; text: PaperText }[] = [];
	let total = 0;
	for await (const batch of source.papers(hooks)) {
		for (const { title, abstract } of batch) {
			const slot = total < size ? total : random.integer(total + 1);
			if (slot < size) kept[slot] = { index: total, text: { title, abstract } };
			total++;
		}
	}
	kept.sort((a, b) => a.index - b.index);
	return { papers: kept.map(({ text }) => text), total };
}
