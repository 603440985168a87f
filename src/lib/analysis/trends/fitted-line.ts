import type { TrendFinding } from './findings.ts';
import { logistic, logit } from './logit-fit.ts';
import type { TrendWindow } from './window.ts';

/**
 * Fitted share, 0 to 1, of each period of the window by its first day: between joinpoints the logit is straight.
 * Empty where nothing was fitted.
 */
export function fittedShares({ segments }: TrendFinding, { axis }: TrendWindow): Map<string, number> {
	const shares = new Map<string, number>();
	for (const { from, to, start, end } of segments) {
		const [first, last] = [logit(start), logit(end)];
		for (let place = from; place <= to; place++) {
			const along = first + ((last - first) * (place - from)) / (to - from);
			shares.set(axis[place]!.start, logistic(along));
		}
	}
	return shares;
}
