import type { Hooks } from '../source/hooks.ts';
import { rankOf, SampleDraw, type Sample, type Sampling } from '../source/sample-draw.ts';
import type { PaperSource } from '../source/source.ts';
import { textKey } from '../base/text-hash.ts';

/** A uniform sample without replacement in one pass; all papers where they are within its bounds. */
export async function drawSample(source: PaperSource, sampling: Sampling, hooks: Hooks): Promise<Sample> {
	if (source.survey) return source.survey(sampling, hooks);
	const draw = new SampleDraw(sampling);
	let total = 0;
	for await (const batch of source.papers(hooks)) {
		for (const paper of batch)
			draw.add(rankOf(textKey(paper.title, paper.abstract), sampling.seed), total++, paper);
	}
	return { papers: draw.finish(() => false), total };
}
