import { trendFindings, type TrendFinding } from '../../src/lib/analysis/trends/findings.ts';
import { thresholds as usual, type Thresholds } from '../../src/lib/analysis/trends/thresholds.ts';
import type { DrawnTrends } from './drawn-trends.ts';
import { yearly } from './yearly-trends.ts';

/** What was said of one theme of a drawn corpus, beside the truth. */
export interface Judged {
	finding: TrendFinding;
	/** Whether the true share changed from the stated start to the end of the window as the last segment does. */
	rightMove: boolean;
	/** Whether it changed by no more than what is called steady. */
	rightSteady: boolean;
	/** Whether it rose or fell before as is said; `null` where neither is said of before. */
	rightBefore: boolean | null;
}

export function judgedTrends(drawn: DrawnTrends, thresholds: Thresholds = usual): Judged[] {
	const window = yearly(drawn.papers);
	const kinds = drawn.counts.map((counts, id) => ({ id, counts }));
	const { findings } = trendFindings(window, kinds, { thresholds });
	return findings.map((finding) => {
		const path = drawn.shares[finding.id]!;
		const [start, end] = [path[finding.since?.place ?? window.from]!, path[window.to]!];
		const slope = finding.segments.at(-1)?.slope ?? 0;
		const { points, part } = usual.steady;
		return {
			finding,
			rightMove: slope * (end - start) > 0,
			rightSteady: Math.abs(end - start) <= Math.max(points / 100, (part * (start + end)) / 2),
			rightBefore: isRightBefore(finding, path)
		};
	});
}

function isRightBefore({ shape, segments }: TrendFinding, path: readonly number[]): boolean | null {
	if (shape?.kind !== 'turned' || shape.before === 'steady') return null;
	const { from, to } = segments.findLast((segment) => segment.to === shape.until)!;
	const change = path[to]! - path[from]!;
	return shape.before === 'rose' ? change > 0 : change < 0;
}
