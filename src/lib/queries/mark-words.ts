import { searchStems } from '../pipeline/text/search-words.ts';
import { createTokeniser } from '../pipeline/text/tokenise.ts';
import { breakId } from '../pipeline/text/tokens.ts';

/** A piece of a text; `marked` when it is a word that the search asks for. */
export interface Segment {
	text: string;
	marked: boolean;
}

/** Characters of scripts that put no spaces between words: searches know them in pairs. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Myanmar', 'Khmer']
	.map((script) => String.raw`\p{scx=${script}}`)
	.join('');
const words = new RegExp(String.raw`[${unspaced}]+|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])+`, 'gu');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');

interface Piece {
	text: string;
	/** Where it begins in the text. */
	at: number;
}

/** Words, and overlapping pairs of characters where nothing parts the words. */
function* pieces(text: string): Iterable<Piece> {
	for (const { 0: run, index } of text.matchAll(words)) {
		if (!startsUnspaced.test(run)) {
			yield { text: run, at: index };
			continue;
		}
		let at = index;
		const characters = [...run];
		for (const [i, character] of characters.entries()) {
			const next = characters[i + 1];
			if (next !== undefined) yield { text: character + next, at };
			at += character.length;
		}
	}
}

/**
 * Cuts texts into marked and unmarked pieces. The pieces of a text put together are the text.
 * @param query what was searched for; a word is marked when it shares a stem with it
 * @param stopWords the stop words that the corpus was built with, beside the built-in ones
 */
export function createMarker(query: string, stopWords: readonly string[] = []): (text: string) => Segment[] {
	const wanted = new Set(searchStems(query, stopWords));
	if (wanted.size === 0) return (text) => (text === '' ? [] : [{ text, marked: false }]);
	const tokeniser = createTokeniser(stopWords, { keep: true });
	const known = new Map<string, boolean>();

	function isWanted(piece: string): boolean {
		const before = known.get(piece);
		if (before !== undefined) return before;
		const ids = tokeniser.tokenise({ title: piece, abstract: '' });
		const found = ids.some(
			(id) => id !== breakId && wanted.has(tokeniser.stems[tokeniser.stemOfSurface[id] as number] as string)
		);
		known.set(piece, found);
		return found;
	}

	return (text) => segmentsOf(text, isWanted);
}

function segmentsOf(text: string, isWanted: (piece: string) => boolean): Segment[] {
	const marks: [from: number, to: number][] = [];
	for (const piece of pieces(text)) {
		if (!isWanted(piece.text)) continue;
		const last = marks.at(-1);
		const to = piece.at + piece.text.length;
		if (last && last[1] > piece.at) last[1] = to;
		else marks.push([piece.at, to]);
	}
	return cut(text, marks);
}

function cut(text: string, marks: readonly [from: number, to: number][]): Segment[] {
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
