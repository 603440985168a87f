import { commands } from 'vitest/browser';
import { expect, it } from 'vitest';

import dailyPapers from '../../../data/daily-papers.txt?raw';
import type { BuildOptions } from '../../../src/lib/pipeline/build.ts';
import { defaultOptions, type PipelineOptions } from '../../../src/lib/pipeline/options.ts';
import { buildInWorker } from '../../../src/lib/worker/client.ts';
import { rowsOf } from '../../../src/lib/archive/arrow-rows.ts';
import { FactsGatherer, type BuiltFacts } from '../../support/built-facts.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';

async function buildInChromium(name: string, content: string, options: BuildOptions): Promise<BuiltFacts> {
	const gatherer = new FactsGatherer();
	const { manifest } = await buildInWorker({
		files: [new File([content], name)],
		corpus: {},
		options,
		onBatch: ({ table, arrow }) => gatherer.add(table, rowsOf(table, arrow))
	});
	return gatherer.facts(manifest);
}

let embedded: Promise<BuiltFacts> | undefined;
/** The embedded corpus under the usual options, built once. */
const embeddedInChromium = () =>
	(embedded ??= buildInChromium('daily-papers.txt', dailyPapers, { pipeline: defaultOptions }));

const digits = { day: 10, month: 7, year: 4 };

/** Hardly more than are worth the start of other threads, in two pieces for each step. */
const generated = generatePapers(2100, 7)
	.map(({ sourceId, published, datePrecision, authors, teamSize, title, abstract, venue, organisation }) =>
		JSON.stringify({
			id: sourceId,
			title,
			abstract,
			authors: authors.length > 0 ? authors : teamSize,
			date: published?.slice(0, digits[datePrecision ?? 'day']),
			venue,
			organisation
		})
	)
	.join('\n');

/** What a corpus can be told about words; none of it is idle here. */
const rules = {
	stopWords: ['benchmark'],
	language: 'en',
	synonyms: ['large language model = LLM', 'COT = chain of thought', 'reinforcement learning = RL'],
	exclusions: ['state of the art', 'large reasoning model']
} as const;

const usual: Partial<PipelineOptions> = {};
const corpora: [string, string, string, Partial<PipelineOptions>][] = [
	['the embedded corpus', 'daily-papers.txt', dailyPapers, usual],
	['2,100 generated papers', 'generated.jsonl', generated, {}],
	['the embedded corpus with synonyms, exclusions and a language', 'daily-papers.txt', dailyPapers, rules]
];

it.each(corpora)(
	'%s becomes the same dataset in Node and in Chromium, to the last bit',
	async (_, name, content, said) => {
		const options: BuildOptions = { pipeline: { ...defaultOptions, ...said } };
		const [[node], chromium] = await Promise.all([
			commands.buildInNode([{ name, content, options }]),
			said === usual ? embeddedInChromium() : buildInChromium(name, content, options)
		]);
		if (typeof node !== 'object') throw new Error(node);
		expect(chromium.themes).toEqual(node.themes);
		expect(new Set(node.themes).size).toBeGreaterThan(1);
		expect(chromium.manifest).toEqual(node.manifest);
		expect(chromium.arrived).toEqual(node.arrived);
		expect(chromium.manifest.parameters).toMatchObject(said);
		for (const { name: table, checksum } of node.manifest.tables) expect(node.arrived[table]).toBe(checksum);
	}
);

it('another seed gives another dataset', async () => {
	const pipeline = { ...defaultOptions, seed: defaultOptions.seed + 1 };
	const [one, other] = await Promise.all([
		embeddedInChromium(),
		buildInChromium('daily-papers.txt', dailyPapers, { pipeline })
	]);
	expect(one.manifest.fingerprint).not.toBe(other.manifest.fingerprint);
	expect(one.arrived.papers).not.toBe(other.arrived.papers);
});

it('a cancel ends the build at once, in whatever step it is', async () => {
	const controller = new AbortController();
	const batches: string[] = [];
	const stages: string[] = [];
	const build = buildInWorker(
		{
			files: [new File([generated], 'generated.jsonl')],
			corpus: {},
			options: { pipeline: defaultOptions },
			onBatch: ({ table }) => batches.push(table)
		},
		{
			signal: controller.signal,
			onProgress: ({ stage }) => {
				stages.push(stage);
				if (stage === 'reduce') controller.abort();
			}
		}
	);
	await expect(build).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
	expect(stages.at(-1)).toBe('reduce');
	// Long enough for another build to come to an end: nothing more comes of the first.
	await buildInChromium('few.jsonl', toJsonl(generatePapers(30, 3)), { pipeline: defaultOptions });
	expect(stages.filter((stage) => stage === 'reduce')).toHaveLength(1);
	expect(batches).toEqual([]);
});
