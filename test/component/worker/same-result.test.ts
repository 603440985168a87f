import { commands } from 'vitest/browser';
import { describe, expect, it } from 'vitest';

import dailyPapers from '../../../data/daily-papers.txt?raw';
import type { BuildOptions } from '../../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { buildInWorker } from '../../../src/lib/worker/client.ts';
import { FactsGatherer, type BuiltFacts } from '../../support/built-facts.ts';

async function buildInChromium(name: string, content: string, options: BuildOptions): Promise<BuiltFacts> {
	const gatherer = new FactsGatherer();
	const manifest = await buildInWorker({
		files: [new File([content], name)],
		corpus: {},
		options,
		onBatch: (table, batch) => gatherer.add(table, batch)
	});
	return gatherer.facts(manifest);
}

const corpora: [string, string, string][] = [['the embedded corpus', 'daily-papers.txt', dailyPapers]];

describe.each(corpora)('%s', (_, name, content) => {
	it('becomes the same dataset in Node and in Chromium, to the last bit', async () => {
		const options: BuildOptions = { pipeline: defaultOptions };
		const [node, chromium] = await Promise.all([
			commands.buildInNode(name, content, options),
			buildInChromium(name, content, options)
		]);
		expect(chromium.themes).toEqual(node.themes);
		expect(new Set(node.themes).size).toBeGreaterThan(1);
		expect(chromium.manifest).toEqual(node.manifest);
		expect(chromium.arrived).toEqual(node.arrived);
		for (const { name: table, sha256 } of node.manifest.tables) expect(node.arrived[table]).toBe(sha256);
	});

	it('becomes another dataset with another seed', async () => {
		const [one, other] = await Promise.all(
			[1, 2].map((seed) => buildInChromium(name, content, { pipeline: { ...defaultOptions, seed } }))
		);
		expect(one?.manifest.fingerprint).not.toBe(other?.manifest.fingerprint);
		expect(one?.arrived.papers).not.toBe(other?.arrived.papers);
	});
});
