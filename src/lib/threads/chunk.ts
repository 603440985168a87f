import type { Paper } from '../dataset/paper.ts';

/** A piece of a file on its way to a thread that takes it apart: whole records, and which of them are kept. */
export interface RawChunk {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** As `TextDecoder` calls it. */
	readonly encoding: string;
	/** What the user says of fields: field names by the names that records have. */
	readonly columns?: Readonly<Record<string, string>> | undefined;
	/** Order of day and month by columns, where it is known. */
	readonly dateOrders?: Readonly<Record<string, 'dmy' | 'mdy'>> | undefined;
	/** Papers of the piece, all told. */
	readonly papers: number;
	/** For each paper of the piece, 1 when another record is kept instead; nothing where all are kept. */
	readonly dropped: Uint8Array | null;
}

/** Papers that follow each other in a corpus, or what they are read from. */
export type Chunk = { readonly papers: readonly Paper[] } | { readonly raw: RawChunk };

/** Takes a piece of a file apart: its papers that are kept. */
export type ReadChunk = (raw: RawChunk) => readonly Paper[];

/** The papers of a chunk. */
export function papersOf(chunk: Chunk, read: ReadChunk): readonly Paper[] {
	return 'papers' in chunk ? chunk.papers : read(chunk.raw);
}
