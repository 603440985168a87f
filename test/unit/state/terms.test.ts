import { expect, it } from 'vitest';

import { readTerms } from '../../../src/lib/state/terms.ts';

it('takes each search once, however it is written', () => {
	expect(readTerms('Reasoning, reasoned,  reward model, models reward, "reward model", 2024,2024, ')).toEqual(
		['Reasoning', 'reward model', '"reward model"', '2024']
	);
	expect(readTerms('a b, c, d, e, f, g, h, i, j')).toHaveLength(8);
});
