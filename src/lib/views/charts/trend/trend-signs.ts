import type { TrendSeries } from '../../../drawing/model.ts';
import { notable } from '../../../drawing/trend-values.ts';
import type { Bursts } from './trend-note.ts';
import type { TrendPicture } from './trend-picture.svelte.ts';

/** A sign that a trend chart may hold. */
export type Sign = 'smoothed' | 'counted' | 'interval' | 'burst' | 'few' | 'cut';

const words: Record<Sign, string> = {
	smoothed: 'smoothed',
	counted: 'counted, with a dot on the last whole period',
	interval: '95\u00a0% interval',
	burst: 'burst, about twice the usual share',
	few: 'fewer than 20 papers in the period',
	cut: 'goes on above the axis'
};

type Drawn = Pick<TrendPicture, 'smoothed' | 'interval' | 'uncertain' | 'cut'>;

/** What the signs mean that a chart holds, in the order in which they are said. */
export function trendSigns(
	{ smoothed, interval, uncertain, cut }: Drawn,
	series: readonly TrendSeries[],
	bursts: Bursts | undefined
): { sign: Sign; words: string }[] {
	const named = series.filter(notable);
	const isSmooth = named.some((one) => smoothed(one) !== null);
	const holds: Record<Sign, boolean> = {
		smoothed: isSmooth,
		counted: isSmooth,
		interval: interval !== null && named.length === 1,
		burst: named.some(({ id }) => (bursts?.get(id)?.length ?? 0) > 0),
		few: uncertain.length > 0,
		cut: cut.length > 0
	};
	return (Object.keys(words) as Sign[]).flatMap((sign) =>
		holds[sign] ? [{ sign, words: words[sign] }] : []
	);
}
