import type { WordRules } from '../../words/word-rules.ts';
import type { PaperText, ThemeModel } from '../model.ts';
import { createEmbed } from './embed.ts';
import { TermCounter } from './sparse.ts';
import { createTokeniser, searchableWords } from '../terms/tokenise.ts';
import type { CloseTokeniser, Tokeniser } from '../text/tokens.ts';
import { countTerms, createWeigh } from './weighting.ts';

/** A tokeniser that has met this many word forms is replaced, so that memory does not grow with the corpus. */
const mostForms = 100_000;

/** Is told the words that each paper can be searched for. */
export type Listener = (surfaceIds: Int32Array, tokeniser: Tokeniser) => void;

/** Turns papers into vectors of a model: the same bits in any order and any portion. */
interface Vectoriser {
	/** Called before some papers; words keep their numbers until the next call. */
	begin(): void;
	/** Writes the unit vector of a paper; a zero vector for a paper without any known term. */
	vectorise(paper: PaperText, vector: Float64Array, listener?: Listener): void;
}

/** Cuts papers into words and keeps the stems' term ids beside the tokeniser's growing list. */
class TermReader {
	readonly #terms: ReadonlyMap<string, number>;
	readonly #rules: WordRules;
	#tokeniser: CloseTokeniser;
	#termOfStem: number[] = [];

	constructor({ options, vocabulary }: ThemeModel) {
		this.#terms = new Map(vocabulary.terms.map((term, id) => [term, id]));
		this.#rules = options;
		this.#tokeniser = createTokeniser(options, { keep: true });
	}

	begin(): void {
		if (this.#tokeniser.surfaces.length <= mostForms) return;
		this.#tokeniser = createTokeniser(this.#rules, { keep: true });
		this.#termOfStem = [];
	}

	read(paper: PaperText, counter: TermCounter, listener: Listener | undefined): void {
		const tokeniser = this.#tokeniser;
		const words = searchableWords(tokeniser, paper);
		listener?.(words, tokeniser);
		const { stems } = tokeniser;
		for (let stem = this.#termOfStem.length; stem < stems.length; stem++) {
			this.#termOfStem.push(this.#terms.get(stems[stem] as string) ?? -1);
		}
		countTerms(counter, tokeniser.content(), tokeniser.stemOfSurface, this.#termOfStem);
	}
}

/** How papers become vectors of a model. */
export function createVectoriser(model: ThemeModel): Vectoriser {
	const { vocabulary, options, space } = model;
	const reader = new TermReader(model);
	const weigh = createWeigh(vocabulary, options);
	const embed = createEmbed(space, options);
	const counter = new TermCounter(vocabulary.terms.length);
	const weights = new Float32Array(vocabulary.terms.length);
	return {
		begin: () => reader.begin(),
		vectorise: (paper, vector, listener) => {
			reader.read(paper, counter, listener);
			weigh(counter, weights);
			embed(counter.terms, weights, 0, counter.size, counter.length, vector);
		}
	};
}
