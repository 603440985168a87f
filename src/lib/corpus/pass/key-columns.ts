import type { Paper } from '../../dataset/paper.ts';
import { abstractHash, fullness, placeHash, recordKeys, restHash } from '../paper/identity.ts';
import { nameSignature, nameWords, titleSignature, titleWords } from '../paper/signature.ts';

/**
 * The keys of records and how much each says, in columns: NaN stands for a key that a record does not state, 0 for
 * other things. About 90 bytes a record.
 */
export interface KeyColumns {
	readonly id: Float64Array<ArrayBuffer>;
	readonly doi: Float64Array<ArrayBuffer>;
	readonly text: Float64Array<ArrayBuffer>;
	readonly titleYear: Float64Array<ArrayBuffer>;
	/** Hash of all names. */
	readonly authors: Int32Array<ArrayBuffer>;
	readonly year: Uint16Array<ArrayBuffer>;
	readonly fullness: Uint16Array<ArrayBuffer>;
	/** The sum of those of `traits` that hold. */
	readonly traits: Uint8Array<ArrayBuffer>;
	/** The first character of the abstract, then that of the title, 16 bits each: a rough alphabetical order. */
	readonly letters: Uint32Array<ArrayBuffer>;
	readonly place: Int32Array<ArrayBuffer>;
	readonly abstract: Int32Array<ArrayBuffer>;
	readonly rest: Int32Array<ArrayBuffer>;
	/** Twelve hashes of the title's words in a row. */
	readonly title: Uint16Array<ArrayBuffer>;
	/** Three hashes of the first author's name in a row. */
	readonly name: Uint16Array<ArrayBuffer>;
	readonly initials: Int32Array<ArrayBuffer>;
}

export const traits = { hasAbstract: 1, isCommon: 2, isPlaceholder: 4, hasAuthors: 8, hasPages: 16 };

/** Numbers of each record in a column, where there are several. */
export const widths: Readonly<Partial<Record<keyof KeyColumns, number>>> = {
	title: titleWords,
	name: nameWords
};

export function emptyColumns(length: number): KeyColumns {
	return {
		id: new Float64Array(length),
		doi: new Float64Array(length),
		text: new Float64Array(length),
		titleYear: new Float64Array(length),
		authors: new Int32Array(length),
		year: new Uint16Array(length),
		fullness: new Uint16Array(length),
		traits: new Uint8Array(length),
		letters: new Uint32Array(length),
		place: new Int32Array(length),
		abstract: new Int32Array(length),
		rest: new Int32Array(length),
		title: new Uint16Array(length * titleWords),
		name: new Uint16Array(length * nameWords),
		initials: new Int32Array(length)
	};
}

function setRow(columns: KeyColumns, row: number, paper: Paper, file: number): void {
	const keys = recordKeys(paper, file);
	columns.id[row] = keys.id ?? NaN;
	columns.doi[row] = keys.doi ?? NaN;
	columns.text[row] = keys.text;
	columns.titleYear[row] = keys.titleYear ?? NaN;
	columns.authors[row] = keys.authors | 0;
	columns.year[row] = keys.year ?? 0;
	columns.fullness[row] = fullness(paper);
	columns.traits[row] =
		(keys.hasAbstract ? traits.hasAbstract : 0) +
		(keys.title === 'common' ? traits.isCommon : 0) +
		(keys.title === 'placeholder' ? traits.isPlaceholder : 0) +
		(paper.authors.length > 0 ? traits.hasAuthors : 0) +
		(paper.pages === null ? 0 : traits.hasPages);
	columns.letters[row] = (paper.abstract.charCodeAt(0) || 0) * 0x10000 + (paper.title.charCodeAt(0) || 0);
	columns.place[row] = placeHash(paper);
	columns.abstract[row] = abstractHash(paper.abstract);
	columns.rest[row] = restHash(paper);
	columns.title.set(titleSignature(paper.title), row * titleWords);
	const { words, initials } = nameSignature(paper.authors[0] ?? '');
	columns.name.set(words, row * nameWords);
	columns.initials[row] = initials;
}

/** The keys of papers of the file with the given number. */
export function keysOf(papers: readonly Paper[], file: number): KeyColumns {
	const columns = emptyColumns(papers.length);
	for (const [row, paper] of papers.entries()) setRow(columns, row, paper, file);
	return columns;
}

/** The buffers of the columns. */
export function keyBuffers(columns: KeyColumns): ArrayBuffer[] {
	return Object.values(columns).map(({ buffer }: { buffer: ArrayBuffer }) => buffer);
}

const columnNames = Object.keys(emptyColumns(0)) as (keyof KeyColumns)[];

/** The keys of a record as bytes, on their way to another process of the same kind of machine. */
export function packKeys(columns: KeyColumns, row: number): Uint8Array {
	const bytes = columnNames.map((name) => {
		const width = widths[name] ?? 1;
		const { buffer, byteOffset, byteLength } = columns[name].subarray(row * width, (row + 1) * width);
		return new Uint8Array(buffer, byteOffset, byteLength);
	});
	const packed = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const some of bytes) {
		packed.set(some, at);
		at += some.length;
	}
	return packed;
}

/** The keys that `packKeys` made bytes of. */
export function unpackKeys(packed: Uint8Array): KeyColumns {
	const columns = emptyColumns(1);
	let at = 0;
	for (const name of columnNames) {
		const bytes = new Uint8Array(columns[name].buffer);
		bytes.set(packed.subarray(at, at + bytes.length));
		at += bytes.length;
	}
	return columns;
}
