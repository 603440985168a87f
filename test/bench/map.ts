import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { assign } from '../../src/lib/pipeline/assign.ts';
import { fit } from '../../src/lib/pipeline/fit.ts';
import { takeRows } from '../../src/lib/pipeline/space/matrix.ts';
import type { Matrix } from '../../src/lib/pipeline/model.ts';
import { defaultOptions, samplingOf } from '../../src/lib/pipeline/options.ts';
import { createRandom } from '../../src/lib/pipeline/random.ts';
import { drawSample } from '../../src/lib/pipeline/build.ts';
import { trustworthiness } from './trustworthiness.ts';

/** Papers that neighbours are compared among. */
const compared = 2000;
const neighbours = 12;

/** Trustworthiness of the map against the papers' vectors, on at most 2,000 papers of each corpus. */
export async function reportMap(files: readonly string[]): Promise<void> {
	console.log('| corpus | papers | trustworthiness (12 neighbours) |');
	console.log('| --- | --: | --: |');
	for (const file of files) {
		const source = openCorpus([memorySource(basename(file), readFileSync(file))]);
		const { papers } = await drawSample(source, samplingOf(defaultOptions), {});
		const { vectors, x, y } = await assign(await fit(papers, defaultOptions), papers);
		const chosen = createRandom(1).sample(papers.length, compared);
		const map: Matrix = { rows: chosen.length, columns: 2, data: new Float64Array(chosen.length * 2) };
		chosen.forEach((paper, i) => map.data.set([x[paper] as number, y[paper] as number], i * 2));
		const trust = trustworthiness(takeRows(vectors, chosen), map, neighbours);
		console.log(`| ${basename(file)} | ${papers.length} | ${trust.toFixed(3)} |`);
	}
}
