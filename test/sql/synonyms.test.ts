import { describe, expect, it } from 'vitest';

import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { papersWithForms } from '../support/forms-of-terms.ts';
import { synonymDataset } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';

const papers = papersWithForms(60, 3);
const idsWhere = (holds: (paper: (typeof papers)[number]) => boolean) =>
	papers.flatMap((paper, id) => (holds(paper) ? [id] : []));

describe.each(engines)('a dataset with synonyms in %s', (_, open) => {
	const at = opened(() => synonymDataset(papers), open);

	async function found(query: string): Promise<number[]> {
		const order = { column: 'published', descending: false } as const;
		const rows = await at.queries.papers({ ...noFilters, query }, order, 0, papers.length);
		return rows.map(({ paperId }) => paperId).sort((a, b) => a - b);
	}

	it.each(['WT', 'wts', 'aerogenerator', 'Wind turbines', 'wind-turbine', '"wind turbine"'])(
		'finds the papers with any form of a term by %s',
		async (form) => {
			expect(await found(form)).toEqual(idsWhere(({ form: own }) => own !== null));
		}
	);

	it('finds them by what stands beside the term, whatever the form', async () => {
		const paper = papers.findIndex(({ form }) => form === 'aerogenerators');
		const before = /(\w+) aerogenerators\./.exec(papers[paper]?.abstract ?? '')?.[1] ?? 'none';
		const stands = new RegExp(`${before} (?:wind turbines?|WTs?|aerogenerators)\\b`);
		const expected = idsWhere(({ abstract }) => stands.test(abstract));
		expect(expected).toContain(paper);
		expect(expected.length).toBeGreaterThan(1);
		expect(await found(`"${before} wind turbine"`)).toEqual(expected);
	});

	it('finds papers by the words of a form, and by what is kept from themes', async () => {
		expect(await found('turbines')).toEqual(idsWhere(({ abstract }) => abstract.includes('turbine')));
		expect(await found('social media')).toEqual(idsWhere(() => true));
	});

	it('shows a term as the synonyms do', async () => {
		const forms = await at.queries.readableStems(['wind turbine', 'claim of novelty', 'media']);
		expect([...forms.values()]).toEqual(['wind turbine', 'Claim of novelty', 'media']);
	});
});
