import { clauseEnds, kindOf, kindOfPair, kinds } from './characters.ts';
import { emptyHash, extendHash } from './word-table.ts';

/** Receives what the scanner finds, in text order. */
export interface WordSink {
	/** The word codes[start, end) in UTF-16, and its hash (`extendHash`). */
	word(codes: Uint16Array, start: number, end: number, hash: number): void;
	/** A number or a single letter, which is no word, and over which no phrase runs on. */
	symbol(codes: Uint16Array, start: number, end: number, hash: number): void;
	/** A place over which no phrase runs on. */
	stop(): void;
	/** Such a place where a sentence or a clause ends. */
	end(): void;
	/** A hyphen without spaces between the word before and the one to come. */
	hyphen(): void;
	/** The word to come begins with the character that ended the one before. */
	overlap(): void;
}

/** Longer runs of letters and digits are sequences, hashes or encodings rather than words. */
export const longestWord = 60;

/** The text being scanned, ended by a full stop so that no look-ahead leaves it. */
let codes = new Uint16Array(1 << 13);

function load(text: string): number {
	const length = text.length;
	if (codes.length < length + 2) codes = new Uint16Array(length * 2);
	for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
	codes[length] = codes[length + 1] = 46;
	return length;
}

function kindAt(index: number): number {
	const kind = kindOf(codes[index] as number);
	if (kind !== kinds.surrogate) return kind;
	return kindOfPair(codes[index] as number, codes[index + 1] as number);
}

function widthAt(index: number): number {
	const code = codes[index] as number;
	return code >= 0xd800 && code <= 0xdbff ? 2 : 1;
}

/** Hash of the run that `wordEnd` went over last. */
let runHash = emptyHash;

/** End of the run of letters, digits and marks that begins at an index; leaves its hash in `runHash`. */
function wordEnd(start: number): number {
	const text = codes;
	let hash = emptyHash;
	let end = start;
	for (;;) {
		const code = text[end] as number;
		const kind = code < 0xd800 || code > 0xdbff ? kindOf(code) : kindAt(end);
		if (kind !== kinds.letter && kind !== kinds.digit && kind !== kinds.mark) break;
		hash = extendHash(hash, code);
		end++;
		if (code >= 0xd800 && code <= 0xdbff) hash = extendHash(hash, text[end++] as number);
	}
	runHash = hash;
	return end;
}

const ends = new Set(Array.from(clauseEnds, (sign) => sign.charCodeAt(0)));

const clitics = new Set(['s', 'd', 'm', 're', 've', 'll']);

/** Reports a word and what hangs on its apostrophe ("model's", "don't", "l'analyse"); gives the index behind it. */
function takeWord(start: number, sink: WordSink): number {
	const end = wordEnd(start);
	const hash = runHash;
	let next = end;
	let negated = false;
	if (kindOf(codes[end] as number) === kinds.apostrophe) {
		const tailEnd = wordEnd(end + 1);
		const tail =
			tailEnd - end <= 3 ? String.fromCharCode(...codes.subarray(end + 1, tailEnd)).toLowerCase() : '';
		negated = tail === 't';
		if (negated || clitics.has(tail)) next = tailEnd;
	}
	const length = end - start;
	if (negated || length > longestWord) sink.stop();
	else if (length >= 2) sink.word(codes, start, end, hash);
	else sink.symbol(codes, start, end, hash);
	return next;
}

/** A hyphen after a space is a dash; one before a space ("pre- and post-training") ties nothing. */
function takeHyphen(spaced: boolean, next: number, sink: WordSink): void {
	if (spaced) sink.stop();
	else if (kindAt(next) === kinds.letter) sink.hyphen();
}

function takeSign(code: number, sink: WordSink): void {
	if (ends.has(code)) sink.end();
	else sink.stop();
}

/** Reports the overlapping pairs of a run of unspaced script; gives the index behind it. */
function takePairs(start: number, sink: WordSink): number {
	let previous = start;
	let at = start + widthAt(start);
	while (kindAt(at) === kinds.unspaced) {
		const next = at + widthAt(at);
		let hash = emptyHash;
		for (let i = previous; i < next; i++) hash = extendHash(hash, codes[i] as number);
		if (previous > start) sink.overlap();
		sink.word(codes, previous, next, hash);
		previous = at;
		at = next;
	}
	return at;
}

/**
 * Finds the words of a text: runs of letters and digits that begin with a letter and have two characters or more.
 * Hyphens, spaces and apostrophes part words; other signs, numbers and single letters also end a phrase.
 */
export function scan(text: string, sink: WordSink): void {
	const length = load(text);
	let index = 0;
	let spaced = true;
	while (index < length) {
		const kind = kindAt(index);
		if (kind === kinds.letter) {
			index = takeWord(index, sink);
		} else if (kind === kinds.unspaced) {
			index = takePairs(index, sink);
		} else if (kind === kinds.digit) {
			const start = index;
			index = wordEnd(start);
			sink.symbol(codes, start, index, runHash);
		} else {
			const code = codes[index] as number;
			index += widthAt(index);
			if (kind === kinds.stop) takeSign(code, sink);
			else if (kind === kinds.hyphen) takeHyphen(spaced, index, sink);
		}
		spaced = kind === kinds.space;
	}
}
