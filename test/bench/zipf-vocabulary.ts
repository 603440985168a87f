import { madeUpWord } from '../support/made-up-word.ts';
import { randomSource } from '../support/random.ts';

const size = 200_000;
const themes = 40;
const wordsOfTheme = 300;
const phraseCount = 2000;
/** Words that are more common than this stand where other texts have stop words. */
export const firstTopicalRank = 40;

/** A rank from 1 to n - 1, by Zipf's law. */
export function zipfRank(random: () => number, n: number): number {
	return Math.floor(Math.exp(random() * Math.log(n)));
}

/** Made-up words by rank, some of them of one of 40 themes, and phrases of two words that belong together. */
export class ZipfVocabulary {
	readonly themes = themes;
	readonly #words = Array.from({ length: size + themes * wordsOfTheme }, (_, index) => madeUpWord(index));
	readonly #phrases: readonly string[];

	constructor() {
		const random = randomSource(2);
		const topical = () => this.word(firstTopicalRank + zipfRank(random, 20_000));
		this.#phrases = Array.from({ length: phraseCount }, () => `${topical()} ${topical()}`);
	}

	/** @param rank from 1, the most common word */
	word(rank: number): string {
		return this.#words[rank - 1] as string;
	}

	/** @param rank from 1, the most common phrase */
	phrase(rank: number): string {
		return this.#phrases[rank - 1] as string;
	}

	/** Words of a text about a theme: a quarter of them its own, one in 25 a phrase. */
	text(theme: number, length: number, random: () => number): string {
		const pick = () => {
			const kind = random();
			if (kind < 0.25) return this.#words[size + theme * wordsOfTheme + zipfRank(random, wordsOfTheme) - 1];
			return kind < 0.29 ? this.phrase(zipfRank(random, phraseCount)) : this.word(zipfRank(random, size));
		};
		return Array.from({ length }, pick).join(' ');
	}
}
