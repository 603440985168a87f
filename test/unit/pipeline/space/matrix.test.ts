import { expect, it } from 'vitest';

import { squaredDistance } from '../../../../src/lib/pipeline/space/matrix.ts';

it('sums squared differences of vectors of any length', () => {
	for (let n = 0; n < 11; n++) {
		const a = Array.from({ length: n }, (_, i) => i + 5);
		const b = Float64Array.from(a, (value, i) => value + (i % 2 === 0 ? i + 1 : -i - 1));
		// The sum of the first n squares.
		expect(squaredDistance(a, b)).toBe((n * (n + 1) * (2 * n + 1)) / 6);
	}
});
