import { formatNumber } from '../../format/format.ts';
import type { TestedTrends, TrendFinding } from './findings.ts';
import { windowSpan } from './finding-words.ts';

const ranks = { rising: 0, steady: 1, unclear: 1, 'too few': 2, falling: 3 } as const;
/** Of the last segment, a period; 0 where there is none. */
export const slopeOf = ({ segments }: TrendFinding) => segments.at(-1)?.slope ?? 0;

/** What surely rises, from the steepest on, then what is not sure, then what falls, the steepest last. */
export function fromRiseToFall(a: TrendFinding, b: TrendFinding): number {
	return ranks[a.direction] - ranks[b.direction] || slopeOf(b) - slopeOf(a) || a.id - b.id;
}

/** What is said of a finding in a word; what came and went is not counted among what falls. */
export const kindOf = ({ direction, shape }: Pick<TrendFinding, 'direction' | 'shape'>) =>
	shape?.kind === 'came and went' ? 'came and went' : direction;

/** How many themes surely rise and fall: `2 of 9 themes rise, 1 falls, 1 came and went (2016–2024)`. */
export function rankingHeadline({ findings, window }: Pick<TestedTrends, 'findings' | 'window'>): string {
	const count = (wanted: ReturnType<typeof kindOf>) =>
		findings.filter((finding) => kindOf(finding) === wanted).length;
	const [rising, falling, gone] = [count('rising'), count('falling'), count('came and went')];
	const verb = (some: number, word: 'rise' | 'fall') => `${word}${some === 1 ? 's' : ''}`;
	const of = (some: number) => `${formatNumber(some)} of ${formatNumber(findings.length)} themes`;
	const when = `${gone === 0 ? '' : `, ${formatNumber(gone)} came and went`} (${windowSpan(window)})`;
	if (rising === 0 && falling === 0) return `No theme clearly rises or falls${when}`;
	if (rising === 0) return `${of(falling)} ${verb(falling, 'fall')}, none rises${when}`;
	const others = falling === 0 ? 'none falls' : `${formatNumber(falling)} ${verb(falling, 'fall')}`;
	return `${of(rising)} ${verb(rising, 'rise')}, ${others}${when}`;
}

/** Lines that can be told apart in one frame, and how many of them rise at most where as many fall. */
const [mostLines, mostRising] = [5, 3];

/** What surely rises and falls, of either the steepest: as many as one frame can show, the rising ones first. */
export function fastestMoves<T>(rising: readonly T[], falling: readonly T[]): T[] {
	const up = rising.slice(0, Math.max(mostRising, mostLines - falling.length)).slice(0, mostLines);
	return [...up, ...falling.slice(0, mostLines - up.length)];
}

/** Those that surely move in a direction, the steepest first. */
export const movingTo = (findings: readonly TrendFinding[], wanted: 'rising' | 'falling'): TrendFinding[] =>
	findings
		.filter(({ direction }) => direction === wanted)
		.sort((a, b) => Math.abs(slopeOf(b)) - Math.abs(slopeOf(a)) || a.id - b.id);
