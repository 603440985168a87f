import { commands } from 'vitest/browser';
import { expect, it } from 'vitest';

import { arrowOf } from '../../../src/lib/archive/arrow-batch.ts';
import { rowsOf } from '../../../src/lib/archive/arrow-rows.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { createRandom, type Random } from '../../../src/lib/pipeline/random.ts';
import { factsOf, type CorpusToBuild } from '../../support/built-facts.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';

/** `FUZZ_ROUNDS=300` builds as many corpora; `FUZZ_SEED` others. */
const rounds = Number(import.meta.env.FUZZ_ROUNDS ?? 3);
/** Corpora that are built in Node together. */
const atOnce = 25;
const firstSeed = Number(import.meta.env.FUZZ_SEED ?? 1);

/** What hosts could take apart differently: accents in two forms, scripts, signs, numbers, marks and what is no text. */
const odd = [
	'Müller',
	'İstanbul',
	'ﬁeld',
	'ΣΊΣΥΦΟΣ',
	'深度学习',
	'학습',
	'naïve',
	'e\u0301tude',
	'ß',
	'𝛼-helix'
];
const signs = [
	'CO₂',
	'½',
	'ｗｉｄｅ',
	'👩‍🔬',
	'\u200b',
	'\ud800',
	'<i>x</i>',
	'3.14e-7',
	'don’t',
	'COVID-19',
	'Ǆ'
];

function strange(text: string, random: Random): string {
	const words = text.split(' ');
	for (let count = random.integer(6); count > 0; count--) {
		const from = random.integer(2) ? odd : signs;
		words.splice(random.integer(words.length + 1), random.integer(2), from[random.integer(from.length)]!);
	}
	return words.join(' ');
}

function corpusOf(seed: number): CorpusToBuild {
	const random = createRandom(seed);
	const papers = generatePapers(1 + random.integer(90), seed).map((paper) => ({
		...paper,
		title: strange(paper.title, random),
		abstract: strange(paper.abstract, random)
	}));
	const pipeline = {
		...defaultOptions,
		seed: random.integer(1000),
		themes: random.integer(2) ? ('auto' as const) : 1 + random.integer(9),
		weighting: random.integer(2) ? ('bm25' as const) : ('tfidf' as const),
		stability: random.integer(4) === 0
	};
	return { name: `corpus-${seed}.jsonl`, content: toJsonl(papers), options: { pipeline } };
}

// In one thread of the page: what the workers add to it is tested on other corpora (`same-result.test.ts`).
it(`${rounds} random corpora become the same datasets in Node and in Chromium, to the last bit`, async () => {
	const differing: number[] = [];
	for (let done = 0; done < rounds; done += atOnce) {
		const seeds = Array.from({ length: Math.min(atOnce, rounds - done) }, (_, at) => firstSeed + done + at);
		const corpora = seeds.map(corpusOf);
		const inNode = await commands.buildInNode(corpora);
		expect(inNode).toHaveLength(seeds.length);
		for (const [at, corpus] of corpora.entries()) {
			const inChromium = await factsOf(corpus, (table, batch) => rowsOf(table, arrowOf(table, batch)));
			const isEqual = JSON.stringify(inChromium) === JSON.stringify(inNode[at]);
			if (!isEqual) differing.push(seeds[at]!);
			if (!isEqual && differing.length === 1) expect.soft(inChromium, corpus.name).toEqual(inNode[at]);
		}
		if (rounds > atOnce) console.info(`${done + seeds.length} corpora, ${differing.length} differ`);
	}
	expect(differing).toEqual([]);
});
