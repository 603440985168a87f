import type { PaperText, ThemeModel } from '../model.ts';
import { createEmbed } from './space.ts';
import { TermCounter } from './sparse.ts';
import { createTokeniser } from '../text/tokenise.ts';
import { countTerms, createWeigh } from './weighting.ts';

/** A tokeniser that has met this many word forms is replaced, so that memory does not grow with the corpus. */
const mostForms = 200_000;

/** Writes the unit vector of a paper in a model's space; a zero vector for a paper without any known term. */
export type Vectorise = (paper: PaperText, vector: Float64Array) => void;

/** Cuts papers into words and keeps the stems' term ids beside the tokeniser's growing list. */
function termReader({ options, vocabulary }: ThemeModel) {
	const terms = new Map(vocabulary.terms.map((term, id) => [term, id]));
	let tokeniser = createTokeniser(options.stopWords);
	let termOfStem: number[] = [];
	return (paper: PaperText, counter: TermCounter) => {
		if (tokeniser.surfaces.length > mostForms) {
			tokeniser = createTokeniser(options.stopWords);
			termOfStem = [];
		}
		const ids = tokeniser.tokenise(paper);
		for (let stem = termOfStem.length; stem < tokeniser.stems.length; stem++) {
			termOfStem.push(terms.get(tokeniser.stems[stem] as string) ?? -1);
		}
		countTerms(counter, ids, tokeniser.stemOfSurface, termOfStem);
	};
}

/** How papers become vectors of a model: the same bits in any order and any portion. */
export function createVectorise(model: ThemeModel): Vectorise {
	const { vocabulary, options, space } = model;
	const read = termReader(model);
	const weigh = createWeigh(vocabulary, options);
	const embed = createEmbed(space, options);
	const counter = new TermCounter(vocabulary.terms.length);
	const weights = new Float32Array(vocabulary.terms.length);
	return (paper, vector) => {
		read(paper, counter);
		weigh(counter, weights);
		embed(counter.terms, weights, 0, counter.size, counter.length, vector);
	};
}
