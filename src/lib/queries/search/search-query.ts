import { folded, unaccented } from '../../base/fold.ts';
import { noRules, type SearchRules } from '../../words/word-rules.ts';
import { searchStems } from '../../pipeline/terms/tokenise.ts';
import { placedStems, type PlacedStem } from './phrase-hits.ts';
import { lexSearch, type Term } from './search-terms.ts';
import { WordKeys } from './word-keys.ts';

/** A stem that title or abstract must hold. */
export interface StemAtom {
	readonly kind: 'stem';
	readonly stem: string;
}

/** Words that must follow each other in title or abstract. */
export interface PhraseAtom {
	readonly kind: 'phrase';
	/** Their keys. */
	readonly keys: readonly string[];
	/** The stems among them, which must all occur. */
	readonly stems: readonly string[];
	/** What the index knows of them. */
	readonly placed: readonly PlacedStem[];
	/** Whether that decides what holds the phrase, so that no text need be read. */
	readonly isPlaced: boolean;
}

/** What the title must hold: stems, and keys of words that follow each other. */
export interface TitleAtom {
	readonly kind: 'title';
	/** All stems, those of phrases included, and those that may stand anywhere in it. */
	readonly stems: readonly string[];
	readonly loose: readonly string[];
	readonly phrases: readonly (readonly string[])[];
}

/** Words, in small letters without accents, that the name of one author must hold. */
export interface AuthorAtom {
	readonly kind: 'author';
	readonly words: readonly string[];
}

export type Atom = StemAtom | PhraseAtom | TitleAtom | AuthorAtom;

/** A paper passes when all atoms hold, or, negated, when one of them does not. */
export interface Literal {
	readonly negated: boolean;
	readonly atoms: readonly Atom[];
}

/** A paper passes when one of its literals does. */
export type Clause = readonly Literal[];

/** A search: a paper passes when every clause does. Without any it asks for nothing. */
export type SearchQuery = readonly Clause[];

/** Words in one piece, with hyphens between them. */
const tied = /(?:[\p{L}\p{N}]+[-\u2010\u2011])+[\p{L}\p{N}]+/gu;
/** What the index does not hold: a number, or a single letter. */
const unplaced = /^(?:\p{N}+|\p{L})$/u;

/** Whether a word stands in one piece with what only phrases can ask for: "GPT-4", "x-ray". */
const needsPhrase = (piece: string) => piece.split(/[-\u2010\u2011]/).some((part) => unplaced.test(part));

/** Turns the terms of a search into what papers are asked for. */
class Reader {
	readonly #rules: SearchRules;
	readonly #keys: WordKeys;

	constructor(rules: SearchRules) {
		this.#rules = rules;
		this.#keys = new WordKeys(rules);
	}

	atomsOf({ field, text, quoted }: Term): Atom[] {
		if (field === 'author') return this.#author(text);
		const atoms = quoted ? (this.#phrase(text) ?? this.#words(text)) : this.#words(text);
		return field === 'title' ? inTitle(atoms) : atoms;
	}

	/** `null` where there are not two words, or nothing that can be searched for. */
	#phrase(text: string): Atom[] | null {
		const keys = (this.#keys.readings(text).at(-1) ?? []).map(({ key }) => key);
		const stems = searchStems(text, this.#rules);
		if (keys.length < 2 || stems.length === 0) return null;
		const placed = placedStems(text, this.#rules);
		const isPlaced = placed.length === keys.length && placed.every(([, offset], index) => offset === index);
		return [{ kind: 'phrase', keys, stems, placed, isPlaced }];
	}

	#words(text: string): Atom[] {
		const phrases: Atom[] = [];
		const rest = text.replace(tied, (piece) => {
			const phrase = needsPhrase(piece) ? this.#phrase(piece) : null;
			phrases.push(...(phrase ?? []));
			return phrase ? ' ' : piece;
		});
		return [...searchStems(rest, this.#rules).map((stem): Atom => ({ kind: 'stem', stem })), ...phrases];
	}

	#author(text: string): Atom[] {
		const words = nameWords(text);
		return words.length === 0 ? [] : [{ kind: 'author', words: [...new Set(words)].sort() }];
	}
}

/** The words of a name as searches compare them. */
export function nameWords(name: string): string[] {
	return unaccented(folded(name).toLowerCase()).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function inTitle(atoms: readonly Atom[]): Atom[] {
	if (atoms.length === 0) return [];
	const stems = [...new Set(atoms.flatMap(stemsOf))];
	const loose = atoms.flatMap((atom) => (atom.kind === 'stem' ? [atom.stem] : []));
	const phrases = atoms.flatMap((atom) => (atom.kind === 'phrase' ? [atom.keys] : []));
	return [{ kind: 'title', stems, loose, phrases }];
}

/** The stems that a paper must hold in title or abstract for an atom to hold. */
export function stemsOf(atom: Atom): readonly string[] {
	if (atom.kind === 'stem') return [atom.stem];
	return atom.kind === 'author' ? [] : atom.stems;
}

/**
 * Reads a search. Words and quoted phrases must all occur; `OR` between two of them asks for one of them, `-` before
 * one for papers without it; `title:` and `author:` before one look there alone. A quote that is not closed counts as
 * none; a phrase of one word is that word; one of stop words alone asks for nothing, as a stop word by itself does, or
 * a number. Words that hyphens tie to a number or a letter are a phrase ("GPT-4"). No text is an error.
 *
 * @param rules those that searches of the corpus follow
 */
export function parseSearch(query: string, rules: SearchRules = noRules): SearchQuery {
	const reader = new Reader(rules);
	const clauses: Clause[] = [];
	for (const alternatives of lexSearch(folded(query))) {
		const literals = alternatives
			.map((term): Literal => ({ negated: term.negated, atoms: reader.atomsOf(term) }))
			.filter(({ atoms }) => atoms.length > 0);
		const [only] = literals;
		if (!only) continue;
		// Words that must all occur are clauses of their own.
		if (literals.length === 1 && !only.negated)
			clauses.push(...only.atoms.map((atom) => [{ negated: false, atoms: [atom] }]));
		else clauses.push(literals);
	}
	return distinct(clauses);
}

/** Whether a search asks for nothing: it is empty, or all of it is words that every text has, numbers and letters. */
export const asksNothing = (query: string, rules?: SearchRules): boolean =>
	parseSearch(query, rules).length === 0;

/** Of equal clauses the first. */
function distinct(clauses: readonly Clause[]): Clause[] {
	return [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values()];
}

/** The atoms that speak for a paper. */
export function wantedAtoms(search: SearchQuery): Atom[] {
	return search.flat().flatMap(({ negated, atoms }) => (negated ? [] : atoms));
}
