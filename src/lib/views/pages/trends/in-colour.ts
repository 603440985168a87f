import type { Trends } from '../../../analysis/trends/findings.ts';
import { fastestMoves, movingTo } from '../../../analysis/trends/ranking.ts';

/** Themes whose lines can still be followed in one frame. */
const fewThemes = 8;

/**
 * The themes that alone keep their colours in one frame where all would be too many to follow: those that move
 * fastest. Empty where all keep theirs.
 * @param themes how many there are
 */
export function inColour(trends: Trends, themes: number): number[] {
	if (trends.kind !== 'tested' || themes <= fewThemes) return [];
	const [up, down] = [movingTo(trends.findings, 'rising'), movingTo(trends.findings, 'falling')];
	return fastestMoves(up, down).map(({ id }) => id);
}
