import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { ScratchFile } from '../../../../src/cli/dataset/scratch-file.ts';
import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { PostingsBuilder } from '../../../../src/lib/pipeline/write/chunk-postings.ts';
import { Index } from '../../../../src/lib/pipeline/write/postings.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { Representatives } from '../../../../src/lib/pipeline/write/representatives.ts';
import { createTokeniser, searchStems } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { stem } from '../../../../src/lib/pipeline/text/stem.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

interface Text {
	title: string;
	abstract: string;
}

/** An index over papers 0, 1, 2, ..., cut into chunks that threads take turns with, each with words of its own. */
function indexed(
	papers: readonly Text[],
	{ threads = 1, chunk = 256, stopWords = [] as string[] } = {},
	index = new Index()
) {
	const workers = Array.from({ length: threads }, (_, id) => ({
		builder: new PostingsBuilder(String(id)),
		tokeniser: createTokeniser({ ...noRules, stopWords }, { keep: true })
	}));
	for (let start = 0, turn = 0; start < papers.length; start += chunk, turn++) {
		const worker = workers[turn % threads] as (typeof workers)[number];
		if (turn % 7 === 6) worker.tokeniser = createTokeniser({ ...noRules, stopWords }, { keep: true });
		const { builder, tokeniser } = worker;
		for (const [paper, text] of papers.slice(start, start + chunk).entries()) {
			builder.add(paper, tokeniser.tokenise(text), tokeniser);
		}
		index.add(start, builder.take());
	}
	return Array.from(index.terms(), ({ term, documentFrequency, postings }) => {
		const found: [paper: number, ...positions: number[]][] = [];
		for (let at = 0; at < postings.length; at += 2 + (postings[at + 1] as number)) {
			const [paper, frequency] = [postings[at], postings[at + 1]] as [number, number];
			found.push([paper, ...postings.slice(at + 2, at + 2 + frequency)]);
		}
		return { term, documentFrequency, postings: found };
	});
}

describe('Index', () => {
	const words = ['root', 'soil', 'rain', 'leaf', 'sun', 'constructor', 'proto', 'étang'];
	const random = createRandom(2);
	const papers = Array.from({ length: 3000 }, (_, id) => ({
		id,
		title: words[random.integer(words.length)] as string,
		abstract: Array.from({ length: random.integer(12) }, () => words[random.integer(words.length)]).join(
			' the '
		)
	}));

	// Accents do not tell words apart.
	const termOf = (word: string) => stem(word === 'étang' ? 'etang' : word);
	const expected = new Map<string, number[][]>();
	for (const { id, title, abstract } of papers) {
		const places = new Map<string, number[]>();
		// The title is a sentence.
		const words = [title, '.', ...abstract.split(' ')];
		for (const [place, word] of words.entries()) {
			if (word !== 'the' && word !== '.' && word !== '') {
				places.set(termOf(word), [...(places.get(termOf(word)) ?? []), place]);
			}
		}
		for (const [term, found] of places) expected.set(term, [...(expected.get(term) ?? []), [id, ...found]]);
	}

	it.each([
		{ threads: 1, chunk: 3000 },
		{ threads: 1, chunk: 7 },
		{ threads: 3, chunk: 40 }
	])('holds what a plain count of every paper gives: $threads threads, chunks of $chunk', (cut) => {
		const found = indexed(papers, cut);
		expect(found.map(({ term }) => term)).toEqual([...expected.keys()].sort());
		for (const { term, documentFrequency, postings } of found) {
			expect(postings).toEqual(expected.get(term));
			expect(documentFrequency).toBe(expected.get(term)?.length);
		}
	});

	it.each([7, 40, 3000])('is the same when what is held is written out after every chunk of %i', (chunk) => {
		const scratch = new ScratchFile(join(temporaryFolder(), 'scratch'));
		const found = indexed(papers, { threads: 2, chunk }, new Index(scratch, 0));
		expect(scratch.length).toBeGreaterThan(0);
		scratch.close();
		expect(found).toEqual(indexed(papers));
	});

	it('finds a paper by any of its words, whatever its language', () => {
		const text = `Dans cet article, nous étudions la pluie pour les sols, car elle est rare dans cette région.
			Les résultats de la méthode sont comparés avec ceux des autres, qui ne sont pas dans le corpus.`;
		const found = indexed([{ title: 'Soil and rain', abstract: text }], { stopWords: ['soil'] });
		const terms = found.map(({ term }) => term);
		for (const word of ['pluie', 'pour', 'rain', 'car']) expect(terms).toContain(searchStems(word)[0]);
		expect(terms).not.toContain('soil');
		expect(searchStems('the Soil of soils, rains', { ...noRules, stopWords: ['soil'] })).toEqual(['rain']);
		expect(searchStems('rains RAIN')).toEqual(['rain']);
	});
});

describe('Representatives', () => {
	it('keeps the five best of a node, earlier papers first among equals', () => {
		const random = createRandom(3);
		const kept = new Representatives(2);
		const offered = Array.from({ length: 400 }, (_, paperId) => ({
			paperId,
			score: random.integer(60) / 60
		}));
		for (const { paperId, score } of offered) kept.offer(1, paperId, score);
		const best = [...offered].sort((a, b) => b.score - a.score || a.paperId - b.paperId).slice(0, 5);
		expect(kept.of(1)).toEqual(best.map(({ paperId }) => paperId));
		expect(kept.of(0)).toEqual([]);
	});

	it('keeps fewer where there are fewer', () => {
		const kept = new Representatives(1);
		kept.offer(0, 4, -0.5);
		kept.offer(0, 9, 0.5);
		expect(kept.of(0)).toEqual([9, 4]);
	});
});
