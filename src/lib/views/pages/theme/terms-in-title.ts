import { folded } from '../../../base/fold.ts';

/** Terms that a note names at most. */
const named = 3;

/** The terms of a theme that a title holds: `“video generation”, “diffusion”`; empty when it holds none. */
export function termsInTitle(title: string, terms: readonly { term: string }[]): string {
	const plain = (words: string) =>
		folded(words)
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, ' ');
	const text = ` ${plain(title)} `;
	const held = terms.filter(({ term }) => text.includes(` ${plain(term)} `));
	const whole = held.filter(
		({ term }) =>
			!held.some((other) => other.term !== term && ` ${plain(other.term)} `.includes(` ${plain(term)} `))
	);
	return whole
		.slice(0, named)
		.map(({ term }) => `“${term}”`)
		.join(', ');
}
