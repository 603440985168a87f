import { BytePool } from './byte-pool.ts';
import type { PaperText } from '../model.ts';
import { createTokeniser } from '../text/tokenise.ts';
import { breakId, type Tokeniser } from '../text/tokens.ts';

/** A stem and the papers that hold it. */
export interface Postings {
	readonly term: string;
	readonly documentFrequency: number;
	/** Paper ids ascending, each followed by the number of occurrences in that paper. */
	pairs(): Generator<{ paperId: number; frequency: number }>;
}

/**
 * An inverted index over every stem of every paper, built while papers stream by. A posting takes about two
 * bytes: the distance to the previous paper and the frequency, both in groups of seven bits.
 */
export class Index {
	readonly #tokeniser: Tokeniser;
	readonly #pool = new BytePool();
	readonly #documentFrequency: number[] = [];
	readonly #lastPaper: number[] = [];

	/** @param stopWords words to leave out beside the built-in ones */
	constructor(stopWords: readonly string[]) {
		this.#tokeniser = createTokeniser(stopWords, { keep: true });
	}

	/** Adds a paper; papers must come in ascending order of their ids. */
	add(paperId: number, paper: PaperText): void {
		const frequencies = new Map<number, number>();
		for (const surface of this.#tokeniser.tokenise(paper)) {
			if (surface === breakId) continue;
			const stem = this.#tokeniser.stemOfSurface[surface] as number;
			frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
		}
		for (const [stem, frequency] of frequencies) this.#post(stem, paperId, frequency);
	}

	/** Everything that was added, by code-unit order of the stems. */
	terms(): Postings[] {
		const { stems } = this.#tokeniser;
		return Array.from({ length: this.#pool.lists }, (_, stem) => stem)
			.sort((a, b) => ((stems[a] as string) < (stems[b] as string) ? -1 : 1))
			.map((stem) => ({
				term: stems[stem] as string,
				documentFrequency: this.#documentFrequency[stem] as number,
				pairs: () => this.#read(stem)
			}));
	}

	#post(stem: number, paperId: number, frequency: number): void {
		while (this.#pool.lists <= stem) {
			this.#pool.begin();
			this.#documentFrequency.push(0);
			this.#lastPaper.push(0);
		}
		this.#pool.push(stem, paperId - (this.#lastPaper[stem] as number));
		this.#pool.push(stem, frequency);
		this.#lastPaper[stem] = paperId;
		this.#documentFrequency[stem] = (this.#documentFrequency[stem] as number) + 1;
	}

	*#read(stem: number): Generator<{ paperId: number; frequency: number }> {
		let paperId = 0;
		let distance: number | null = null;
		for (const value of this.#pool.read(stem)) {
			if (distance === null) distance = value;
			else {
				paperId += distance;
				distance = null;
				yield { paperId, frequency: value };
			}
		}
	}
}
