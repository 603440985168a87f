import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { candidateTerms, termPostings } from '../../../../src/lib/pipeline/label/label-terms.ts';
import { surfaceForms } from '../../../../src/lib/pipeline/label/surfaces.ts';
import { termStatistics } from '../../../../src/lib/pipeline/label/term-statistics.ts';
import { takePapers, thinned } from '../../../../src/lib/pipeline/text/tokens.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';

const texts = [
	'Deep root growth in rain. Root growth is slow.',
	'The deep root growth of trees; rain-fed trees.',
	'Rain-fed trees and deep root growth, and Growth.',
	'Text-to-image trees.',
	'A text-to-image tree'
];

async function prepare(minDf: number, excluded: readonly string[] = []) {
	const tokens = await tokenisePapers(
		texts.map((abstract) => ({ title: '', abstract })),
		noRules
	);
	const candidates = await candidateTerms(
		tokens,
		minDf,
		Uint8Array.from(tokens.stems, (stem) => (excluded.includes(stem) ? 1 : 0))
	);
	const nameOf = (term: number) =>
		candidates
			.stemsOf(term)
			.map((stem) => tokens.stems[stem])
			.join(' ');
	const terms = new Map(Array.from({ length: candidates.count }, (_, term) => [nameOf(term), term]));
	return { tokens, candidates, terms, statistics: await termStatistics(candidates, tokens) };
}

describe('candidateTerms', () => {
	it('finds phrases of two and three words that stand in enough papers', async () => {
		const { terms } = await prepare(2);
		expect([...terms.keys()].filter((name) => name.includes(' ')).sort()).toEqual([
			'deep root',
			'deep root growth',
			'fed tree',
			'imag tree',
			'rain fed',
			'rain fed tree',
			'root growth',
			'text imag',
			'text imag tree'
		]);
	});

	it('finds only what is common enough, and nothing that holds an excluded stem', async () => {
		expect([...(await prepare(3)).terms.keys()].filter((name) => name.includes(' ')).sort()).toEqual([
			'deep root',
			'deep root growth',
			'root growth'
		]);
		const without = [...(await prepare(2, ['root'])).terms.keys()];
		expect(without.filter((name) => name.includes('root '))).toEqual([]);
		expect(without).toContain('rain fed tree');
	});
});

describe('termStatistics', () => {
	it('counts papers, occurrences, and how terms stand in their phrases', async () => {
		const { terms, statistics } = await prepare(2);
		const of = (name: string) => {
			const term = terms.get(name) as number;
			const { frequency, documents, initial, final, alone, tied } = statistics;
			return [frequency, documents, initial, final, alone, tied].map((counts) => counts[term]);
		};
		expect(of('root growth')).toEqual([4, 3, 1, 4, 1, 0]);
		expect(of('deep root growth')).toEqual([3, 3, 3, 3, 3, 0]);
		expect(of('growth')).toEqual([5, 3, 1, 5, 1, 0]);
		expect(of('tree')).toEqual([5, 4, 1, 5, 1, 0]);
		expect(of('fed')).toEqual([2, 2, 0, 0, 0, 2]);
		expect(of('rain fed')).toEqual([2, 2, 2, 0, 0, 0]);
	});

	it('counts titles that hold a word in its usual form, or the plural of it', async () => {
		const tokens = await tokenisePapers(
			[
				{ title: 'Findings of a survey', abstract: 'They find a root. Roots are what they find.' },
				{ title: 'Deep ROOTS', abstract: 'They find none.' },
				{ title: 'Root-fed trees', abstract: '' }
			],
			noRules
		);
		const candidates = await candidateTerms(tokens, 1, new Uint8Array(tokens.stems.length));
		const { titles } = await termStatistics(candidates, tokens);
		expect(['find', 'root', 'survei'].map((stem) => titles[tokens.stems.indexOf(stem)])).toEqual([0, 1, 1]);
	});

	it('gives the papers of a term, ascending', async () => {
		const { tokens, candidates, terms } = await prepare(2);
		const [root, image] = [terms.get('root growth') as number, terms.get('text imag') as number];
		const postings = await termPostings(candidates, tokens.offsets, new Set([root, image]));
		expect([...(postings.get(root) ?? [])]).toEqual([0, 1, 2]);
		expect([...(postings.get(image) ?? [])]).toEqual([3, 4]);
	});
});

describe('takePapers', () => {
	it('keeps every n-th paper with its words, ties and language', async () => {
		const { tokens } = await prepare(1);
		expect([...thinned(5, 2)]).toEqual([0, 2]);
		expect([...thinned(5, 9)]).toEqual([0, 1, 2, 3, 4]);
		const some = takePapers(tokens, Int32Array.of(1, 3));
		const alone = await tokenisePapers(
			[1, 3].map((paper) => ({ title: '', abstract: texts[paper] as string })),
			noRules
		);
		const read = (of: typeof tokens) =>
			Array.from(of.surfaceIds, (id, at) => `${of.ties[of.tieIds[at] as number]}${of.surfaces[id]}`);
		expect(read(some)).toEqual(read(alone));
		expect(some.offsets).toEqual(alone.offsets);
		expect(some.languages).toEqual(alone.languages);
	});
});

describe('surfaceForms', () => {
	it('writes terms as the texts do, hyphens and the words between them included', async () => {
		const { tokens, candidates, terms } = await prepare(2);
		const forms = await surfaceForms(candidates, tokens, new Set(terms.values()));
		const of = (name: string) => forms.get(terms.get(name) as number)?.text;
		expect(of('rain fed tree')).toBe('rain-fed trees');
		expect(of('text imag')).toBe('text-to-image');
		expect(of('deep root growth')).toBe('deep root growth');
		expect(of('tree')).toBe('trees');
		expect(of('growth')).toBe('growth');
	});

	it.each([
		[['We use LLMs.', 'LLMs help.', 'An LLM is here.'], 'llm', 'LLMs'],
		[['Soil is dry.', 'Soil is wet.', 'The soil.'], 'soil', 'soil'],
		[['In Arabic.', 'An Arabic text.', 'of Arabic'], 'arab', 'Arabic'],
		[['We assess it and assess more.', 'An assessment.', 'to assess'], 'assess', 'assessment'],
		[
			['New in-context learning.', 'In-context learning.', 'an in-context learning.'],
			'context learn',
			'in-context learning'
		],
		[['神经网络模型', '用神经网络', '深度神经网络'], '神经 经网 网络', '神经网络']
	])('reads well: %j', async (lines, name, expected) => {
		const tokens = await tokenisePapers(
			lines.map((abstract) => ({ title: '', abstract })),
			noRules
		);
		const candidates = await candidateTerms(tokens, 1, new Uint8Array(tokens.stems.length));
		const all = Array.from({ length: candidates.count }, (_, term) => term);
		const term = all.find(
			(id) =>
				candidates
					.stemsOf(id)
					.map((stem) => tokens.stems[stem])
					.join(' ') === name
		) as number;
		const forms = await surfaceForms(candidates, tokens, new Set([term]));
		expect(forms.get(term)?.text).toBe(expected);
	});

	it('writes phrases as texts do outside their titles, plurals where they are common, and knows who says them', async () => {
		const tokens = await tokenisePapers(
			[
				...Array.from({ length: 6 }, (_, i) => ({
					title: 'Machine Translation',
					abstract: `We see machine translation of New Zealand ${i}. A new attack.`
				})),
				{ title: 'New Zealand', abstract: 'Attacks. Attacks-in-depth, with machine translators.' },
				{ title: '', abstract: 'A new attack, and attacks.' }
			],
			noRules
		);
		const candidates = await candidateTerms(tokens, 1, new Uint8Array(tokens.stems.length));
		const all = new Set(Array.from({ length: candidates.count }, (_, term) => term));
		const forms = [...(await surfaceForms(candidates, tokens, all)).values()];
		const papersOf = (text: string) => [...(forms.find((form) => form.text === text)?.papers ?? [])];
		expect(papersOf('New Zealand')).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(papersOf('machine translation')).toEqual([0, 1, 2, 3, 4, 5]);
		expect(papersOf('attacks')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(forms.map(({ text }) => text)).not.toContain('attack');
	});
});
