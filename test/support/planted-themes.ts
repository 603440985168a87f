import type { PaperText } from '../../src/lib/pipeline/model.ts';
import { createRandom, type Random } from '../../src/lib/pipeline/random.ts';

export interface PlantedCorpus {
	papers: PaperText[];
	/** Theme of each paper, 0 to themes - 1. */
	truth: number[];
}

interface Plan {
	themes: number;
	papers: number;
	seed: number;
	/** Mean words of a paper. */
	words?: number;
	/** Share of a paper's words that are its theme's own. */
	share?: number;
}

const commonWords = 6000;
const wordsOfTheme = 40;

/** A made-up word for each number, which no stemmer shortens. */
export function madeUpWord(number: number): string {
	const consonants = 'bdfgklmnprtvz';
	const vowels = 'aou';
	let word = '';
	for (let rest = number + 1521; rest > 0; rest = Math.floor(rest / 39)) {
		word += (consonants[rest % 13] ?? '') + (vowels[Math.floor(rest / 13) % 3] ?? '');
	}
	return word;
}

/** Draws from weights 1 / rank^exponent, ranks 0 to n - 1. */
function zipf(n: number, exponent: number, random: Random): () => number {
	const cumulative: number[] = [];
	let total = 0;
	for (let rank = 1; rank <= n; rank++) cumulative.push((total += Math.pow(rank, -exponent)));
	return () => {
		const wanted = random.uniform() * total;
		let [low, high] = [0, n - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((cumulative[middle] as number) > wanted) high = middle;
			else low = middle + 1;
		}
		return low;
	};
}

/**
 * Papers with planted themes: words of a common Zipf vocabulary, among them some of the theme's own, which come from
 * the same vocabulary and may belong to several themes. Themes differ in size by up to a factor of three.
 */
export function plantThemes({ themes, papers, seed, words = 80, share = 0.35 }: Plan): PlantedCorpus {
	const random = createRandom(seed, 100);
	const common = zipf(commonWords, 1, random);
	const own = zipf(wordsOfTheme, 0.7, random);
	const vocabularies = Array.from({ length: themes }, () =>
		Array.from({ length: wordsOfTheme }, () => 200 + random.integer(commonWords - 200))
	);
	const sizes = vocabularies.map(() => 1 + 2 * random.uniform());
	const bounds: number[] = [];
	sizes.reduce((sum, size, theme) => (bounds[theme] = sum + size), 0);
	const text = (theme: number) => {
		const length = Math.max(5, Math.round(words * (0.6 + 0.8 * random.uniform())));
		const drawn = Array.from({ length }, () =>
			random.uniform() < share ? (vocabularies[theme]?.[own()] ?? 0) : common()
		);
		return drawn.map(madeUpWord).join(' ');
	};
	const truth = Array.from({ length: papers }, () => {
		const wanted = random.uniform() * (bounds.at(-1) ?? 0);
		return bounds.findIndex((bound) => wanted < bound);
	});
	return { papers: truth.map((theme) => ({ title: '', abstract: text(theme) })), truth };
}
