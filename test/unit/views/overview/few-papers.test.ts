import { expect, it } from 'vitest';

import type { PaperText } from '../../../../src/lib/pipeline/model.ts';
import { fit } from '../../../../src/lib/pipeline/fit.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { fewPapersWords } from '../../../../src/lib/views/pages/overview/few-papers.ts';
import { plantCorpus } from '../../../support/planted-corpus.ts';

const siteOf = (papers: number, themes: number) =>
	({ counts: { papers }, themes: Array.from({ length: themes }, () => ({})) }) as Parameters<
		typeof fewPapersWords
	>[0];

it('says how many papers it takes to tell themes apart', () => {
	expect(fewPapersWords(siteOf(6, 1))).toBe(
		'6 papers are too few to tell themes apart, so they stand in one. It takes at least 16 papers, and about 8 for each theme.'
	);
	expect(fewPapersWords(siteOf(1, 1))).toMatch(/^1 paper is too few/);
	expect(fewPapersWords(siteOf(6, 2))).toBeNull();
	expect(fewPapersWords(siteOf(16, 1))).toBeNull();
});

it('says so of as many papers as the fit does not part', async () => {
	const texts = plantCorpus(3)
		.filter(({ theme }) => theme === 'rising' || theme === 'falling')
		.map(({ title, abstract }): PaperText => ({ title, abstract }));
	const fitted = (papers: number) => fit(texts.slice(0, papers), { ...defaultOptions, themes: 'auto' });
	const themes = async (papers: number) => (await fitted(papers)).defaultThemes.length;
	const few = await themes(15);
	expect((await fitted(15)).curve).toEqual([]);
	expect((await fitted(16)).curve.length).toBeGreaterThan(0);
	expect(fewPapersWords(siteOf(15, few))).toMatch(/^15 papers are too few/);
	const more = await themes(60);
	expect(more).toBeGreaterThan(1);
	expect(fewPapersWords(siteOf(60, more))).toBeNull();
});
