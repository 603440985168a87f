import { describe, expect, it } from 'vitest';

import { noRules, type WordRules } from '../../../src/lib/words/word-rules.ts';
import { holdPhrases } from '../../../src/lib/queries/search/phrases.ts';
import { parseSearch } from '../../../src/lib/queries/search/search-query.ts';
import { WordKeys } from '../../../src/lib/queries/search/word-keys.ts';

const keysOf = (query: string, rules: WordRules = noRules) =>
	parseSearch(query, rules).phrases.map(({ keys }) => keys);

describe('parseSearch', () => {
	it('tells words from phrases, whose words must occur too', () => {
		expect(parseSearch('reward "chains of thought" models')).toEqual({
			stems: ['reward', 'chain', 'thought', 'model'],
			loose: ['reward', 'model'],
			phrases: [
				{
					keys: ['chain', 'of', 'thought'],
					placed: [
						['chain', 0],
						['thought', 2]
					],
					isPlaced: false
				}
			]
		});
	});

	it('takes curly quotes, and several phrases', () => {
		expect(keysOf('“large language models” "in-context learning"')).toEqual([
			['larg', 'languag', 'model'],
			['in', 'context', 'learn']
		]);
	});

	it('looks for numbers with letters in them, and takes what is tied to a number or a letter for a phrase', () => {
		expect(parseSearch('3D scenes, 7B').stems).toEqual(['3d', 'scene', '7b']);
		expect(parseSearch('GPT-4 covid-19 x-ray').phrases.map(({ keys }) => keys)).toEqual([
			['gpt', '4'],
			['covid', '19'],
			['x', 'rai']
		]);
		expect(parseSearch('GPT-4o 3D-aware state-of-the-art').phrases).toEqual([]);
		expect(parseSearch('2024 "3 4" c++ R the').stems).toEqual([]);
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
		expect(parseSearch(query).phrases.map((phrase) => phrase.isPlaced)).toEqual([isPlaced]);
	});

	it.each(['"chain of thought', 'chain of thought"', '""', '"  "', '"models"', '"of the"'])(
		'has no phrase in %s',
		(query) => {
			expect(parseSearch(query).phrases).toEqual([]);
		}
	);

	it('treats the corpus’s own stop words as such', () => {
		expect(parseSearch('"banned words" banned', { ...noRules, stopWords: ['banned'] })).toEqual({
			stems: ['word'],
			loose: [],
			phrases: [{ keys: ['banned', 'word'], placed: [['word', 0]], isPlaced: false }]
		});
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
		['"étude sur"', 'Une etude sur le sujet', false],
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
		expect(parseSearch('LLM safety', rules).stems).toEqual(['large language model', 'safeti']);
		expect(parseSearch('"large language models" "LLM agents"', rules)).toEqual({
			stems: ['large language model', 'agent'],
			loose: ['large language model'],
			phrases: [{ keys: ['large language model', 'agent'], placed: [], isPlaced: false }]
		});
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
