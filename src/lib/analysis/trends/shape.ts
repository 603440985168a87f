import type { Course, Segment } from './segments.ts';

/** What a share did before the last segment, in a form that words can be made of. Places are on the axis. */
export type Shape =
	/** The same over the whole window. */
	| { kind: 'throughout' }
	/** Something else before, clear until one place, and what is said now since another; nothing clear between them. */
	| { kind: 'turned'; before: Exclude<Course, 'unclear'>; until: number; at: number }
	/** Nothing clear before. */
	| { kind: 'began'; at: number }
	/** The same direction before, at another pace or at none that is clearly another. */
	| { kind: 'went on'; pace: 'faster' | 'slower' | null; at: number }
	/** Rose clearly and fell clearly, and gave back most of what it had gained. */
	| { kind: 'came and went'; peak: number };

/** Part of what was gained that may be left when something has gone. */
const mayRemain = 1 / 3;

const now = {
	rising: 'rose',
	falling: 'fell',
	steady: 'steady',
	unclear: 'unclear',
	'too few': 'unclear'
} as const;

/** @param direction what is said of the last segment */
export function shapeOf(segments: readonly Segment[], direction: keyof typeof now): Shape {
	const last = segments.at(-1)!;
	if (segments.length === 1) return { kind: 'throughout' };
	const peak = cameAndWent(segments, now[direction]);
	if (peak !== null) return { kind: 'came and went', peak };
	const at = last.from;
	const clear = segments.slice(0, -1).findLast(({ course }) => course !== 'unclear');
	if (!clear || clear.course === 'unclear') return { kind: 'began', at };
	const same = clear.course === now[direction] && clear.course !== 'steady' && clear.to === at;
	if (same) return { kind: 'went on', pace: paceOf(clear, last), at };
	return { kind: 'turned', before: clear.course, until: clear.to, at };
}

/**
 * The stretch that a rise or a fall is said of: the last segment, and those right before it that clearly went the same
 * way; what came and went fell from its peak. With the fitted shares at both ends, 0 to 1.
 */
export function moveOf(
	segments: readonly Segment[],
	direction: 'rising' | 'falling',
	shape: Shape | null
): Pick<Segment, 'from' | 'to' | 'start' | 'end'> {
	const last = segments.at(-1)!;
	const isOther = ({ course }: Segment) => course !== now[direction];
	const peak = shape?.kind === 'came and went' ? shape.peak : null;
	const first =
		segments.find(({ from }) => from === peak) ?? segments[segments.slice(0, -1).findLastIndex(isOther) + 1]!;
	return { from: first.from, to: last.to, start: first.start, end: last.end };
}

/** Compared only where the intervals of the slopes do not touch. */
function paceOf(before: Segment, last: Segment): 'faster' | 'slower' | null {
	const steepness = ({ low, high }: Segment) => (low > 0 ? { low, high } : { low: -high, high: -low });
	const [then, since] = [steepness(before), steepness(last)];
	return since.low > then.high ? 'faster' : since.high < then.low ? 'slower' : null;
}

/** Place of the peak of what rose, fell, and is now back near where it began; `null` of anything else. */
function cameAndWent(segments: readonly Segment[], ending: Course): number | null {
	if (ending === 'rose') return null;
	const turn = segments.reduce(
		(best, segment, order) => (segment.end > segments[best]!.end ? order : best),
		0
	);
	const [peak, first, last] = [segments[turn]!, segments[0]!, segments.at(-1)!];
	const courses = segments.map(({ course }, order) => (order === segments.length - 1 ? ending : course));
	const rose = courses.slice(0, turn + 1).includes('rose');
	const fell = courses.slice(turn + 1).includes('fell');
	const gone = last.end <= first.start + mayRemain * (peak.end - first.start);
	return rose && fell && gone ? peak.to : null;
}
