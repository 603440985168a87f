import { describe, expect, it } from 'vitest';

import { noRules } from '../../../src/lib/words/word-rules.ts';
import { createMarker, type Segment } from '../../../src/lib/queries/search/mark-words.ts';

const shown = (segments: readonly Segment[]) =>
	segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const mark = (query: string, text: string) => shown(createMarker(query)(text));

describe('createMarker', () => {
	it('marks words that share a stem with the search, in any case', () => {
		expect(mark('aligning', 'Aligned models: Alignment, self-align, malign')).toBe(
			'[Aligned] models: [Alignment], self-[align], malign'
		);
	});

	it('marks every word of the search and nothing else', () => {
		expect(mark('reward model', 'Reward hacking: models that game a reward.')).toBe(
			'[Reward] hacking: [models] that game a [reward].'
		);
	});

	it('does not mark stop words or parts of words', () => {
		expect(mark('the cat', 'the category of the cats')).toBe('the category of the [cats]');
	});

	it('marks a phrase where it stands whole, and its words nowhere else', () => {
		expect(
			mark('"language models" small', 'Small language models: a language to model (languages, models)')
		).toBe('[Small] [language models]: a language to model ([languages, models])');
		expect(mark('"a b" "機械学習"', '統計的機械学習')).toBe('統計的[機械学習]');
	});

	it('marks letters with accents and without as one, as they are written', () => {
		expect(mark('muller naive', 'Müller, MULLER and naïve Mu\u0308ller')).toBe(
			'[Müller], [MULLER] and [naïve] [Mu\u0308ller]'
		);
		expect(mark('Müller', 'Muller')).toBe('[Muller]');
		expect(shown(createMarker('muller', { ...noRules, accents: 'apart' })('Müller Muller'))).toBe(
			'Müller [Muller]'
		);
	});

	it('marks either of two words, nothing that must not occur, and what is asked of titles in titles alone', () => {
		expect(mark('reward OR agents -model', 'Rewards, agent models')).toBe('[Rewards], [agent] models');
		const marker = createMarker('title:reward title:"deep learning" agent');
		expect(shown(marker('Deep learning of rewards by agents: deep'))).toBe(
			'[Deep learning] of [rewards] by [agents]: deep'
		);
		expect(shown(marker('Deep learning of rewards by agents', 'abstract'))).toBe(
			'Deep learning of rewards by [agents]'
		);
	});

	it('marks the words of names that authors are asked for, and no others', () => {
		const marker = createMarker('author:"muller anna" reward');
		expect(shown(marker('Müller, Anna-Lena', 'author'))).toBe('[Müller], [Anna]-Lena');
		expect(shown(marker('Reward, A.', 'author'))).toBe('Reward, A.');
		expect(shown(marker('Anna Müller'))).toBe('Anna Müller');
	});

	it('gives the text back when its pieces are put together', () => {
		const text = 'A <b>bold</b> text & 학습 データ分析, with\nlines — and ends ';
		const marker = createMarker('bold text データ');
		expect(
			marker(text)
				.map((segment) => segment.text)
				.join('')
		).toBe(text);
		expect(marker('')).toEqual([]);
	});

	it('marks pairs of characters where words are not parted', () => {
		expect(mark('データ', '大規模データ分析')).toBe('大規模[データ]分析');
		expect(mark('gpt データ', 'GPTのデータ')).toBe('[GPT]の[データ]');
	});

	it('knows letters and digits whatever their looks, and shows them as they are written', () => {
		expect(mark('co2', 'CO₂ and CO2, cobalt')).toBe('[CO₂] and [CO2], cobalt');
		expect(mark('CO₂', 'CO₂ and CO2, cobalt')).toBe('[CO₂] and [CO2], cobalt');
		expect(mark('"co2 capture" field', 'CO₂ capture in the ﬁeld, ＣＯ２ Capture')).toBe(
			'[CO₂ capture] in the [ﬁeld], [ＣＯ２ Capture]'
		);
		expect(mark('"m2 10"', 'of m² ¹⁰')).toBe('of [m² ¹⁰]');
		const rules = { ...noRules, synonyms: ['carbon dioxide = CO₂'] };
		expect(shown(createMarker('co2', rules)('CO2, CO₂, carbon dioxide'))).toBe(
			'[CO2], [CO₂], [carbon dioxide]'
		);
	});

	it('marks nothing without a search, and treats odd words as words', () => {
		expect(mark('', 'constructor')).toBe('constructor');
		expect(mark('constructor', 'A constructor of __proto__')).toBe('A [constructor] of __proto__');
	});

	it('marks a term in each of its forms', () => {
		const rules = { ...noRules, synonyms: ['large language model = LLM'] };
		const text = 'LLMs are large language models, and models of a large language';
		expect(shown(createMarker('llm', rules)(text))).toBe(
			'[LLMs] are [large language models], and models of a large language'
		);
		expect(shown(createMarker('language', rules)(text))).toBe(
			'LLMs are large [language] models, and models of a large [language]'
		);
	});
});
