import { describe, expect, it } from 'vitest';

import { noRules, type WordRules } from '../../../../src/lib/words/word-rules.ts';
import { createTokeniser, searchStems } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { breakId } from '../../../../src/lib/pipeline/text/tokens.ts';
import { generatePapers } from '../../../support/generate-papers.ts';

const rules = (synonyms: string[], exclusions: string[] = []): WordRules => ({
	...noRules,
	synonyms,
	exclusions
});

/** Words of a text as themes see them; a bar for a break. */
function read(text: string, words: WordRules): string {
	const tokeniser = createTokeniser(words);
	const ids = tokeniser.tokenise({ title: '', abstract: text });
	const ties = tokeniser.tieIds();
	return Array.from(ids, (id, at) =>
		id === breakId ? '|' : `${tokeniser.ties[ties[at] as number]}${tokeniser.surfaces[id]}`
	).join(' ');
}

/** Stems by which a text is found. */
function foundBy(text: string, words: WordRules): string[] {
	const tokeniser = createTokeniser(words, { keep: true });
	const ids = [...tokeniser.tokenise({ title: '', abstract: text })].filter((id) => id !== breakId);
	return [...ids, ...tokeniser.parts()]
		.map((id) => tokeniser.stems[tokeniser.stemOfSurface[id] as number] as string)
		.sort();
}

const model = rules(['large language model = LLM, LLMs']);

describe('synonyms in texts', () => {
	it('are one term however they are written', () => {
		expect(read('Tuning LLMs, an LLM or large language models, large-language model', model)).toBe(
			'Tuning large language model | large language model | large language model | large language model'
		);
		expect(read('language models, large models', model)).toBe('language models | large models');
	});

	it('may hold function words, numbers, single letters and hyphens', () => {
		const words = rules(['SOTA = state of the art', 'COVID-19 = SARS-CoV-2', 'k-means = Lloyd clustering']);
		expect(read('state-of-the-art results', words)).toBe('SOTA results');
		expect(read('new state of the art', words)).toBe('new SOTA');
		expect(read('state and art', words)).toBe('state | art');
		expect(read('SARS-CoV-2 spreads; COVID-20 does', words)).toBe('COVID-19 spreads | COVID');
		expect(read('by Lloyd clustering and k-means', words)).toBe('k-means | k-means');
	});

	it('end where a phrase ends', () => {
		expect(read('large, language model', model)).toBe('large | language model');
	});

	it('count only in capitals where a form is a function word otherwise', () => {
		const words = rules(['United States = US, USA']);
		expect(read('helps us in the US and the usa', words)).toBe('helps | United States | United States');
		expect(searchStems('US', words)).toEqual(['united states']);
		expect(searchStems('us', words)).toEqual([]);
	});

	it('are the longest of those that begin at a word', () => {
		const words = rules([
			'language model = LM',
			'large language model = LLM',
			'LM test = language model test'
		]);
		expect(read('LM large language model language models language model test', words)).toBe(
			'language model large language model language model LM test'
		);
	});

	it('work in scripts that put no spaces between words', () => {
		const words = rules(['机器学习 = machine learning']);
		expect(read('machine learning', words)).toBe('机器学习');
		expect(read('用机器学习方法', words).split(' ')).toContain('机器学习');
	});

	it('keep what ties them to their neighbours', () => {
		expect(read('pre-LLM text, LLM-based text', model)).toBe(
			'pre -large language model text | large language model -based text'
		);
	});
});

describe('searches', () => {
	it('find a paper by any form, by the words of the form it has, and by a term within it', () => {
		const words = rules(['large language model = LLM', 'language model = LM']);
		const forms = ['LLM', 'llms', 'Large language models', 'large-language model'];
		for (const form of forms) expect(searchStems(form, words)).toEqual(['large language model']);
		const found = foundBy('On large language models', words);
		expect(found).toEqual(['languag', 'language model', 'larg', 'large language model', 'model']);
		expect(found).toContain(searchStems('LM', words)[0]);
		expect(foundBy('On LLMs', words)).toEqual(['large language model']);
		expect(searchStems('agents of LLMs', words)).toEqual(['agent', 'large language model']);
	});

	it('find excluded words and phrases all the same', () => {
		const groups = ['social network = SN', 'web = internet'];
		const text = 'Social media on the web, social networks, SN, the internet and social media webs';
		const excluding = rules(groups, ['social media', 'SN', 'web']);
		expect(foundBy(text, excluding)).toEqual(foundBy(text, rules(groups)));
	});
});

describe('exclusions', () => {
	it('are breaks wherever they stand whole', () => {
		const words = rules([], ['social media', 'novel']);
		expect(read('Novel social-media posts on social media by social groups in media', words)).toBe(
			'posts | social groups | media'
		);
	});

	it('leave a longer term alone, and take a whole group of synonyms', () => {
		const words = rules(['large language model = LLM', 'colour = color'], ['model', 'color']);
		expect(read('a model of colours: LLM or large language model', words)).toBe(
			'large language model | large language model'
		);
	});
});

describe('rules that concern nothing', () => {
	it('change nothing', () => {
		const idle = rules(['zyxwv utsrq = qrstu vwxyz'], ['vwxyz zyxwv']);
		const texts = [
			...generatePapers(60, 4).map(({ abstract }) => abstract),
			'fine-tuned text-to-image; don’t x-don’t 3-D pre- and post-war 神经网络 GPT网络 l’analyse – 4.5'
		];
		for (const keep of [false, true]) {
			const [plain, ruled] = [noRules, idle].map((words) => createTokeniser(words, { keep }));
			for (const abstract of texts) {
				const [one, other] = [plain, ruled].map((tokeniser) => [
					[...(tokeniser?.tokenise({ title: 'Of state-', abstract }) ?? [])],
					[...(tokeniser?.tieIds() ?? [])],
					tokeniser?.language(),
					[...(tokeniser?.content() ?? [])]
				]);
				expect(other).toEqual(one);
			}
			expect(ruled?.surfaces).toEqual(plain?.surfaces);
			expect(ruled?.ties).toEqual(plain?.ties);
		}
	});
});

describe('one language for all papers', () => {
	const words = (language: WordRules['language']) => ({ ...noRules, language });

	it('leaves out the function words of that language and of no other', () => {
		const text = 'Die Wale und the whales';
		expect(read(text, words('de'))).toBe('Wale | the whales');
		expect(read(text, words('en'))).toBe('Die Wale und | whales');
		expect(searchStems('the und', words('de'))).toEqual(['the']);
	});

	it('does not ask what language a paper is written in', () => {
		const french = `Dans cet article, nous présentons une méthode pour la traduction des textes. Les résultats
			de cette méthode sont comparés avec ceux du corpus.`;
		expect(read(french, noRules)).not.toContain('pour');
		expect(read(french, words('en'))).toContain('pour');
		expect(read(french, words('fr'))).toBe(read(french, noRules));
		const tokeniser = createTokeniser(words('en'));
		tokeniser.tokenise({ title: '', abstract: french });
		expect(tokeniser.language()).toBe(0);
	});

	it('knows particles of Chinese', () => {
		expect(read('方法的结果', words('zh'))).toBe('方法 | 结果');
	});
});
