import { expect, it } from 'vitest';

import { trustworthiness } from '../../../bench/trustworthiness.ts';
import { formulaPoints } from '../../../support/points.ts';

it.each([
	[5, 0.7958974358974359],
	[12, 0.826673360107095]
])('trustworthiness with %i neighbours is that of scikit-learn 1.9.1', (k, expected) => {
	const points = formulaPoints();
	const map = { rows: 60, columns: 2, data: new Float64Array(120) };
	for (let i = 0; i < 60; i++) map.data.set(points.data.subarray(i * 4, i * 4 + 2), i * 2);
	expect(trustworthiness(points, map, k)).toBeCloseTo(expected, 10);
});
