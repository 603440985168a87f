import type { Hooks } from '../dataset/hooks.ts';
import { rankOf, SampleDraw, type Sample } from '../dataset/sample-draw.ts';
import type { PaperSource } from '../dataset/source.ts';
import { textKey } from '../dataset/text-hash.ts';

/** A uniform sample without replacement in one pass; all papers where there are no more than `size`. */
export async function drawSample(
	source: PaperSource,
	size: number,
	seed: number,
	hooks: Hooks
): Promise<Sample> {
	if (source.survey) return source.survey({ size, seed }, hooks);
	const draw = new SampleDraw({ size, seed });
	let total = 0;
	for await (const batch of source.papers(hooks)) {
		for (const paper of batch) draw.add(rankOf(textKey(paper.title, paper.abstract), seed), total++, paper);
	}
	return { papers: draw.finish(() => false), total };
}
