import { describe, expect, it } from 'vitest';

import { WordForms } from '../../../src/lib/queries/search/word-forms.ts';
import { WordKeys } from '../../../src/lib/queries/search/word-keys.ts';
import { noRules } from '../../../src/lib/words/word-rules.ts';

const readable = (stem: string, ...titles: string[]) => {
	const forms = new WordForms([stem], new WordKeys(noRules));
	for (const title of titles) forms.add(stem, title);
	return forms.commonest(stem);
};

describe('the form that people read of a word', () => {
	it('keeps capitals that no title asks for', () => {
		expect(readable('atp', 'Synthesis of ATP in yeast', 'ATP and light')).toBe('ATP');
		expect(readable('llm', 'LLMs Think Slowly', 'How LLMs Reason')).toBe('LLMs');
		expect(readable('mrna', 'mRNA Vaccines for Everyone', 'Delivery of mRNA')).toBe('mRNA');
	});

	it('keeps the capital of a name where a title writes other words small', () => {
		expect(readable('kenya', 'Dry seasons in northern Kenya and their herds')).toBe('Kenya');
	});

	it('has small letters where capitals are those of a title', () => {
		expect(readable('reward', 'Shaping a Reward Model', 'Reward Hacking in the Wild')).toBe('reward');
		expect(readable('reward', 'Reward as seen by small children', 'Play: Reward by other means')).toBe(
			'reward'
		);
		expect(readable('reward', 'THE REWARD OF PATIENCE', 'REWARD MODELS')).toBe('reward');
	});

	it('has no capitals inside that most titles do without', () => {
		const usual = ['Learning a World Model', 'World Models in Robots', 'One World, Many Agents'];
		expect(readable('world', 'WORLD: A New Benchmark for Agents', ...usual)).toBe('world');
		expect(readable('world', 'WORLDs Apart', ...usual, 'Models of the world')).toBe('world');
		expect(readable('mrna', 'mRNA Vaccines', 'Delivery of mRNA', 'Mrna Once')).toBe('mRNA');
	});

	it('has small letters where some write them', () => {
		expect(readable('gpu', 'Fast on GPU', 'On a GPU Alone', 'Many a gpu')).toBe('gpu');
	});

	it('is the commonest, of equals the first', () => {
		expect(readable('model', 'A model', 'Models', 'Two models')).toBe('models');
		expect(readable('model', 'Models', 'A model')).toBe('model');
		expect(readable('model', 'Nothing here')).toBeUndefined();
	});
});
