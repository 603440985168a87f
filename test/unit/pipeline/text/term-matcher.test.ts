import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { foldedWords } from '../../../../src/lib/pipeline/text/fold.ts';
import { TermMatcher } from '../../../../src/lib/pipeline/text/term-matcher.ts';

describe('foldedWords', () => {
	it('folds case, plurals, hyphens and compatible forms', () => {
		expect(foldedWords('Large-Language MODELS, pass@1; the “gas” & ﬁelds')).toEqual(
			'large language model pass 1 the gas field'.split(' ')
		);
		expect(foldedWords('class bias Écoles x²')).toEqual(['class', 'bia', 'école', 'x2']);
	});

	it('takes every character of a script without spaces for a word', () => {
		expect(foldedWords('用BERT学习')).toEqual(['用', 'bert', '学', '习']);
	});
});

describe('TermMatcher', () => {
	const find = (terms: readonly string[][], text: string) => [...new TermMatcher(terms).find(text)].sort();

	it('finds whole words and phrases, each once, however they are written', () => {
		const terms = [['agents'], ['text-to-image generation'], ['gene'], ['LLM', 'large language model']];
		expect(find(terms, 'An agent. Text to image generations; agents')).toEqual([0, 1]);
		expect(find(terms, 'general agentic genes')).toEqual([2]);
		expect(find(terms, 'Large-language models’ agents – LLMs')).toEqual([0, 3]);
		expect(find([['神经网络']], '深度神经网络模型')).toEqual([0]);
		expect(find([['glass'], ['glas']], 'glass')).toEqual([0]);
		expect(find([['aaa'], ['']], '')).toEqual([]);
	});

	it('says of random texts what a search in folded words says', () => {
		const random = createRandom(7);
		const words = [
			'Model',
			'models',
			'mass',
			'ass',
			'as',
			'gas',
			'a',
			'x1',
			's',
			'ss',
			'école',
			'学',
			'É',
			'bus',
			'cats',
			'cat'
		];
		const gaps = [' ', '-', ', ', '. ', ' – ', '’', '_', '\n', ' © ', '…'];
		const some = <T>(list: readonly T[]) => list[random.integer(list.length)] as T;
		const text = (length: number) => Array.from({ length }, () => some(words) + some(gaps)).join('');
		const terms = Array.from({ length: 60 }, () => [text(1 + random.integer(3))]);
		const matcher = new TermMatcher(terms);
		let found = 0;
		for (let i = 0; i < 400; i++) {
			const paper = text(random.integer(25));
			const folded = ` ${foldedWords(paper).join(' ')} `;
			const expected = [...terms.keys()].filter((term) =>
				folded.includes(` ${foldedWords(terms[term]?.[0] ?? '').join(' ')} `)
			);
			expect([...matcher.find(paper)].sort((a, b) => a - b)).toEqual(expected);
			found += expected.length;
		}
		expect(found).toBeGreaterThan(1000);
	});
});
