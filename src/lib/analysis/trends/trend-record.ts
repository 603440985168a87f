import type { TrendFinding } from './findings.ts';
import type { TrendWindow } from './window.ts';

/** A finding as it is exported: periods by their first day, `YYYY-MM-DD`; slopes in points a period. */
export function trendRecord(finding: TrendFinding, { unit, axis, from, to }: TrendWindow) {
	const day = (place: number) => axis[place]!.start;
	const { direction, certainty, since, p, q } = finding;
	return {
		papers: finding.papers,
		window: { unit, from: day(from), to: day(to) },
		shares: finding.shares.map(([place, papers, of]) => [day(place), papers, of] as const),
		segments: finding.segments.map((segment) => ({
			from: day(segment.from),
			to: day(segment.to),
			slope: segment.slope,
			low: segment.low,
			high: segment.high,
			percent_a_year: segment.percentAYear
		})),
		direction,
		certainty,
		since: since && day(since.place),
		since_low: since && day(since.low),
		since_high: since && day(since.high),
		p,
		q
	};
}
