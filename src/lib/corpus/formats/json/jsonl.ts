import { recordsOf } from './json.ts';
import { lines } from '../../bytes/lines.ts';
import { noFacts, type ReadOptions, type Records } from '../../paper/record.ts';

/** Reads JSON Lines: one object on each line; empty lines are no records. */
export async function* readJsonl(text: AsyncIterable<string>, options: ReadOptions): Records {
	for await (const line of lines(text)) {
		if (line.trim()) yield* recordsOf(line, options);
	}
	return noFacts;
}
