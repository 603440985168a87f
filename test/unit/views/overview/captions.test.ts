import { expect, it } from 'vitest';

import { asideWords, withBasis } from '../../../../src/lib/views/charts/captions.ts';
import { teamCaption } from '../../../../src/lib/views/charts/team/team.ts';
import { trendCaption } from '../../../../src/lib/views/charts/trend/trend.ts';
import { engineWords } from '../../../../src/lib/views/parts/status/engine-words.ts';
import { yearWords } from '../../../../src/lib/views/parts/shell/year-words.ts';

const period = (label: string, papers: number) => ({
	start: '',
	end: '',
	label,
	partial: false,
	papers
});

it('says unit, period and how many papers are behind a chart', () => {
	const periods = [period('2023', 40), period('2024', 30)];
	expect(trendCaption('share', 'year', periods, { coarse: 0, undated: 5 })).toBe(
		'Share of each year’s papers; 70 papers, 2023 to 2024; 5 undated beside the axis'
	);
	expect(trendCaption('count', 'quarter', [period('Q1 2024', 1)], { coarse: 2, undated: 1 })).toBe(
		'Papers in each quarter; 1 paper, Q1 2024; 2 dated by year only and 1 undated beside the axis'
	);
	const none = { coarse: 0, undated: 0 };
	expect([asideWords({ coarse: 94, undated: 5 }), asideWords(none)]).toEqual([
		'; 94 dated by year only and 5 undated not drawn',
		''
	]);
	expect(trendCaption('share', 'quarter', [period('Q1 2024', 1)], none, { smoothed: true })).toBe(
		'Share of each quarter’s papers, smoothed over the counted values (LOESS); 1 paper, Q1 2024'
	);
	expect(trendCaption('share', 'year', periods, none, { beyond: { periods: 12, papers: 148 } })).toBe(
		'Share of each year’s papers; 70 papers, 2023 to 2024; 12 other years not shown (148 papers)'
	);
	expect(trendCaption('count', 'year', [], { coarse: 0, undated: 0 })).toBe('Papers in each year; 0 papers');
	expect(teamCaption(null, 75)).toBe('Authors of each paper; known for 0 of 75 papers');
	const sizes = { unknown: 0, minimum: 1, lowerQuartile: 2, median: 3, upperQuartile: 4, maximum: 9 };
	expect(teamCaption({ ...sizes, known: 75 }, 75)).toBe('Authors of each paper; known for all 75 papers');
	expect(teamCaption({ ...sizes, known: 1 }, 1)).toBe('Authors of each paper; known for 1 of 1 paper');
});

it('adds what a headline rests on', () => {
	expect(withBasis('Papers', { text: 'x', basis: '' })).toBe('Papers');
	expect(withBasis('Papers', { text: 'x', basis: '2023 against 2024' })).toBe(
		'Papers. The headline: 2023 against 2024'
	);
});

it('says how far the engine is', () => {
	const step = 'Downloading the query engine';
	expect(engineWords({ kind: 'loading', step, done: 3_140_000, total: 7_700_000 })).toBe(
		'Downloading the query engine, 3.1 of 7.7 MB'
	);
	expect(engineWords({ kind: 'loading', step, done: 3_140_000, total: null })).toBe(`${step}, 3.1 MB`);
	expect(engineWords({ kind: 'loading', step, done: 0, total: null })).toBe(step);
	expect(engineWords({ kind: 'ready' })).toBe('');
});

it('names the years that the papers span', () => {
	expect(yearWords({ first: 2022, last: 2025 })).toBe('2022–2025');
	expect(yearWords({ first: 2025, last: 2025 })).toBe('2025');
	expect(yearWords(null)).toBe('');
});
