import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { chooseTerms, areAlike } from '../../../../src/lib/pipeline/label/choose-terms.ts';
import { nameNodes } from '../../../../src/lib/pipeline/label/node-names.ts';
import type { TreeNode } from '../../../../src/lib/pipeline/model.ts';
import { adverbStems, nameForm } from '../../../../src/lib/pipeline/text/word-classes.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';

describe('areAlike', () => {
	it.each([
		[['video', 'gener'], ['imag', 'gener'], true],
		[['pars'], ['parser'], true],
		[['dialog'], ['dialogu', 'system'], true],
		[['ner'], ['name', 'entiti', 'recognit'], true],
		[['cot'], ['chain', 'thought'], true],
		[['nmt', 'model'], ['neural', 'machin', 'translat'], true],
		[['transform'], ['transfer'], false],
		[['rain'], ['soil'], false],
		[['na'], ['name', 'entiti', 'recognit'], false],
		[['no'], ['nod'], false]
	])('%j and %j: %j', (a, b, expected) => {
		expect(areAlike(a, b)).toBe(expected);
		expect(areAlike(b, a)).toBe(expected);
	});
});

/** Terms written as stems; ids in the order of their weights. */
function choose(weights: Record<string, number>, count = 10): string[] {
	const names = Object.keys(weights);
	const stems = [...new Set(names.flatMap((name) => name.split(' ')))];
	const stemsOf = (term: number) => (names[term] as string).split(' ').map((stem) => stems.indexOf(stem));
	const alike = (a: number, b: number) =>
		areAlike((names[a] as string).split(' '), (names[b] as string).split(' '));
	const weighted = names.map((name, term) => ({ term, weight: weights[name] as number, share: 0.5 }));
	return chooseTerms(weighted, stemsOf, alike, count).map(({ term }) => names[term] as string);
}

describe('chooseTerms', () => {
	it('lets words give way to phrases they mostly come in', () => {
		expect(choose({ splat: 10, 'gaussian splat': 9, scene: 8 })).toEqual(['gaussian splat', 'scene']);
		expect(choose({ 'languag model': 10, 'larg languag model': 9, prompt: 1 })).toEqual([
			'larg languag model',
			'prompt'
		]);
	});

	it('keeps words that say more than the phrase', () => {
		expect(choose({ robot: 10, 'robot arm': 1 })).toEqual(['robot', 'robot arm']);
	});

	it('prefers other words over repetition', () => {
		expect(choose({ 'video gener': 10, 'video model': 5, motion: 4 })).toEqual([
			'video gener',
			'motion',
			'video model'
		]);
	});

	it('stops at the number asked for, and when nothing is left', () => {
		expect(choose({ a1: 3, b1: 2, c1: 1 }, 2)).toEqual(['a1', 'b1']);
		expect(choose({})).toEqual([]);
	});
});

describe('word classes', () => {
	it('knows adverbs by the adjective within', async () => {
		const tokens = await tokenisePapers(
			[
				{
					title: '',
					abstract:
						'Significant rain, significantly wet. A family; assembly of generally general rules; generation'
				}
			],
			noRules
		);
		const adverbs = adverbStems(tokens);
		const found = tokens.stems.filter((_, stem) => adverbs[stem] === 1);
		expect(found).toContain('significantli');
		expect(found.filter((stem) => ['famili', 'assembl', 'gener', 'signific'].includes(stem))).toEqual([]);
	});

	it('names a stem by its noun where that is often used', () => {
		expect(
			nameForm(
				new Map([
					['assess', 44],
					['assessing', 15],
					['assessment', 36]
				])
			)
		).toBe('assessment');
		expect(
			nameForm(
				new Map([
					['controlled', 40],
					['control', 50],
					['controlment', 2]
				])
			)
		).toBe('control');
		expect(
			nameForm(
				new Map([
					['b', 2],
					['a', 2]
				])
			)
		).toBe('a');
	});
});

function tree(published: number): TreeNode[] {
	return Array.from({ length: published + 1 }, (_, themeId) => ({
		themeId,
		parentId: null,
		children: [],
		height: 0,
		inDefault: themeId < published
	}));
}

/** Names nodes whose terms are given with their weights; the last is not published. */
function name(...nodes: Record<string, number>[]): string[] {
	const texts = [...new Set(nodes.flatMap((terms) => Object.keys(terms)))];
	const weighted = nodes.map((terms) =>
		Object.entries(terms).map(([text, weight]) => ({ term: texts.indexOf(text), weight, share: 0.5 }))
	);
	return nameNodes(tree(nodes.length - 1), weighted, {
		readable: (term) => texts[term] as string,
		isPhrase: (term) => (texts[term] as string).includes(' '),
		alike: (a, b) => areAlike((texts[a] as string).split(' '), (texts[b] as string).split(' '))
	});
}

describe('nameNodes', () => {
	it('lets a phrase that outweighs all else stand alone, and gives a word company', () => {
		expect(name({ 'video generation': 9, motion: 2 }, { robot: 9, arm: 2 }, {})).toEqual([
			'Video generation',
			'Robot, arm',
			'Mixed papers'
		]);
	});

	it('does not say a thing twice', () => {
		expect(name({ bias: 9, biases: 8, fairness: 3 }, { x: 1 }, {})[0]).toBe('Bias, fairness');
	});

	it('begins each published label with another term, given first to where it is strongest', () => {
		expect(name({ learning: 5, maths: 4 }, { learning: 9, reward: 5 }, {})).toEqual([
			'Maths, learning',
			'Learning, reward',
			'Mixed papers'
		]);
	});

	it('does without terms of other published labels where something else is nearly as telling', () => {
		expect(name({ learning: 5, maths: 4, algebra: 2 }, { learning: 9, reward: 5 }, {})[0]).toBe(
			'Maths, algebra'
		);
		expect(name({ 'video model': 5, 'human taste': 4 }, { 'video model': 9 }, {})[0]).toBe('Human taste');
	});

	it('never gives a label twice, not even where all terms are equal', () => {
		const labels = name({ a: 1 }, { a: 1 }, { A: 1 }, {}, {}, {});
		expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(labels.length);
	});

	it('keeps capitals beyond the Basic Multilingual Plane whole', () => {
		expect(name({ '𐐨𐐩': 1 }, {})[0]).toBe('𐐀𐐩');
	});
});
