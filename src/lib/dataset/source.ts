import type { Chunk, ReadChunk } from './chunk.ts';
import type { Hooks } from './hooks.ts';
import type { Paper, Rejection } from './paper.ts';
import type { Sample, Sampling } from './sample-draw.ts';

/** What became of one input file: `records = papers + duplicates + rejected`. */
export interface InputAccount {
	/** File name without its folder. */
	file: string;
	bytes: number;
	sha256: string;
	/** Name of the reader, for example `daily-papers`. */
	format: string;
	records: number;
	papers: number;
	duplicates: number;
	rejected: number;
}

export interface CorpusAccount {
	/** The corpus's own name, where it states one. */
	title: string | null;
	/** The date the corpus gives itself, `YYYY-MM-DD`, where it states one. */
	listed: string | null;
	inputs: InputAccount[];
	rejections: Rejection[];
}

/** A corpus that can be read more than once, each time giving the same papers in the same order. */
export interface PaperSource {
	/** One pass over the papers that were kept, in input order, in batches of at most a few hundred. */
	papers(hooks?: Hooks): AsyncIterable<readonly Paper[]>;
	/** The account of the last complete pass. Throws before one has ended. */
	account(): CorpusAccount;
	/**
	 * Reads the corpus to its end and draws a sample on the way, where the source has a cheaper way than a pass; the
	 * account is there afterwards.
	 */
	survey?: ((sampling: Sampling | null, hooks?: Hooks) => Promise<Sample>) | undefined;
	/** The same pass in pieces that other threads can take apart, where the source can be cut; `read` does that. */
	chunks?: ((hooks?: Hooks) => AsyncIterable<{ chunk: Chunk; papers: number }>) | undefined;
	read?: ReadChunk | undefined;
}
