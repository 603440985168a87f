import { describe, expect, it } from 'vitest';

import { coherence, diversity, npmi } from '../../../../src/lib/pipeline/label/coherence.ts';

const texts = [
	'soil rain soil root',
	'rain cloud',
	'root soil root root leaf',
	'cloud cloud rain sun',
	'leaf sun root'
];
const postingsOf = (word: string) => texts.flatMap((text, i) => (text.split(' ').includes(word) ? [i] : []));

describe('npmi', () => {
	it('is 1 for terms that only come together, 0 for independent ones, -1 for those that never meet', () => {
		expect(npmi(3, 3, 3, 9)).toBeCloseTo(1, 12);
		expect(npmi(4, 8, 8, 16)).toBeCloseTo(0, 12);
		expect(npmi(0, 5, 5, 16)).toBe(-1);
		expect(npmi(7, 7, 7, 7)).toBe(1);
	});

	it('follows Bouma (2009): ln(p(a,b) / (p(a) p(b))) / -ln p(a,b)', () => {
		expect(npmi(2, 2, 3, 5)).toBeCloseTo(Math.log(0.4 / (0.4 * 0.6)) / -Math.log(0.4), 12);
	});
});

describe('coherence', () => {
	it('agrees with gensim 4.4.0, CoherenceModel c_npmi with whole documents as windows', () => {
		const of = (...words: string[]) => coherence(words.map(postingsOf), texts.length);
		expect(of('soil', 'root', 'leaf')).toBeCloseTo(0.4178775950552434, 9);
		expect(of('rain', 'cloud', 'sun')).toBeCloseTo(0.1942856939848724, 9);
		expect(of('soil', 'rain', 'root')).toBeCloseTo(0.026332603042622537, 9);
	});

	it('is 0 without pairs', () => {
		expect(coherence([[0, 1]], 5)).toBe(0);
		expect(coherence([], 5)).toBe(0);
	});
});

describe('diversity', () => {
	it('is the share of distinct terms', () => {
		expect(diversity([['a', 'b'], ['b', 'c'], ['d']])).toBe(4 / 5);
		expect(diversity([['a'], ['b']])).toBe(1);
		expect(diversity([])).toBeNull();
		expect(diversity([[], []])).toBeNull();
	});
});
