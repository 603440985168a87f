import { describe, expect, it } from 'vitest';

import { noRules } from '../../../src/lib/dataset/word-rules.ts';
import { holdPhrases } from '../../../src/lib/queries/phrases.ts';
import { parseSearch } from '../../../src/lib/queries/search-query.ts';
import { WordKeys } from '../../../src/lib/queries/word-keys.ts';

describe('parseSearch', () => {
	it('tells words from phrases, whose words must occur too', () => {
		expect(parseSearch('reward "chains of thought" models')).toEqual({
			stems: ['reward', 'chain', 'thought', 'model'],
			loose: ['reward', 'model'],
			phrases: [['chain', 'of', 'thought']]
		});
	});

	it('takes curly quotes, and several phrases', () => {
		expect(parseSearch('“large language models” "in-context learning"').phrases).toEqual([
			['larg', 'languag', 'model'],
			['in', 'context', 'learn']
		]);
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
			phrases: [['banned', 'word']]
		});
	});
});

describe('holdPhrases', () => {
	const holds = (query: string, title: string, abstract = '') =>
		holdPhrases(new WordKeys(noRules), [title, abstract], parseSearch(query).phrases);

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
		['"機械学習"', '学習する機械', false]
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
			phrases: [['large language model', 'agent']]
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
		expect(holdPhrases(new WordKeys(rules), [text, ''], parseSearch(query, rules).phrases)).toBe(found);
	});
});
