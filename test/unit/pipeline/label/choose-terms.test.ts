import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { chooseTerms, areAlike } from '../../../../src/lib/pipeline/label/choose-terms.ts';
import { adverbStems, nameForm } from '../../../../src/lib/pipeline/text/word-classes.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';

describe('areAlike', () => {
	it.each([
		[['video', 'gener'], ['imag', 'gener'], true],
		[['pars'], ['parser'], true],
		[['dialog'], ['dialogu', 'system'], true],
		[['math'], ['mathemat'], true],
		[['term'], ['terminolog'], false],
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
