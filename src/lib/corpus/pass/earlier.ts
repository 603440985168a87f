import type { CorpusAccount, InputAccount } from '../../dataset/account.ts';
import type { Rejection, Paper } from '../../dataset/paper.ts';
import type { Hooks } from '../../source/hooks.ts';
import { Meter } from '../bytes/limits.ts';
import { noFacts, type Records } from '../paper/record.ts';
import type { Part } from './parts.ts';

/** What a dataset keeps of the papers that others are added to. */
export interface EarlierPapers {
	/** What messages and reports call the dataset. */
	readonly name: string;
	readonly title: string | null;
	readonly listed: string | null;
	/** The files that they came from; the papers that were kept of each follow those of the one before. */
	readonly inputs: readonly InputAccount[];
	readonly rejections: readonly Rejection[];
	/** A pass over them, in the order of their ids. */
	papers(hooks?: Hooks): AsyncIterable<readonly Paper[]>;
}

/** The account of a corpus before its new files are read. */
export const earlierAccount = (earlier: EarlierPapers | undefined): CorpusAccount => ({
	title: earlier?.title ?? null,
	listed: earlier?.listed ?? null,
	inputs: [],
	rejections: []
});

async function* oneByOne(batches: AsyncIterable<readonly Paper[]>): AsyncGenerator<Paper> {
	for await (const batch of batches) yield* batch;
}

/**
 * The next papers of a stream as records.
 * @throws Error when the stream has fewer
 */
async function* taken(stream: AsyncGenerator<Paper>, { file, papers }: InputAccount): Records {
	for (let count = 0; count < papers; count++) {
		const next = await stream.next();
		if (next.done) throw new Error(`the dataset lacks papers of ${file}`);
		yield { paper: next.value };
	}
	return noFacts;
}

/** A part for each file that earlier papers came from. The parts are to be read one after another, each to its end. */
export async function* earlierParts(earlier: EarlierPapers, hooks: Hooks): AsyncGenerator<Part> {
	const stream = oneByOne(earlier.papers(hooks));
	try {
		for (const input of earlier.inputs) {
			const meter = new Meter(null, Infinity);
			meter.bytes = input.bytes;
			yield { file: input.file, format: input.format, records: taken(stream, input), meter, input };
		}
	} finally {
		await stream.return(undefined);
	}
}
