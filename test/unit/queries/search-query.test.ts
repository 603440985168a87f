import { describe, expect, it } from 'vitest';

import { noRules, type SearchRules } from '../../../src/lib/words/word-rules.ts';
import { holdPhrases } from '../../../src/lib/queries/search/phrases.ts';
import {
	asksNothing,
	parseSearch,
	stemsOf,
	type Literal
} from '../../../src/lib/queries/search/search-query.ts';
import { WordKeys } from '../../../src/lib/queries/search/word-keys.ts';
import { randomSource } from '../../support/random.ts';

const atomsOf = (query: string, rules?: SearchRules) =>
	parseSearch(query, rules).flatMap((clause) => clause.flatMap(({ atoms }) => atoms));
const phrasesOf = (query: string, rules?: SearchRules) =>
	atomsOf(query, rules).flatMap((atom) => (atom.kind === 'phrase' ? [atom] : []));
const keysOf = (query: string, rules?: SearchRules) => phrasesOf(query, rules).map(({ keys }) => keys);
const allStems = (query: string, rules?: SearchRules) => [...new Set(atomsOf(query, rules).flatMap(stemsOf))];
const must = (...atoms: Literal['atoms'][number][]) =>
	atoms.map((atom) => [{ negated: false, atoms: [atom] }]);
const stem = (of: string) => ({ kind: 'stem', stem: of }) as const;

/** Clauses as people write them: `reward | -model`. */
function written(query: string): string[] {
	const atom = (one: Literal['atoms'][number]): string => {
		if (one.kind === 'stem') return one.stem;
		if (one.kind === 'phrase') return `"${one.keys.join(' ')}"`;
		if (one.kind === 'author') return `author:${one.words.join('+')}`;
		return `title:${[...one.loose, ...one.phrases.map((keys) => `"${keys.join(' ')}"`)].join('+')}`;
	};
	return parseSearch(query).map((clause) =>
		clause.map(({ negated, atoms }) => (negated ? '-' : '') + atoms.map(atom).join('&')).join(' | ')
	);
}

describe('parseSearch', () => {
	it('tells words from phrases, whose words must occur too', () => {
		expect(parseSearch('reward "chains of thought" models')).toEqual(
			must(
				stem('reward'),
				{
					kind: 'phrase',
					keys: ['chain', 'of', 'thought'],
					stems: ['chain', 'thought'],
					placed: [
						['chain', 0],
						['thought', 2]
					],
					isPlaced: false
				},
				stem('model')
			)
		);
	});

	it('takes curly quotes, and several phrases', () => {
		expect(keysOf('“large language models” "in-context learning"')).toEqual([
			['larg', 'languag', 'model'],
			['in', 'context', 'learn']
		]);
	});

	it('looks for numbers with letters in them, and takes what is tied to a number or a letter for a phrase', () => {
		expect(allStems('3D scenes, 7B')).toEqual(['3d', 'scene', '7b']);
		expect(keysOf('GPT-4 covid-19 x-ray')).toEqual([
			['gpt', '4'],
			['covid', '19'],
			['x', 'rai']
		]);
		expect(phrasesOf('GPT-4o 3D-aware state-of-the-art')).toEqual([]);
		expect(parseSearch('2024 "3 4" c++ R the')).toEqual([]);
	});

	it.each([
		['"deep learning models"', true],
		['"deep, learning. Models"', true],
		['"long-term memory"', true],
		['"機械学習"', true],
		['"the state of the art"', false],
		['"gpt 4 models"', false],
		['"model’s output"', false]
	])('knows whether the index alone can answer %s: %s', (query, isPlaced) => {
		expect(phrasesOf(query).map(({ isPlaced }) => isPlaced)).toEqual([isPlaced]);
	});

	it.each(['"chain of thought', 'chain of thought"', '""', '"  "', '"models"', '"of the"'])(
		'has no phrase in %s',
		(query) => {
			expect(phrasesOf(query)).toEqual([]);
		}
	);

	it('treats the corpus’s own stop words as such', () => {
		const rules = { ...noRules, stopWords: ['banned'] };
		expect(parseSearch('"banned words" banned', rules)).toEqual(
			must({
				kind: 'phrase',
				keys: ['banned', 'word'],
				stems: ['word'],
				placed: [['word', 0]],
				isPlaced: false
			})
		);
	});

	it.each([
		['reward OR model', ['reward | model']],
		['deep reward OR model learning', ['deep', 'reward | model', 'learn']],
		['a OR reward', ['reward']],
		['OR reward OR', ['reward']],
		['reward OR OR model OR agent', ['reward | model | agent']],
		['reward or model', ['reward', 'model']],
		['"OR gate"', ['"or gate"']],
		['reward-model OR x-ray', ['reward&model | "x rai"']],
		['"deep learning" OR agent -survey', ['"deep learn" | agent', '-survei']],
		['-survey', ['-survei']],
		['-"deep learning" -title:survey', ['-"deep learn"', '-title:survei']],
		['reward OR -model', ['reward | -model']],
		['state-of-the-art - model', ['state', 'art', 'model']],
		['--model -', ['model']],
		['-the reward', ['reward']],
		[
			'title:rewards title:"deep learning" Title:x-ray',
			['title:reward', 'title:"deep learn"', 'title:"x rai"']
		],
		['title:the author:', ['author']],
		['title: reward', ['titl', 'reward']],
		['author:Müller Author:"Łukasz O’Brien-Źdźbło"', ['author:muller', 'author:brien+lukasz+o+zdzblo']],
		['author:... author:"" title:""', []],
		['subtitle:reward url:model', ['subtitl', 'reward', 'url', 'model']],
		['-author:li OR title:agent', ['-author:li | title:agent']],
		['reward reward reward OR reward', ['reward', 'reward | reward']]
	])('reads %s', (query, clauses) => {
		expect(written(query)).toEqual(clauses);
	});

	it('folds accents, as the index does, unless the index is older', () => {
		expect(allStems('naïve Müller Straße Ångström')).toEqual(['naiv', 'muller', 'strass', 'angstrom']);
		expect(allStems('naïve Müller', { ...noRules, accents: 'apart' })).toEqual(['naïve', 'müller']);
		expect(allStems('й が')).toEqual(allStems('й が', { ...noRules, accents: 'apart' }));
	});

	it('reads any text without an error', () => {
		const random = randomSource(11);
		const pieces = [
			'"',
			'“',
			'”',
			'„',
			'-',
			' ',
			'OR',
			'title:',
			'author:',
			'reward',
			'the',
			'4',
			'機',
			'é',
			'\0',
			"'",
			'\\',
			'(',
			'%',
			'\ud800'
		];
		for (let run = 0; run < 700; run++) {
			const length = Math.floor(random() * 9);
			const query = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
			const clauses = parseSearch(query);
			expect(clauses.every((clause) => clause.every(({ atoms }) => atoms.length > 0))).toBe(true);
			expect(asksNothing(query)).toBe(clauses.length === 0);
		}
	});
});

describe('holdPhrases', () => {
	const holds = (query: string, title: string, abstract = '') =>
		holdPhrases(new WordKeys(noRules), [title, abstract], keysOf(query));

	it.each([
		['"chain of thought"', 'Chains of Thought in models', true],
		['"chain of thought"', 'Chain-of-thought prompting', true],
		['"chain of thought"', 'A chain of deep thought', false],
		['"chain of thought"', 'Thought of chain', false],
		['"language model"', 'We study language. Models are small', false],
		['"language model"', 'We study (language) models', true],
		['"gpt 4"', 'Using GPT-4 and others', true],
		['"gpt 4"', 'Using GPT-40 and others', false],
		['"language model"', 'Languages we model', false],
		['"étude sur"', 'Une E\u0301TUDE sur le sujet', true],
		['"étude sur"', 'Une etude sur le sujet', true],
		['"etude sur"', 'Une étude sur le sujet', true],
		['"機械学習"', '統計的機械学習の応用', true],
		['"機械学習"', '学習する機械', false],
		['"co2 capture"', 'On CO₂ capture', true],
		['"CO₂ capture"', 'On CO2 capture', true],
		['"CO₂ capture"', 'On CO3 capture', false]
	])('finds %s in “%s”: %s', (query, text, found) => {
		expect(holds(query, text)).toBe(found);
	});

	it('wants every phrase, each in title or abstract, none across the two', () => {
		expect(holds('"deep learning" "weak labels"', 'Deep learning', 'from weak labels')).toBe(true);
		expect(holds('"deep learning" "weak labels"', 'Deep learning', 'from few labels')).toBe(false);
		expect(holds('"deep learning"', 'How deep', 'learning is')).toBe(false);
	});
});

describe('synonyms', () => {
	const rules = { ...noRules, synonyms: ['large language model = LLM', 'Alzheimer’s disease = AD'] };

	it('ask for their term, in phrases too; a phrase that is one term is that term', () => {
		expect(allStems('LLM safety', rules)).toEqual(['large language model', 'safeti']);
		expect(parseSearch('"large language models" "LLM agents"', rules)).toEqual(
			must(stem('large language model'), {
				kind: 'phrase',
				keys: ['large language model', 'agent'],
				stems: ['large language model', 'agent'],
				placed: [],
				isPlaced: false
			})
		);
	});

	it.each([
		['"LLM agents"', 'Large language model agents', true],
		['"large language model agent"', 'On LLM agents', true],
		['"large language model agent"', 'On LLMs; agents', false],
		['"language model agents"', 'Large language model agents', true],
		['"language model agents"', 'LLM agents', false],
		['"AD patients"', 'Alzheimer’s disease patients', true]
	])('in %s are found in “%s”: %s', (query, text, found) => {
		expect(holdPhrases(new WordKeys(rules), [text, ''], keysOf(query, rules))).toBe(found);
	});
});
