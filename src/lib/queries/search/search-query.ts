import { folded } from '../../base/fold.ts';
import { noRules, type WordRules } from '../../words/word-rules.ts';
import { searchStems } from '../../pipeline/terms/tokenise.ts';
import { placedStems, type PlacedStem } from './phrase-hits.ts';
import { WordKeys } from './word-keys.ts';

/** Words that must follow each other. */
export interface Phrase {
	/** Their keys. */
	readonly keys: readonly string[];
	/** What the index knows of them. */
	readonly placed: readonly PlacedStem[];
	/** Whether that decides what holds the phrase, so that no text need be read. */
	readonly isPlaced: boolean;
}

/** What a search asks of a title and abstract. */
export interface SearchQuery {
	/** Distinct stems that must all occur, those of phrases included. The forms of a term ask for the term. */
	readonly stems: readonly string[];
	/** Stems asked for wherever they stand. */
	readonly loose: readonly string[];
	readonly phrases: readonly Phrase[];
}

const quoted = /["“”„]([^"“”„]*)["“”]/gu;

/** Words in one piece, with hyphens between them. */
const tied = /(?:[\p{L}\p{N}]+[-\u2010\u2011])+[\p{L}\p{N}]+/gu;
/** What the index does not hold: a number, or a single letter. */
const unplaced = /^(?:\p{N}+|\p{L})$/u;

/** Whether a word stands in one piece with what only phrases can ask for: "GPT-4", "x-ray". */
const needsPhrase = (piece: string) => piece.split(/[-\u2010\u2011]/).some((part) => unplaced.test(part));

function phraseOf(keys: readonly string[], placed: readonly PlacedStem[]): Phrase {
	const isPlaced = placed.length === keys.length && placed.every(([, offset], index) => offset === index);
	return { keys, placed, isPlaced };
}

/**
 * Reads a search: words, and phrases in quotes. A quote that is not closed counts as none; a phrase of one word is
 * that word; one of stop words alone asks for nothing, as a stop word by itself does, or a number. Words that hyphens
 * tie to a number or a letter are a phrase ("GPT-4").
 *
 * @param rules those that searches of the corpus follow
 */
export function parseSearch(query: string, rules: WordRules = noRules): SearchQuery {
	const keys = new WordKeys(rules);
	const phrases: Phrase[] = [];
	const take = (whole: string, text: string) => {
		const words = (keys.readings(text).at(-1) ?? []).map(({ key }) => key);
		if (words.length < 2 || searchStems(text, rules).length === 0) return whole;
		phrases.push(phraseOf(words, placedStems(text, rules)));
		return ' ';
	};
	const rest = folded(query)
		.replace(quoted, take)
		.replace(tied, (piece) => (needsPhrase(piece) ? take(piece, piece) : piece));
	return { stems: searchStems(query, rules), loose: searchStems(rest, rules), phrases };
}
