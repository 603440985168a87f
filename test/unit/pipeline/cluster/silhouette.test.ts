import { describe, expect, it } from 'vitest';

import {
	calinskiHarabasz,
	meanSilhouette,
	pairDistances,
	totalScatter
} from '../../../../src/lib/pipeline/cluster/silhouette.ts';
import { inertiaOf } from '../../../../src/lib/pipeline/cluster/lloyd.ts';
import { meanOf } from '../../../../src/lib/pipeline/cluster/leaves.ts';
import { formulaPoints } from '../../../support/points.ts';

const points = formulaPoints();
const modulo = (k: number) => Int32Array.from({ length: 60 }, (_, i) => i % k);

function ratio(k: number): number {
	const labels = modulo(k);
	const data = new Float64Array(k * 4);
	for (let c = 0; c < k; c++) {
		const members = Int32Array.from(labels.keys()).filter((i) => labels[i] === c);
		data.set(meanOf(points, members), c * 4);
	}
	return calinskiHarabasz(
		totalScatter(points),
		inertiaOf(points, { rows: k, columns: 4, data }, labels),
		60,
		k
	);
}

describe('the mean silhouette', () => {
	it.each([
		[4, 0.6145720840502065],
		[3, -0.049538938211991984]
	])('is that of scikit-learn 1.9.1 for %i groups', (k, expected) => {
		expect(meanSilhouette(pairDistances(points), modulo(k), k)).toBeCloseTo(expected, 12);
	});
});

describe('the variance ratio', () => {
	it.each([
		[4, 100.93640658177772],
		[3, 0.08610934512023623]
	])('is that of scikit-learn 1.9.1 for %i groups', (k, expected) => {
		expect(ratio(k)).toBeCloseTo(expected, 9);
	});
});
