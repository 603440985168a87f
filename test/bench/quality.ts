import { adjustedRand, vMeasure } from '../../src/lib/pipeline/cluster/agreement.ts';
import { assign } from '../../src/lib/pipeline/assign.ts';
import { fit } from '../../src/lib/pipeline/fit.ts';
import { defaultOptions, type PipelineOptions } from '../../src/lib/pipeline/options.ts';
import { readLabelled, type LabelledCorpus } from './labelled.ts';

interface Quality {
	vMeasure: number;
	adjustedRand: number;
	/** Share of the papers in the largest theme. */
	largest: number;
}

async function qualityOf({ papers, truth }: LabelledCorpus, options: PipelineOptions): Promise<Quality> {
	const model = await fit(papers, options);
	const { themeId } = await assign(model, papers);
	const sizes = new Map<number, number>();
	for (const theme of themeId) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
	return {
		vMeasure: vMeasure(truth, themeId),
		adjustedRand: adjustedRand(truth, themeId),
		largest: Math.max(...sizes.values()) / papers.length
	};
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Agreement of the themes with true labels, k = number of labels, mean over seeds; and the number `auto` chooses. */
export async function reportQuality(
	files: readonly string[],
	seeds: number,
	changes: Partial<PipelineOptions> = {}
): Promise<void> {
	console.log('| corpus | papers | labels | V-measure | adjusted Rand | largest theme | auto |');
	console.log('| --- | --: | --: | --: | --: | --: | --: |');
	const means: Quality[] = [];
	for (const file of files) {
		const corpus = await readLabelled(file);
		const runs: Quality[] = [];
		for (let seed = 1; seed <= seeds; seed++) {
			runs.push(await qualityOf(corpus, { ...defaultOptions, ...changes, themes: corpus.labels, seed }));
		}
		const { defaultThemes } = await fit(corpus.papers, { ...defaultOptions, ...changes });
		const row: Quality = {
			vMeasure: mean(runs.map((run) => run.vMeasure)),
			adjustedRand: mean(runs.map((run) => run.adjustedRand)),
			largest: Math.max(...runs.map((run) => run.largest))
		};
		means.push(row);
		const { name, papers, labels } = corpus;
		console.log(`| ${[name, papers.length, labels, ...written(row), defaultThemes.length].join(' | ')} |`);
	}
	const overall: Quality = {
		vMeasure: mean(means.map((run) => run.vMeasure)),
		adjustedRand: mean(means.map((run) => run.adjustedRand)),
		largest: Math.max(...means.map((run) => run.largest))
	};
	console.log(`| mean | | | ${written(overall).join(' | ')} | |`);
}

function written({ vMeasure: v, adjustedRand: rand, largest }: Quality): string[] {
	return [v.toFixed(3), rand.toFixed(3), `${(largest * 100).toFixed(0)} %`];
}
