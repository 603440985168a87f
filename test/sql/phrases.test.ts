import { describe, expect, it } from 'vitest';

import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { parseSearch } from '../../src/lib/queries/search/search-query.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { engines, opened, type OpenedHost } from '../support/sql/engines.ts';
import { follows, wordsOf } from '../support/sql/phrase-reference.ts';
import type { KnownPaper } from '../support/sql/reference.ts';

/** A host that notes which groups of files are asked for. */
function watched(host: OpenedHost, attached: string[]): OpenedHost {
	return {
		close: () => host.close(),
		attach: (file, signal) => {
			attached.push(file.group);
			return host.attach(file, signal);
		},
		execute: (...asked) => host.execute(...asked),
		query: (...asked) => host.query(...asked)
	};
}

function isPlaced(query: string): boolean {
	const [clause] = parseSearch(query);
	const atom = clause?.[0]?.atoms[0];
	return atom?.kind === 'phrase' && atom.isPlaced;
}

const phraseOf = (words: readonly string[]) => `"${words.join(' ')}"`;

describe.each(engines)('in %s', (_, open) => {
	const attached: string[] = [];
	const at = opened(
		() => coarseDataset('quarter'),
		async (folder) => watched(await open(folder), attached)
	);

	const holding = (words: readonly string[], papers = at.reference.papers) =>
		papers.filter(({ title, abstract }: KnownPaper) => follows(title, words) || follows(abstract, words));

	it.each([2, 3, 4])('finds %i words where they follow each other', async (length) => {
		let some = 0;
		for (const paper of at.reference.papers.filter(({ paperId }) => paperId % 120 === 1)) {
			const words = wordsOf(paper.title).slice(0, length);
			if (words.length < length) continue;
			const filters = { ...noFilters, query: phraseOf(words) };
			const left = at.reference.left(filters);
			const expected = holding(words, left);
			if (expected.length < left.length) some++;
			const order = { column: 'published', descending: false } as const;
			const found = await at.queries.papers(filters, order, 0, at.dataset.papers.length);
			expect(new Set(found.map(({ paperId }) => paperId)), filters.query).toEqual(
				new Set(expected.map(({ paperId }) => paperId))
			);
		}
		expect(some).toBeGreaterThan(0);
	});

	it('reads no text for a phrase of indexed words, and those of candidates for one with others', async () => {
		const words = at.reference.papers
			.map(({ title }) => wordsOf(title).slice(0, 3))
			.find((three) => three.length === 3 && isPlaced(phraseOf(three))) as string[];
		const ask = async (query: string) => {
			attached.length = 0;
			const { papers } = await at.queries.overview({ ...noFilters, query }, 'year');
			return { papers, attached: new Set(attached) };
		};
		expect(await ask(phraseOf(words))).toEqual({
			papers: holding(words).length,
			attached: new Set(['search'])
		});
		const withOthers = await ask(phraseOf(['the', ...words]));
		expect(withOthers.papers).toBe(holding(['the', ...words]).length);
		expect(withOthers.attached).toContain('texts');
	});
});
