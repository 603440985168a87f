import type { NumberRange } from '../../../dataset/theme-numbers.ts';
import { formatNumber } from '../../../format/format.ts';
import type { CurvePoint } from '../../../queries/themes/theme-types.ts';

/** Which numbers of themes are good, which was taken, and which has the largest silhouette. */
export function curveHeadline(curve: readonly CurvePoint[], asGood: NumberRange | null): string {
	const taken = curve.find(({ chosen }) => chosen);
	const best = curve.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
	const largest = `the silhouette is largest at ${formatNumber(best.k)}`;
	if (!taken) return `${formatNumber(best.k)} themes have the largest silhouette`;
	const which = `${formatNumber(taken.k)} were taken`;
	if (!asGood || asGood.from === asGood.to) return `${formatNumber(taken.k)} themes were taken; ${largest}`;
	const range = `${formatNumber(asGood.from)} to ${formatNumber(asGood.to)} themes are equally good: ${which}`;
	const isBeyond = best.k < asGood.from || best.k > asGood.to;
	return isBeyond ? `${range}, though ${largest}` : range;
}
