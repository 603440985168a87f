import { describe, expect, it } from 'vitest';

import { languages, majorityPapers } from '../../../../src/lib/pipeline/text/languages.ts';

const french = languages.first;
const german = french + 1;
const times = (count: number, language: number) => Array<number>(count).fill(language);
const kept = (...spoken: number[][]) => [...majorityPapers(Uint8Array.from(spoken.flat()))];

describe('majorityPapers', () => {
	it('leaves out papers in languages of less than a fifth', () => {
		expect(kept(times(1, french), times(9, languages.usual), times(1, german))).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9
		]);
		expect(kept(times(8, languages.usual), times(2, french))).toHaveLength(10);
		expect(kept(times(81, languages.usual), times(19, french))).toHaveLength(81);
	});

	it('keeps a corpus in any one language, and English in any corpus', () => {
		expect(kept(times(20, german))).toHaveLength(20);
		expect(kept(times(95, german), times(5, languages.usual))).toHaveLength(100);
	});

	it('keeps the largest of many small ones', () => {
		const many = Array.from({ length: 12 }, (_, i) => times(i === 2 ? 2 : 1, i + 1));
		expect(kept(...many)).toEqual([2, 3]);
	});
});
