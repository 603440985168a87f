import { describe, expect, it } from 'vitest';

import { labelNodes } from '../../../../src/lib/pipeline/label/label.ts';
import type { TreeNode } from '../../../../src/lib/pipeline/model.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { noRules, type WordRules } from '../../../../src/lib/words/word-rules.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';

const frames = [
	'In this paper we propose a new method for # and show that # improves; experiments reveal strong results on #.',
	'We present an approach to # that is leading the state of the art. Extensive results on # demonstrate the gap.',
	'This paper investigates how # works. We propose to assess # and present results that reveal a gap in #.'
];
const subjects = [
	['video generation', 'camera motion', 'temporal frames', 'video diffusion'],
	['speech recognition', 'acoustic features', 'spoken audio', 'speech translation'],
	['crop rotation', 'soil moisture', 'irrigation', 'wheat harvest'],
	['protein folding', 'amino acids', 'molecular docking', 'protein structure']
];

/** Papers on the given subject, the same each time. */
function papersOn(subject: number, count: number, seed = 5): string[] {
	const random = createRandom(seed, subject);
	const words = subjects[subject] as string[];
	const phrase = () => words[random.integer(words.length)] as string;
	return Array.from({ length: count }, () =>
		[0, 1].map(() => (frames[random.integer(frames.length)] as string).replaceAll('#', phrase)).join(' ')
	);
}

const leaf = (themeId: number, parentId: number | null, inDefault = true): TreeNode => ({
	themeId,
	parentId,
	children: [],
	height: 0,
	inDefault
});

async function label(
	texts: readonly string[],
	leafId: readonly number[],
	nodes: readonly TreeNode[],
	rules: Partial<WordRules> = {},
	leftovers: readonly number[] = []
) {
	const tokens = await tokenisePapers(
		texts.map((abstract) => ({ title: '', abstract })),
		{ ...noRules, ...rules }
	);
	return labelNodes({
		tokens,
		leafId: Int16Array.from(leafId),
		nodes,
		leftovers: new Set(leftovers),
		termsPerTheme: 20
	});
}

const count = 40;
const corpus = subjects.flatMap((_, subject) => papersOn(subject, count));
const leafOf = corpus.map((_, paper) => Math.floor(paper / count));
/** Four leaves, two pairs of them merged, and the root. */
const nodes: TreeNode[] = [
	...[0, 1, 2, 3].map((id) => leaf(id, id < 2 ? 4 : 5)),
	{ themeId: 4, parentId: 6, children: [0, 1], height: 1, inDefault: false },
	{ themeId: 5, parentId: 6, children: [2, 3], height: 1, inDefault: false },
	{ themeId: 6, parentId: null, children: [4, 5], height: 2, inDefault: false }
];

describe('labelNodes', () => {
	it('names themes by their subjects and not by the frame of every paper', async () => {
		const { labels, diversity } = await label(corpus, leafOf, nodes);
		const published = labels.slice(0, 4).map((own) => own.label.toLowerCase());
		for (const [subject, own] of published.entries()) {
			const words = (subjects[subject] as string[]).join(' ').split(' ');
			expect(own.split(/[ ,]+/).filter((word) => !words.includes(word))).toEqual([]);
		}
		const boilerplate = /propos|present|result|reveal|leading|gap|paper|assess|method|state|art|investigat/;
		for (const { terms } of labels.slice(0, 4)) {
			expect(terms.slice(0, 3).filter(({ term }) => boilerplate.test(term))).toEqual([]);
		}
		expect(diversity).toBeGreaterThan(0.7);
	});

	it('gives every node a label of its own, terms that fall in weight, and a coherence', async () => {
		const { labels } = await label(corpus, leafOf, nodes);
		expect(labels).toHaveLength(7);
		expect(new Set(labels.map((own) => own.label)).size).toBe(7);
		for (const { terms, coherence } of labels.slice(0, 6)) {
			expect(terms.length).toBeGreaterThan(3);
			expect(terms.every(({ weight }) => weight >= 0)).toBe(true);
			expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
			expect(Math.abs(coherence)).toBeLessThanOrEqual(1);
		}
	});

	it('covers each theme with names that others seldom say, and no two begin alike', async () => {
		const { labels } = await label(corpus, leafOf, nodes);
		for (const [id, { names }] of labels.slice(0, 4).entries()) {
			expect(names.length).toBeGreaterThan(1);
			const says = (text: string) =>
				(names[0] as readonly string[]).some((term) => text.toLowerCase().includes(term.toLowerCase()));
			const share = (isIn: boolean) => {
				const papers = corpus.filter((_, paper) => (leafOf[paper] === id) === isIn);
				return papers.filter(says).length / papers.length;
			};
			expect(share(true)).toBeGreaterThan(0.65);
			expect(share(true)).toBeGreaterThan(2.5 * share(false));
		}
		const firsts = labels.slice(0, 4).map(({ names }) => names[0]?.[0]);
		expect(new Set(firsts).size).toBe(4);
	});

	it('measures an inner node as it would measure a leaf with the same papers', async () => {
		const { labels } = await label(corpus, leafOf, nodes);
		const merged = await label(
			corpus,
			leafOf.map((id) => (id < 2 ? 0 : id - 1)),
			[
				leaf(0, null, false),
				leaf(1, 3),
				leaf(2, 3),
				{ themeId: 3, parentId: null, children: [1, 2], height: 1, inDefault: false }
			]
		);
		const [inner, same] = [labels[4], merged.labels[0]];
		expect(new Set(inner?.terms.slice(0, 6).map(({ term }) => term))).toEqual(
			new Set(same?.terms.slice(0, 6).map(({ term }) => term))
		);
		expect(inner?.coherence).toBeCloseTo(same?.coherence ?? NaN, 1);
	});

	it('obeys the user’s stop words', async () => {
		const { labels } = await label(corpus, leafOf, nodes, { stopWords: ['video', 'speech'] });
		for (const own of labels)
			expect(`${own.label} ${own.terms.map(({ term }) => term).join(' ')}`).not.toMatch(/video|speech/i);
	});

	it('shows a term as its synonyms do, as a phrase of its own', async () => {
		const synonyms = ['Recorded human voices = spoken audio, RHV'];
		const { labels } = await label(corpus, leafOf, nodes, { synonyms });
		const terms = labels[1]?.terms.map(({ term }) => term) ?? [];
		expect(terms.filter((term) => /spoken|audio|recorded/i.test(term))).toEqual(['Recorded human voices']);
		expect(labels[1]?.names.flat()).toContain('Recorded human voices');
		expect(labels[1]?.names.flat().filter((term) => /spoken|audio/i.test(term))).toEqual([]);
	});

	it('holds it against a term when its synonyms make it repeat a word', async () => {
		const weightOf = async (term: string, synonyms: string[]) => {
			const { labels } = await label(corpus, leafOf, nodes, { synonyms });
			return labels[2]?.terms.find((other) => other.term === term)?.weight ?? NaN;
		};
		const plain = await weightOf('crop rotation', []);
		expect(await weightOf('soil rotation', ['soil rotation = crop rotation'])).toBeLessThan(0.5 * plain);
		expect(await weightOf('field rotation', ['field rotation = crop rotation'])).toBeGreaterThan(0.7 * plain);
	});

	it('takes names of object properties and mark-up as they come', async () => {
		const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];
		const hostile = Array.from({ length: 36 }, (_, i) => {
			const name = names[i % names.length] as string;
			return `${name} of &lt;script&gt;alert(${i})&lt;/script&gt; and ${name}; <b onclick="x()">word${i % 5}</b>`;
		});
		const own = names.map((_, id) => leaf(id, null));
		const { labels } = await label(
			hostile,
			hostile.map((_, i) => i % names.length),
			own
		);
		for (const [id, name] of names.entries()) {
			expect(labels[id]?.label.toLowerCase()).toContain(name.replaceAll('_', '').toLowerCase());
			expect(labels[id]?.label).not.toMatch(/[<>&]|script|onclick/);
		}
	});

	it('calls a leftover mixed, whatever covers it', async () => {
		const texts = ['Deep roots drink rain.', 'Roots and rain.', 'Stars shine.', 'Stars fade and shine.'];
		const leaves = [leaf(0, null), leaf(1, null)];
		const before = await label(texts, [0, 0, 1, 1], leaves);
		const after = await label(texts, [0, 0, 1, 1], leaves, {}, [1]);
		expect(before.labels.map(({ isMixed }) => isMixed)).toEqual([false, false]);
		expect(after.labels.map(({ isMixed }) => isMixed)).toEqual([false, true]);
		expect(after.labels[1]?.label).toMatch(/^Mixed: .*(stars|shine)/i);
		expect(after.labels[1]?.names).toEqual(before.labels[1]?.names);
	});

	it('names what little there is', async () => {
		const one = await label(['Deep roots drink rain.'], [0], [leaf(0, null)]);
		expect(one.labels[0]?.label).toMatch(/root|rain/i);
		const none = await label(
			['', 'the of and'],
			[0, 1],
			[leaf(0, 2), leaf(1, 2), { themeId: 2, parentId: null, children: [0, 1], height: 1, inDefault: false }]
		);
		expect(none.labels[0]?.label).toBe('Mixed: no words in common');
		expect(new Set(none.labels.map((own) => own.label)).size).toBe(3);
		expect(none.diversity).toBeNull();
		const same = await label(Array<string>(12).fill('Deep roots drink rain.'), Array<number>(12).fill(0), [
			leaf(0, null)
		]);
		expect(same.labels[0]?.label).toMatch(/root|rain/i);
	});
});
