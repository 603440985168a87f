import { describe, expect, it } from 'vitest';

import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { randomSource } from '../support/random.ts';
import { accentedDataset } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';
import { follows, stemOrWord, wordsOf } from '../support/sql/phrase-reference.ts';
import { bare, type KnownPaper } from '../support/sql/reference.ts';

/** A part of a search, before it is written down. */
interface Part {
	negated: boolean;
	field: 'title' | 'author' | null;
	words: readonly string[];
}

/** What a part means, word by word, in the texts of a paper. */
function passes({ title, abstract, authors }: KnownPaper, { negated, field, words }: Part): boolean {
	const texts = field === 'title' ? [title] : [title, abstract];
	const asked = words.map((word) => bare(word.toLowerCase()));
	const names = authors.map((name) => bare(name.toLowerCase()).split(/[^\p{L}\p{N}\p{M}]+/u));
	const found =
		field === 'author'
			? names.some((name) => asked.every((word) => name.includes(word)))
			: texts.some((text) => follows(text, words));
	return found !== negated;
}

function written({ negated, field, words }: Part): string {
	const text = words.length === 1 ? words[0] : `"${words.join(' ')}"`;
	return `${negated ? '-' : ''}${field === null ? '' : `${field}:`}${text}`;
}

/** Words that searches know a stem of, and only letters. */
const isWord = (word: string) =>
	/^\p{L}{3,}$/u.test(word) && !/^[A-Z]+$/.test(word) && stemOrWord(word) !== 'banned';

/** Searches of every kind, made of what papers hold so that most find something. */
class Searches {
	readonly #random: () => number;
	readonly #papers: readonly KnownPaper[];

	constructor(seed: number, papers: readonly KnownPaper[]) {
		this.#random = randomSource(seed);
		this.#papers = papers.filter(({ title }) => wordsOf(title).filter(isWord).length > 3);
	}

	next(): Part[][] {
		return Array.from({ length: 1 + this.#below(3) }, () =>
			Array.from({ length: this.#random() < 0.6 ? 1 : 2 + this.#below(2) }, () => this.#part())
		);
	}

	#part(): Part {
		const paper = this.#papers[this.#below(this.#papers.length)]!;
		const negated = this.#random() < 0.2;
		const kind = this.#random();
		const name = wordsOf(paper.authors[0] ?? '').filter(isWord);
		if (kind < 0.2 && name.length > 0)
			return {
				negated,
				field: 'author',
				words: this.#random() < 0.5 ? name.slice(0, 1) : [...name].reverse()
			};
		const field = kind < 0.4 ? 'title' : null;
		const words = wordsOf(paper.title);
		const at = this.#below(words.length - 2);
		const some = words.slice(at, at + 1 + this.#below(3));
		return { negated, field, words: some.every(isWord) ? some : words.filter(isWord).slice(0, 1) };
	}

	#below(count: number): number {
		return Math.floor(this.#random() * count);
	}
}

describe.each(engines)('in %s', (_, open) => {
	const at = opened(accentedDataset, open);

	const found = async (query: string) => {
		const order = { column: 'relevance', descending: true } as const;
		const papers = await at.queries.papers({ ...noFilters, query }, order, 0, at.dataset.papers.length);
		return papers.map(({ paperId }) => paperId).sort((a, b) => a - b);
	};

	it('finds what words, phrases, OR, -, title: and author: ask for, whatever the accents', async () => {
		const searches = new Searches(3, at.reference.papers);
		let [some, accentsMattered] = [0, 0];
		for (let run = 0; run < 32; run++) {
			const clauses = searches.next();
			const plain = clauses.map((parts) => parts.map(written).join(' OR ')).join(' ');
			const query = run % 2 === 0 ? plain : bare(plain);
			const expected = at.reference.papers
				.filter((paper) => clauses.every((parts) => parts.some((part) => passes(paper, part))))
				.map(({ paperId }) => paperId);
			expect(await found(query), query).toEqual(expected);
			if (expected.length > 0 && expected.length < at.dataset.papers.length) some++;
			if (query !== bare(query)) accentsMattered++;
		}
		expect(some).toBeGreaterThan(15);
		expect(accentsMattered).toBeGreaterThan(5);
	});

	it('puts papers that hold more of the alternatives first', async () => {
		const [first, second] = wordsOf(
			at.reference.papers.find(({ title }) => wordsOf(title).filter(isWord).length > 3)!.title
		).filter(isWord);
		const order = { column: 'relevance', descending: true } as const;
		const query = `${first} OR ${second}`;
		const papers = await at.queries.papers({ ...noFilters, query }, order, 0, 400);
		const score = (id: number) => at.reference.relevance(at.reference.papers[id]!, `${first} ${second}`);
		const scores = papers.map(({ paperId }) => score(paperId));
		expect(papers.length).toBeGreaterThan(1);
		expect(scores).toEqual([...scores].sort((a, b) => b - a));
	});
});
