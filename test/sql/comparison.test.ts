import { describe, expect, it } from 'vitest';

import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { builtFrom, embeddedDataset } from '../support/sql/datasets.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { engines, opened } from '../support/sql/engines.ts';
import type { KnownPaper } from '../support/sql/reference.ts';

const years = (from: string, to: string): Filters => ({
	...noFilters,
	date: { range: { from: `${from}-01-01`, to: `${to}-12-31` }, unknown: false }
});
const first: Filters = { ...noFilters, query: 'model' };
const second: Filters = { ...years('2024', '2025'), team: { range: { from: 2, to: 8 }, unknown: false } };

describe.each(engines)('in %s', (_, open) => {
	const at = opened(embeddedDataset, open);

	it('counts the papers of two overlapping sides that hold every term', async () => {
		const found = await at.queries.compareTerms(first, second);
		const [one, two] = [at.reference.left(first), at.reference.left(second)];
		expect([found.first, found.second]).toEqual([one.length, two.length]);
		expect(found.both).toBe(one.filter((paper) => two.includes(paper)).length);
		expect(found.both).toBeGreaterThan(0);
		expect(found.least).toBe(2);
		const holding = (papers: readonly KnownPaper[], stem: string) =>
			papers.filter(({ stems }) => stems.has(stem)).length;
		const stems = new Set(at.reference.papers.flatMap((paper) => [...paper.stems.keys()]));
		// “et al.” stands in every text.
		const common = [...stems].filter((stem) => stem !== 'et' && holding(at.reference.papers, stem) >= 2);
		expect(found.terms.length).toBe(common.length);
		for (const { term, ...counts } of found.terms) {
			expect(counts, term).toEqual({ first: holding(one, term), second: holding(two, term) });
		}
	});

	it('writes stems as titles have them', async () => {
		const readable = await at.queries.readableStems(['languag', 'reason', 'trajectori', 'nosuchstem']);
		expect(readable.get('languag')).toBe('language');
		expect(readable.get('reason')).toBe('reasoning');
		// No title has it: the abstracts do.
		expect(readable.get('trajectori')).toMatch(/^trajector(y|ies)$/);
		expect(readable.get('nosuchstem')).toBe('nosuchstem');
	});
});

/** Ten of 120 papers are in French; “men”, which Swedish has for “but”, stands in five in English. */
function papersInTwoLanguages() {
	const french = [
		'Dans cette étude, nous décrivons les turbines du moulin et la roue que les eaux font tourner avec une force constante.',
		'Les roues sont en bois, mais le moulin est aussi dans une tour pour que la pluie ne gêne pas les meules.'
	].join(' ');
	return generatePapers(120, 11).map((paper, at) => {
		if (at < 10) return { ...paper, title: `Le moulin et les eaux ${at}`, abstract: french };
		return at < 15 ? { ...paper, abstract: `${paper.abstract} Men and de facto millers.` } : paper;
	});
}

describe.each(engines)('of papers in two languages, in %s', (_, open) => {
	const at = opened(() => builtFrom(papersInTwoLanguages(), 4), open);

	it('leaves out function words of a language where papers are written in it, and nowhere else', async () => {
		const { terms } = await at.queries.compareTerms({ ...noFilters, query: 'moulin' }, noFilters);
		const found = new Set(terms.map(({ term }) => term));
		for (const word of ['moulin', 'turbin', 'men', 'facto']) expect(found, word).toContain(word);
		for (const word of ['le', 'et', 'dan', 'nou', 'sont', 'est', 'pour', 'mai'])
			expect(found, word).not.toContain(word);
	});
});
