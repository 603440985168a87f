import { trendFindings, type TrendFinding } from '../../src/lib/analysis/trends/findings.ts';
import { thresholds as usual, type Thresholds } from '../../src/lib/analysis/trends/thresholds.ts';
import type { DrawnTrends } from './drawn-trends.ts';
import { yearly } from './yearly-trends.ts';

/** What was said of one theme of a drawn corpus, beside the truth. */
export interface Judged {
	finding: TrendFinding;
	/** By how much the true share changed from the stated start to the end of the window. */
	change: number;
	/** Whether what is said of it is so; `null` where nothing is said. */
	right: boolean | null;
}

export function judgedTrends(drawn: DrawnTrends, thresholds: Thresholds = usual): Judged[] {
	const window = yearly(drawn.papers);
	const kinds = drawn.counts.map((counts, id) => ({ id, counts }));
	const { findings } = trendFindings(window, kinds, { thresholds });
	return findings.map((finding) => {
		const path = drawn.shares[finding.id]!;
		const [start, end] = [path[finding.since?.place ?? window.from]!, path[window.to]!];
		const change = end - start;
		const isRight = {
			rising: change > 0,
			falling: change < 0,
			steady:
				Math.abs(change) <=
				Math.max(thresholds.steady.points / 100, (thresholds.steady.part * (start + end)) / 2),
			unclear: null,
			'too few': null
		};
		return { finding, change, right: isRight[finding.direction] };
	});
}
