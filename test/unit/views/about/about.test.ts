import { describe, expect, it } from 'vitest';

import {
	type AboutManifest,
	accountWords,
	datasetCitation,
	datasetFacts,
	recordWords,
	sumOfInputs
} from '../../../../src/lib/views/parts/method/dataset-facts.ts';
import { curveHeadline } from '../../../../src/lib/views/pages/about/curve-words.ts';
import { methodSteps } from '../../../../src/lib/views/parts/method/method-words.ts';
import { parameterWords } from '../../../../src/lib/views/parts/method/parameter-words.ts';
import { qualityFigures } from '../../../../src/lib/views/parts/method/quality-figures.ts';

const input = { file: 'a.jsonl', bytes: 10, sha256: 'ab', format: 'jsonl' };
const manifest: AboutManifest = {
	schemaVersion: '1.2',
	tree: [],
	generator: { name: 'corpuscope', version: '0.1.0' },
	title: 'Daily Papers',
	listed: '2025-10-31',
	fingerprint: '63c7677b48687c05',
	inputs: [
		{ ...input, records: 8, papers: 6, duplicates: 1, rejected: 1 },
		{ ...input, file: 'b.csv', records: 2, papers: 2, duplicates: 0, rejected: 0 }
	],
	parameters: {
		weighting: 'bm25',
		k1: 1.2,
		b: 0.75,
		minDf: 'auto',
		maxDfShare: 0.5,
		components: 50,
		restarts: 5,
		themes: 'auto',
		stopWords: []
	},
	seed: 42,
	counts: {
		papers: 8,
		sampled: 8,
		themes: 2,
		leaves: 5,
		dated: 7,
		withTeamSize: 4,
		withAbstract: 8,
		rejected: 1,
		duplicates: 1
	},
	span: { first: '2022-05-27', last: '2025-10-21' },
	years: { first: 2022, last: 2025 },
	granularity: 'day',
	quality: { coherence: -0.155, diversity: 1, silhouette: 0.0088, inertia: 65.27 },
	notices: [],
	themes: [],
	tables: [],
	files: []
};
const said = (change: AboutManifest['parameters'], papers = 8) =>
	methodSteps({
		...manifest,
		parameters: { ...manifest.parameters, ...change },
		counts: { ...manifest.counts, papers }
	})
		.map(({ text }) => text)
		.join(' ');

describe('the account of what was read', () => {
	it('adds up over files', () => {
		expect(accountWords(sumOfInputs(manifest.inputs))).toBe(
			'10 records = 8 papers + 1 duplicate + 1 rejected'
		);
	});
});

describe('facts and citation', () => {
	it('say what became of the records, by what they were merged and what could not be decoded', () => {
		const [input, ...others] = manifest.inputs;
		if (!input) throw new Error('no input');
		const merged = { id: 0, doi: 12, text: 0, titleYear: 3 };
		const inputs = [{ ...input, merged, undecoded: 2 }, ...others];
		const account = '10 records = 8 papers + 1 duplicate + 1 rejected.';
		const kept = 'Identical records are kept once; records without usable text are rejected.';
		expect(recordWords(manifest.inputs)).toBe(`${account} ${kept}`);
		expect(recordWords(inputs)).toBe(
			`${account} ${kept} Merged: 12 by DOI, 3 by title and year. Characters that could not be decoded: 2.`
		);
	});

	it('say what the manifest says', () => {
		const facts = new Map(datasetFacts(manifest).map(({ name, value }) => [name, value]));
		expect(facts.get('Corpus')).toBe('Daily Papers, 31 Oct 2025');
		expect(facts.get('Dates')).toBe('27\u00a0May\u00a02022 to 21\u00a0Oct\u00a02025');
		expect(facts.get('With a team size')).toBe('4 of 8 (50\u00a0%)');
		expect(datasetCitation(manifest)).toBe(
			'Daily Papers, 31 Oct 2025 (8 papers, 2 themes). Made with Corpuscope 0.1.0, dataset 63c7677b48687c05, seed 42.'
		);
	});
});

describe('the method in words', () => {
	it('follows the parameters', () => {
		expect(said({})).toContain('BM25 with k1 1.2 and b 0.75');
		expect(said({ weighting: 'tfidf' })).toContain('(TF-IDF)');
		expect(said({ weighting: 'tfidf' })).not.toContain('BM25');
		expect(said({ minDf: 5 })).toContain('at least 5 papers');
		expect(said({})).toContain('The number of themes, 2, was proposed');
		expect(said({ themes: 12 })).toContain('The number of themes, 12, was given');
		const [, , , themes] = methodSteps({ ...manifest, asGood: { from: 2, to: 4 } });
		expect(themes?.text).toContain('from the curve below. 2 to 4 are equally good.');
		expect(said({})).not.toContain('equally good');
		expect(said({ wordShare: 0.75, window: 8 })).toContain('within 8 words');
		expect(said({ wordShare: 0 })).not.toContain('Words have vectors');
		expect(said({ width: 40 })).toContain('the 40 leading directions');
		expect(said({})).not.toContain('set papers apart');
		expect(said({ stopWords: ['foo', 'bar'] })).toContain('so are 2 given');
	});

	it('says what was told about words', () => {
		expect(said({})).toContain('words that every text has');
		expect(said({})).not.toMatch(/As was asked for|Kept out of themes/);
		expect(said({ language: 'fr' })).toContain('the function words of French (of no other language');
		const told = said({
			synonyms: ['large language model = LLM, LLMs', 'wind turbine = WT'],
			exclusions: Array.from({ length: 10 }, (_, term) => `term ${term}`)
		});
		expect(told).toContain('“large language model” (also LLM, LLMs), “wind turbine” (also WT).');
		expect(told).toContain('“term 7” and 2 more, listed under Parameters.');
		expect(told).not.toContain('term 8');
	});

	it('speaks of a sample only where there was one', () => {
		expect(said({})).not.toContain('sample');
		expect(said({}, 60_000)).toContain('random sample of 8 papers');
	});
});

describe('parameters', () => {
	it('keep entries with commas apart', () => {
		expect(['auto', 1.2, true, [], ['foo', 'bar'], ['a = b, c', 'd = e']].map(parameterWords)).toEqual([
			'auto',
			'1.2',
			'true',
			'none',
			'foo, bar',
			'a = b, c; d = e'
		]);
	});
});

describe('quality figures', () => {
	it('give the number and no threshold', () => {
		const figures = qualityFigures(manifest);
		expect(figures.map(({ value }) => value)).toEqual(['−0.155', '100 %', '0.009', '65.3']);
		expect(figures.map(({ meaning }) => meaning).join(' ')).not.toMatch(/good|strong|weak|above 0\.\d/);
	});

	it('say where a figure is not defined', () => {
		const quality = { ...manifest.quality, silhouette: null };
		expect(qualityFigures({ ...manifest, quality })[2]?.value).toBe('not defined');
	});
});

describe('the curve in a sentence', () => {
	const curve = (chosen: number) =>
		[7, 11, 16, 24].map((k, place) => ({
			...{ k, silhouette: (1 + place) / 20, calinskiHarabasz: 1, stability: null },
			chosen: k === chosen
		}));

	it('names the range, the number taken, and the largest silhouette where it lies outside', () => {
		expect(curveHeadline(curve(11), { from: 7, to: 16 })).toBe(
			'7 to 16 themes are equally good: 11 were taken, though the silhouette is largest at 24'
		);
		expect(curveHeadline(curve(11), { from: 7, to: 24 })).toBe(
			'7 to 24 themes are equally good: 11 were taken'
		);
		expect(curveHeadline(curve(11), null)).toBe('11 themes were taken; the silhouette is largest at 24');
		expect(curveHeadline(curve(0), null)).toBe('24 themes have the largest silhouette');
	});
});
