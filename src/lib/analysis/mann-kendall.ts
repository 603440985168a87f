import { tally } from './tally.ts';
import { twoSidedNormal } from './tails.ts';
import { exactDistribution } from './kendall-distribution.ts';
import { effectiveSampleRatio } from './hamed-rao.ts';
import type { Series } from './sen-slope.ts';
import { z95 } from './wilson.ts';

export interface MannKendall {
	/** Pairs that rise less pairs that fall. */
	s: number;
	/** Two-sided. */
	p: number;
	/** How the distribution of `s` without a trend was found. */
	method: 'exact' | 'normal' | 'hamed-rao';
	/** Smallest |s| that is significant at 5 %; infinite when none is. */
	critical: number;
	/** Observations. */
	n: number;
}

/** From so many observations on, the normal distribution is close enough. */
const exactBelow = 10;

/**
 * Mann-Kendall test for a monotonic trend (Mann 1945, Kendall 1975). Below ten observations exact, given their
 * ties; from ten on normal with tie-corrected variance and continuity correction, the variance after Hamed and
 * Rao (1998) where ranks depend on earlier ones.
 */
export function mannKendall(series: Series): MannKendall {
	const s = scoreOf(series.values);
	const n = series.values.length;
	const ties = tally(series.values.map((value) => ({ value, count: 1 }))).map(({ count }) => count);
	if (n < exactBelow) return { s, n, method: 'exact', ...exactDistribution(ties, s) };
	const ratio = effectiveSampleRatio(series);
	const spread = Math.sqrt(tieCorrectedVariance(n, ties) * ratio);
	const p = spread > 0 ? twoSidedNormal(Math.max(0, Math.abs(s) - 1) / spread) : 1;
	return {
		s,
		n,
		p,
		method: ratio === 1 ? 'normal' : 'hamed-rao',
		critical: spread > 0 ? z95 * spread + 1 : Infinity
	};
}

function scoreOf(values: readonly number[]): number {
	let s = 0;
	for (let later = 1; later < values.length; later++) {
		const value = values[later] as number;
		for (let earlier = 0; earlier < later; earlier++) s += Math.sign(value - (values[earlier] as number));
	}
	return s;
}

function tieCorrectedVariance(n: number, ties: readonly number[]): number {
	const term = (count: number) => count * (count - 1) * (2 * count + 5);
	return (term(n) - ties.reduce((sum, count) => sum + term(count), 0)) / 18;
}
