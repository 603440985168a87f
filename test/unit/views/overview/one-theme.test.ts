import { expect, it } from 'vitest';

import type { PaperText } from '../../../../src/lib/pipeline/model.ts';
import { fit } from '../../../../src/lib/pipeline/fit.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { oneThemeWords } from '../../../../src/lib/views/pages/overview/one-theme.ts';
import { plantCorpus } from '../../../support/planted-corpus.ts';

const siteOf = (papers: number, themes: number, notices: readonly string[] = []) =>
	({ counts: { papers }, themes: Array.from({ length: themes }, () => ({})), notices }) as Parameters<
		typeof oneThemeWords
	>[0];

it('says how many papers it takes to tell themes apart', () => {
	expect(oneThemeWords(siteOf(6, 1))).toBe(
		'6 papers are too few to tell themes apart, so they stand in one. It takes at least 16 papers, and about 8 for each theme.'
	);
	expect(oneThemeWords(siteOf(1, 1))).toMatch(/^1 paper is too few/);
	expect(oneThemeWords(siteOf(6, 2))).toBeNull();
	expect(oneThemeWords(siteOf(16, 1))).toBeNull();
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
	expect(oneThemeWords(siteOf(15, few))).toMatch(/^15 papers are too few/);
	const more = await themes(60);
	expect(more).toBeGreaterThan(1);
	expect(oneThemeWords(siteOf(60, more))).toBeNull();
});

it('says what it takes of enough papers that nothing sets apart, and nothing where one theme was asked for', async () => {
	const [{ title, abstract }] = plantCorpus(3) as [PaperText];
	const alike = Array.from({ length: 24 }, (): PaperText => ({ title, abstract }));
	const words = async (themes: 'auto' | 1) => {
		const { defaultThemes, notices } = await fit(alike, { ...defaultOptions, themes });
		return oneThemeWords(siteOf(alike.length, defaultThemes.length, notices));
	};
	expect(await words('auto')).toBe(
		'No division into themes sets these papers apart, so they stand in one. It takes papers of two kinds at least, about 8 of each, with words of their own.'
	);
	expect(await words(1)).toBeNull();
});
