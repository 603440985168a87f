import { describe, expect, it } from 'vitest';

import { arrangeThemes, type ThemeSource } from '../../../../src/lib/themes/arrange.ts';
import { publishedArrangement } from '../../../../src/lib/themes/arrangement.ts';
import { renamed } from '../../../../src/lib/themes/edit.ts';
import { coverageWords, otherNames } from '../../../../src/lib/views/parts/themes/name-words.ts';

const name = (papers: number, ...terms: string[]) => ({ terms, papers, others: 1 });
const source: ThemeSource = {
	tree: [
		{
			...{ themeId: 0, parentId: 2, papers: 60, label: 'Software, agents' },
			names: [name(34, 'software', 'agents'), name(20, 'GUI agents')]
		},
		{
			...{ themeId: 1, parentId: 2, papers: 40, label: 'Mixed: study, internal' },
			names: [name(5, 'study', 'internal')]
		},
		{ themeId: 2, parentId: null, papers: 100, label: 'Models', names: [name(70, 'models')] }
	],
	themes: [0, 1].map((themeId) => ({ themeId, label: `node ${themeId}`, papers: 50, terms: [] }))
};
const themeOf = (changes: Partial<typeof publishedArrangement>, at = 0) =>
	arrangeThemes(source, { ...publishedArrangement, ...changes }).themes[at] as ReturnType<
		typeof arrangeThemes
	>['themes'][number];

describe('coverageWords', () => {
	it('says how many papers say the name, also of another of its names', () => {
		expect(coverageWords(themeOf({}))).toBe('57 % say “software” or “agents”');
		expect(coverageWords(themeOf({ names: new Map([[0, 'GUI agents']]) }))).toBe('33 % say “GUI agents”');
		expect(coverageWords(themeOf({ merges: [[0, 1]] }))).toBe('70 % say “models”');
	});

	it('says that papers of a mixed theme have few words in common, and nothing of names that a reader gave', () => {
		expect(coverageWords(themeOf({}, 1))).toBe(
			'13 % say “study” or “internal”; its papers have few words in common'
		);
		expect(coverageWords(themeOf({ names: new Map([[0, 'My own']]) }))).toBe('');
		expect(coverageWords({ ...themeOf({}), names: [] })).toBe('');
	});
});

describe('otherNames', () => {
	it('offers the next best names, and the found one once another is taken', () => {
		expect(otherNames(themeOf({}))).toEqual([{ label: 'GUI agents', share: '33 %', text: 'GUI agents' }]);
		const taken = renamed(publishedArrangement, 0, 'GUI agents');
		expect(otherNames(themeOf(taken))).toEqual([{ label: 'Software, agents', share: '57 %', text: '' }]);
		expect(renamed(taken, 0, '').names.size).toBe(0);
		expect(otherNames(themeOf({ names: new Map([[0, 'My own']]) }))).toEqual([
			{ label: 'Software, agents', share: '57 %', text: '' },
			{ label: 'GUI agents', share: '33 %', text: 'GUI agents' }
		]);
	});

	it('offers no name that is another turned round', () => {
		const turned = {
			...themeOf({}),
			names: [name(34, 'software', 'agents'), name(33, 'agents', 'software')]
		};
		expect(otherNames(turned)).toEqual([]);
		const second = {
			...turned,
			names: [...turned.names, name(20, 'tools', 'GUI'), name(19, 'GUI', 'tools')]
		};
		expect(otherNames(second).map(({ label }) => label)).toEqual(['Tools, GUI']);
		const taken = { ...turned, label: 'Agents, software' };
		expect(otherNames(taken).map(({ label }) => label)).toEqual([]);
	});
});
