import { noRules, type SearchRules } from '../../words/word-rules.ts';
import { phraseStarts } from './phrases.ts';
import { nameWords, parseSearch, wantedAtoms, type Atom } from './search-query.ts';
import { WordKeys, type KeyedWord } from './word-keys.ts';

/** A piece of a text; `marked` when it is what the search asks for. */
export interface Segment {
	text: string;
	marked: boolean;
}

type Mark = [from: number, to: number];

/** What a text is of a paper: searches may ask for words in titles or in names of authors alone. */
export type MarkedPlace = 'title' | 'abstract' | 'author';

/** Cuts a text into marked and unmarked pieces, which put together are the text. */
export type Marker = (text: string, place?: MarkedPlace) => Segment[];

/**
 * A marker of what a search asks for; a title unless told otherwise.
 * @param query what was searched for; a word is marked when it shares a stem with it, a phrase where it stands whole, a
 * term in each of its forms; what must not occur is not marked
 * @param rules those that searches of the corpus follow
 */
export function createMarker(query: string, rules: SearchRules = noRules): Marker {
	const atoms = wantedAtoms(parseSearch(query, rules));
	const whole = (text: string): Segment[] => (text === '' ? [] : [{ text, marked: false }]);
	if (atoms.length === 0) return whole;
	const keys = new WordKeys(rules);
	const names = new Set(atoms.flatMap((atom) => (atom.kind === 'author' ? atom.words : [])));
	const inTexts = wantedIn(atoms.filter(({ kind }) => kind !== 'title'));
	const inTitles = wantedIn(atoms);
	return (text, place = 'title') => {
		if (place === 'author') return cut(text, nameMarks(text, names));
		const { stems, phrases } = place === 'title' ? inTitles : inTexts;
		const marks = keys
			.readings(text)
			.flatMap((words) => [
				...words
					.filter(({ key, stemmed }) => stemmed && stems.has(key))
					.map(({ from, to }): Mark => [from, to]),
				...phrases.flatMap((phrase) => phraseMarks(words, phrase))
			]);
		return cut(text, merged(marks));
	};
}

interface Wanted {
	stems: ReadonlySet<string>;
	phrases: readonly (readonly string[])[];
}

/** Stems that are marked wherever they stand, and phrases that are marked as a whole. */
function wantedIn(atoms: readonly Atom[]): Wanted {
	const stems = atoms.flatMap((atom) => {
		if (atom.kind === 'stem') return [atom.stem];
		return atom.kind === 'title' ? atom.loose : [];
	});
	const phrases = atoms.flatMap((atom) => {
		if (atom.kind === 'phrase') return [atom.keys];
		return atom.kind === 'title' ? atom.phrases : [];
	});
	return { stems: new Set(stems), phrases };
}

function nameMarks(name: string, wanted: ReadonlySet<string>): Mark[] {
	return [...name.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
		.filter(({ 0: word }) => nameWords(word).some((one) => wanted.has(one)))
		.map(({ 0: word, index }) => [index, index + word.length]);
}

function phraseMarks(words: readonly KeyedWord[], phrase: readonly string[]): Mark[] {
	return phraseStarts(words, phrase).map((start) => {
		const [first, last] = [words[start] as KeyedWord, words[start + phrase.length - 1] as KeyedWord];
		return [first.from, last.to];
	});
}

/** Marks in their order, overlapping ones joined. */
function merged(marks: readonly Mark[]): Mark[] {
	const joined: Mark[] = [];
	for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
		const last = joined.at(-1);
		if (last && from < last[1]) last[1] = Math.max(last[1], to);
		else joined.push([from, to]);
	}
	return joined;
}

function cut(text: string, marks: readonly Mark[]): Segment[] {
	const segments: Segment[] = [];
	let at = 0;
	for (const [from, to] of marks) {
		if (from > at) segments.push({ text: text.slice(at, from), marked: false });
		segments.push({ text: text.slice(from, to), marked: true });
		at = to;
	}
	if (at < text.length) segments.push({ text: text.slice(at), marked: false });
	return segments;
}
