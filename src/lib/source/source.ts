import type { CorpusAccount } from '../dataset/account.ts';
import type { Chunk, ReadChunk } from '../threads/chunk.ts';
import type { Hooks } from './hooks.ts';
import type { Paper } from '../dataset/paper.ts';
import type { Sample, Sampling } from './sample-draw.ts';

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
