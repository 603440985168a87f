import type { Chunk } from '../threads/chunk.ts';
import type { Hooks } from '../source/hooks.ts';
import type { PaperSource } from '../source/source.ts';

/** A piece of a corpus and the number of papers in it. */
export interface CountedChunk {
	chunk: Chunk;
	papers: number;
}

/** A corpus in pieces: as the source cuts it, else as the batches come. */
export async function* chunksOf(source: PaperSource, hooks: Hooks): AsyncGenerator<CountedChunk> {
	if (source.chunks) yield* source.chunks(hooks);
	else for await (const papers of source.papers(hooks)) yield { chunk: { papers }, papers: papers.length };
}
