import { describe, expect, it } from 'vitest';

import { bare } from '../../../src/lib/corpus/paper/record.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import type { Assignment } from '../../../src/lib/pipeline/model.ts';
import { addAlike, addOthers, alikeKinds, type OneText } from '../../../src/lib/pipeline/write/alike.ts';
import { listRows, paperColumns } from '../../../src/lib/pipeline/write/paper-columns.ts';

const unassigned = { secondThemeId: new Int16Array(0) } as unknown as Assignment;

function add(all: OneText, papers: readonly Paper[]): void {
	const rows = { papers: paperColumns(papers, 0, unassigned), lists: listRows(papers, 0) };
	addAlike(all, rows as Parameters<typeof addAlike>[1]);
}

const place = { organisation: 'Observatory of Test', country: 'Chile' };
const papers = Array.from({ length: 30 }, (_, at): Paper => ({
	...bare(`On moss ${at}`, 'Moss grows.'),
	venue: 'arXiv',
	authors: at < 29 ? ['Ann Lee', 'Bo Li'] : ['Ann Lee'],
	keywords: [{ keyword: at % 2 ? 'moss' : 'fern', kind: 'author' }],
	organisation: at % 3 ? place.organisation : null,
	affiliations: at % 2 ? [place, place] : [place]
}));

describe('kinds of names that tell no paper from another', () => {
	it('are those of which all state the same, chunk by chunk', () => {
		const all: OneText = {};
		for (let from = 0; from < papers.length; from += 7) add(all, papers.slice(from, from + 7));
		expect(alikeKinds(all)).toEqual(['organisation', 'venue', 'country']);
		add(all, [{ ...papers[0]!, venue: null, organisation: null, affiliations: [] }]);
		expect(alikeKinds(all)).toEqual([]);
	});

	it('are those of none, too, and of parts that state the same', () => {
		const none: OneText = {};
		add(none, [bare('Roots', ''), bare('Leaves', '')]);
		expect(alikeKinds(none)).toHaveLength(5);
		const whole: OneText = {};
		const parts = [
			{ venue: 'arXiv', author: 'Ann' },
			{ venue: 'arXiv', author: 'Bo' },
			{},
			{ author: 'Ann' }
		];
		for (const part of parts) addOthers(whole, part);
		expect(alikeKinds(whole)).toEqual(['venue']);
	});
});
