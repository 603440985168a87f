import type { BytesReader, Reader } from '../paper/record.ts';
import type { Head } from './head.ts';

/** What is said of every format, by which it is found, named and documented. */
interface Described<Id extends string> {
	/** Its name in a manifest and after `--format`, which never changes. */
	readonly id: Id;
	/** What users call it, as it stands within a sentence. */
	readonly label: string;
	/** How its files usually end, without the dot and in small letters. A folder is searched for them. */
	readonly extensions: readonly string[];
	/** Where users meet it: products and services that write it, and what they call it there. */
	readonly source: string;
}

/** A format of text. */
export interface TextFormat<Id extends string = string> extends Described<Id> {
	readonly of: 'text';
	/** Whether a file is of this format, by how it begins. Formats are asked in the order of the registry. */
	readonly matches: (head: Head) => boolean;
	readonly read: Reader;
	/**
	 * The first line that is of this format, of those that hold something: its looks, or its place from 0. Of formats that
	 * could be meant, the one that accounts for more of the file, which begins earlier, is right; what stands inside a
	 * field of another format begins later. Formats that are told by their whole form need no such line.
	 */
	readonly starts?: RegExp | ((head: Head) => number);
	/** Whether every line is an object of JSON, so that a file can be read in pieces by several threads. */
	readonly isCut?: boolean;
}

/** A format that is no text. */
export interface BytesFormat<Id extends string = string> extends Described<Id> {
	readonly of: 'bytes';
	/** Whether the first bytes, a few thousand where there are so many, are of this format. */
	readonly matches: (head: Uint8Array) => boolean;
	readonly read: BytesReader;
}

/** A format whose file is a zip archive, which is read as one file and not unpacked. */
export interface ZipFormat<Id extends string = string> extends Described<Id> {
	readonly of: 'zip';
	/** Whether an archive with files of these names is of this format. */
	readonly matches: (names: readonly string[]) => boolean;
	readonly read: BytesReader;
}

/** A kind of file that papers come in: how it is called, recognised and read. */
export type Format = TextFormat | BytesFormat | ZipFormat;

export const textFormat = <const Id extends string>(format: Omit<TextFormat<Id>, 'of'>): TextFormat<Id> => ({
	of: 'text',
	...format
});

export const bytesFormat = <const Id extends string>(
	format: Omit<BytesFormat<Id>, 'of'>
): BytesFormat<Id> => ({ of: 'bytes', ...format });

export const zipFormat = <const Id extends string>(format: Omit<ZipFormat<Id>, 'of'>): ZipFormat<Id> => ({
	of: 'zip',
	...format
});
