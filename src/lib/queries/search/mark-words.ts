import { noRules, type WordRules } from '../../words/word-rules.ts';
import { phraseStarts } from './phrases.ts';
import { parseSearch } from './search-query.ts';
import { WordKeys, type KeyedWord } from './word-keys.ts';

/** A piece of a text; `marked` when it is what the search asks for. */
export interface Segment {
	text: string;
	marked: boolean;
}

type Mark = [from: number, to: number];

/**
 * Cuts texts into marked and unmarked pieces. The pieces of a text put together are the text.
 * @param query what was searched for; a word is marked when it shares a stem with it, a phrase where it stands whole, a
 * term in each of its forms
 * @param rules those that searches of the corpus follow
 */
export function createMarker(query: string, rules: WordRules = noRules): (text: string) => Segment[] {
	const { loose, phrases, stems } = parseSearch(query, rules);
	if (stems.length === 0) return (text) => (text === '' ? [] : [{ text, marked: false }]);
	const keys = new WordKeys(rules);
	const wanted = new Set(loose);
	return (text) => {
		const marks = keys
			.readings(text)
			.flatMap((words) => [
				...words
					.filter(({ key, stemmed }) => stemmed && wanted.has(key))
					.map(({ from, to }): Mark => [from, to]),
				...phrases.flatMap((phrase) => phraseMarks(words, phrase.keys))
			]);
		return cut(text, merged(marks));
	};
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
