import { expect, it } from 'vitest';

import { smoothLines, trendForm } from '../../../../src/lib/views/charts/trend/trend-model.ts';
import { quarters, trend } from '../../../support/gallery/samples.ts';

const [many, some, few] = [30, 12, 6].map((count) => quarters(count, () => 100)) as [
	ReturnType<typeof quarters>,
	ReturnType<typeof quarters>,
	ReturnType<typeof quarters>
];

it('many periods are smoothed unless somebody chose, few never are', () => {
	expect([many, some, few].map((periods) => trendForm(null, periods, 'share'))).toEqual([
		'smooth',
		'lines',
		'lines'
	]);
	expect([many, some, few].map((periods) => trendForm('smooth', periods, 'count'))).toEqual([
		'smooth',
		'smooth',
		'lines'
	]);
	expect(trendForm('lines', many, 'share')).toBe('lines');
	expect(trendForm('stacked', few, 'share')).toBe('stacked');
});

it('a chart that is never stacked does not follow that choice', () => {
	const smoothed = (form: 'lines' | 'stacked' | null, periods: typeof many) =>
		smoothLines(form, { series: trend(periods, 3), periods }, 'share')?.size;
	expect(smoothed('stacked', many)).toBe(3);
	expect(smoothed('lines', many)).toBeUndefined();
	expect(smoothed(null, some)).toBeUndefined();
});
