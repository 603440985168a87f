import { emptyHash, extendHash, type WordTable } from './word-table.ts';

/** Words one after another as UTF-16 codes, which a thread hands over without copying or making strings. */
export interface PackedWords {
	codes: Uint16Array<ArrayBuffer>;
	/** Where each word ends. */
	ends: Int32Array<ArrayBuffer>;
}

export function packWords(words: readonly string[]): PackedWords {
	let at = 0;
	const ends = Int32Array.from(words, (word) => (at += word.length));
	const codes = new Uint16Array(at);
	at = 0;
	for (const word of words) {
		for (let i = 0; i < word.length; i++) codes[at++] = word.charCodeAt(i);
	}
	return { codes, ends };
}

/** The ids of words in a table, which takes in those that are new to it. */
export function idsOf({ codes, ends }: PackedWords, table: WordTable): Int32Array<ArrayBuffer> {
	let start = 0;
	return ends.map((end) => {
		let hash = emptyHash;
		for (let at = start; at < end; at++) hash = extendHash(hash, codes[at] as number);
		const id = table.idOf(codes, start, end, hash);
		start = end;
		return id;
	});
}
