import { similarityWords } from '../papers/closeness.ts';

/** Terms that a note names at most. */
const named = 3;

/** Why a paper stands for its theme: `0.83, with “video generation”, “diffusion”`. */
export function whyTypical(
	{ title, similarity }: { title: string; similarity: number },
	terms: readonly { term: string }[]
): string {
	const text = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
	const plain = (term: string) => term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
	const held = terms.filter(({ term }) => text.includes(` ${plain(term)} `));
	const whole = held.filter(
		({ term }) =>
			!held.some((other) => other.term !== term && ` ${plain(other.term)} `.includes(` ${plain(term)} `))
	);
	const words = whole.slice(0, named).map(({ term }) => `“${term}”`);
	return [similarityWords(similarity), ...(words.length > 0 ? [`with ${words.join(', ')}`] : [])].join(', ');
}
