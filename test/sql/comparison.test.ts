import { describe, expect, it } from 'vitest';

import { noFilters, type Filters } from '../../src/lib/queries/filters/filters.ts';
import { embeddedDataset } from '../support/sql/datasets.ts';
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

	it('counts how often two overlapping sides use every term', async () => {
		const found = await at.queries.compareTerms(first, second);
		const [one, two] = [at.reference.left(first), at.reference.left(second)];
		expect(found.both).toBe(one.filter((paper) => two.includes(paper)).length);
		expect(found.both).toBeGreaterThan(0);
		expect(found.least).toBe(2);
		const uses = (papers: readonly KnownPaper[], stem: string) =>
			papers.reduce((sum, { stems }) => sum + (stems.get(stem) ?? 0), 0);
		const holding = (papers: readonly KnownPaper[], stem: string) =>
			papers.filter(({ stems }) => stems.has(stem)).length;
		const stems = new Set(at.reference.papers.flatMap((paper) => [...paper.stems.keys()]));
		const common = [...stems].filter((stem) => holding(at.reference.papers, stem) >= 2);
		expect(found.terms.length).toBe(common.length);
		for (const { term, ...counts } of found.terms) {
			expect(counts, term).toEqual({
				first: uses(one, term),
				second: uses(two, term),
				all: uses(at.reference.papers, term),
				firstPapers: holding(one, term),
				secondPapers: holding(two, term)
			});
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
