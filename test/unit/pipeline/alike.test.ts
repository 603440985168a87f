import { describe, expect, it } from 'vitest';

import { bare } from '../../../src/lib/corpus/paper/record.ts';
import { distinctions } from '../../../src/lib/dataset/manifest.ts';
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

describe('what tells no paper from another', () => {
	it('is that by which all state the same, chunk by chunk', () => {
		const all: OneText = {};
		for (let from = 0; from < papers.length; from += 7) add(all, papers.slice(from, from + 7));
		expect(alikeKinds(all)).toEqual(['date', 'team', 'organisation', 'venue', 'country']);
		add(all, [
			{
				...papers[0]!,
				published: '2024-05-01',
				teamSize: 1,
				venue: null,
				organisation: null,
				affiliations: []
			}
		]);
		expect(alikeKinds(all)).toEqual([]);
	});

	it('is what none states, too, and what parts state alike', () => {
		const none: OneText = {};
		add(none, [bare('Roots', ''), bare('Leaves', '')]);
		expect(alikeKinds(none)).toEqual(distinctions);
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

	const alikeOf = (...parts: Partial<Paper>[]) => {
		const all: OneText = {};
		add(
			all,
			parts.map((part) => ({ ...bare('Roots', ''), ...part }))
		);
		return alikeKinds(all);
	};

	it('is a date of one precision, and a size of teams', () => {
		const [year, month, day] = (['year', 'month', 'day'] as const).map((datePrecision) => ({
			published: datePrecision === 'year' ? '2024-01-01' : '2024-05-01',
			datePrecision
		}));
		expect(alikeOf(month!, month!)).toContain('date');
		expect(alikeOf(day!, day!)).toContain('date');
		expect(alikeOf(year!, day!)).not.toContain('date');
		expect(alikeOf(month!, day!)).not.toContain('date');
		expect(alikeOf(day!, {})).not.toContain('date');
		expect(alikeOf({ teamSize: 2 }, { teamSize: 2 })).toContain('team');
		expect(alikeOf({ teamSize: 2 }, { teamSize: 3 })).not.toContain('team');
		expect(alikeOf({ teamSize: 2 }, {})).not.toContain('team');
	});

	it('is told by whole names, whatever letters they have', () => {
		const authors = ['Ann\u0000Bo', 'Ann","Bo', 'Ann,Bo'];
		for (const name of authors) {
			expect(alikeOf({ authors: ['Ann', 'Bo'] }, { authors: [name] })).not.toContain('author');
			expect(alikeOf({ authors: [name, 'Cy'] }, { authors: ['Cy', name] })).toContain('author');
		}
	});
});
