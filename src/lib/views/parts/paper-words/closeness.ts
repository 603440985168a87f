import { formatFixed } from '../../../format/format.ts';

/** A similarity with two decimals, always, so that a column of them lines up; the third would mean nothing. */
export function similarityWords(similarity: number): string {
	return formatFixed(similarity, 2);
}

/** Margins below this share of the similarity are small beside what a refit would move. */
const closeShare = 0.1;

/**
 * Where a paper stands between its theme and the next one.
 * @param similarity cosine to its theme's centre
 * @param margin similarity minus the similarity to the second theme
 * @returns the beginning of a sentence that the second theme's name ends
 */
export function betweenWords(similarity: number, margin: number): string {
	const second = similarityWords(similarity - margin);
	if (margin < 0) return `Between two themes: even a little nearer (${second}) to`;
	if (margin < closeShare * similarity) return `Between two themes: almost as near (${second}) to`;
	return `Next nearest theme (${second}):`;
}
