import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { buildVocabulary, defaultMinimum } from '../../../../src/lib/pipeline/text/vocabulary.ts';

const tokensOf = (texts: readonly string[]) =>
	tokenisePapers(
		texts.map((abstract) => ({ title: '', abstract })),
		noRules
	);

describe('buildVocabulary', () => {
	it('keeps stems in enough papers but not in too many, in code-unit order', async () => {
		const tokens = await tokensOf([
			'soil rain rain',
			'soil Zebra sun',
			'soil rain',
			'soil roots sun',
			'élan soil'
		]);
		const { vocabulary, termOfStem, relaxed } = buildVocabulary(tokens, { minDf: 2, maxDfShare: 0.5 });
		expect(vocabulary.terms).toEqual(['rain', 'sun']);
		expect([...vocabulary.documentFrequency]).toEqual([2, 2]);
		expect(vocabulary.papers).toBe(5);
		expect(vocabulary.meanLength).toBe(5 / 5);
		expect(tokens.stems.map((stem, id) => [stem, termOfStem[id]])).toEqual([
			['soil', -1],
			['rain', 0],
			['zebra', -1],
			['sun', 1],
			['root', -1],
			['élan', -1]
		]);
		expect(relaxed).toBe(false);
	});

	it('counts a limit as included', async () => {
		const tokens = await tokensOf(['soil rain', 'soil rain', 'sun sea', 'moon']);
		const { vocabulary } = buildVocabulary(tokens, { minDf: 1, maxDfShare: 0.5 });
		expect(vocabulary.terms).toEqual(['moon', 'rain', 'sea', 'soil', 'sun']);
	});

	it('keeps everything where the limits would leave nothing', async () => {
		const tokens = await tokensOf(['soil rain', 'soil rain']);
		const { vocabulary, relaxed } = buildVocabulary(tokens, { minDf: 'auto', maxDfShare: 0.5 });
		expect(vocabulary.terms).toEqual(['rain', 'soil']);
		expect(relaxed).toBe(true);
	});

	it('asks for more papers where there are more', () => {
		expect([1, 9, 10, 499, 500, 100_000].map(defaultMinimum)).toEqual([1, 1, 2, 2, 5, 5]);
	});
});
