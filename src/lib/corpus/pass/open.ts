import { papersOf, type Chunk } from '../../threads/chunk.ts';
import { portableHasher, type Hasher } from '../../base/hasher.ts';
import { checkpoint, type Hooks } from '../../source/hooks.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { Sample, Sampling } from '../../source/sample-draw.ts';
import type { CorpusAccount } from '../../dataset/account.ts';
import type { PaperSource } from '../../source/source.ts';
import type { ByteSource } from '../bytes/bytes.ts';
import type { GzipReader } from '../bytes/gunzip.ts';
import type { FormatId } from '../formats/registry.ts';
import { CorpusError } from '../bytes/error.ts';
import { earlierParts, type EarlierPapers } from './earlier.ts';
import { FirstPass, type Found } from './first-pass.ts';
import { itemsOf, partsOf, type Item, type Part } from './parts.ts';
import { readPiece } from './read-piece.ts';
import { settled, type Orders } from '../paper/day-order.ts';
import type { ReadOptions } from '../paper/record.ts';

/** What can be said of a single file. */
export type FileReading = Pick<ReadOptions, 'encoding' | 'dateOrder'>;

export interface CorpusOptions extends ReadOptions {
	/** What is said of single inputs, in their order, in place of what is said of all. */
	each?: readonly FileReading[] | undefined;
	/** `auto` recognises each file by its content. */
	format?: FormatId | 'auto' | undefined;
	/** Keeps identical records apart. */
	keepDuplicates?: boolean | undefined;
}

/** What a host lends to the reading. */
export interface CorpusHost {
	/** A native SHA-256, where the host has one. */
	hasher?: (() => Hasher) | undefined;
	/** A native reader of gzip data, where the host has one. */
	gunzip?: (() => GzipReader) | undefined;
	/** Bytes of a file that the host can take, at most. */
	maxBytes?: number | undefined;
	/** Bytes of the pieces that files are cut into for threads; about a megabyte by default. */
	pieceBytes?: number | undefined;
}

const batchSize = 256;

/** The options by which the input at a place is read. */
export function optionsOf({ each, ...options }: CorpusOptions, place: number): CorpusOptions {
	return { ...options, ...each?.[place] };
}

/** An error whose message begins with the name of the file. */
function named(input: ByteSource, error: unknown): unknown {
	if (error instanceof CorpusError && !error.message.startsWith(input.name)) {
		error.message = `${input.name}: ${error.message}`;
	}
	return error;
}

/**
 * A corpus over files, in their order. A first pass finds duplicates and accounts for every record; each later pass
 * reads the files anew and gives the same papers: of every group of duplicates the fullest record, where it stands.
 * @param earlier papers of a dataset that stand before those of the files
 */
export function openCorpus(
	inputs: readonly ByteSource[],
	options: CorpusOptions = {},
	host: CorpusHost = {},
	earlier?: EarlierPapers
): PaperSource {
	const corpus = new Corpus(inputs, options, host, earlier);
	return {
		papers: (hooks) => corpus.papers(hooks),
		account: () => corpus.account(),
		survey: (sampling, hooks) => corpus.survey(sampling, hooks),
		chunks: (hooks) => corpus.chunks(hooks),
		read: readPiece
	};
}

interface CountedChunk {
	chunk: Chunk;
	papers: number;
}

/** How far a pass has come: items, papers and files before it. */
interface Place {
	item: number;
	paper: number;
	file: number;
}

/** Which papers of an item are kept. */
export interface Kept {
	papers: number;
	dropped: Uint8Array | null;
	kept: number;
}

class Corpus {
	/** What the first pass found; whoever asked for the sample has it. */
	#found: Omit<Found, 'sample'> | null = null;
	readonly #inputs: readonly ByteSource[];
	readonly #options: CorpusOptions;
	readonly #host: CorpusHost;
	readonly #earlier: EarlierPapers | undefined;

	constructor(
		inputs: readonly ByteSource[],
		options: CorpusOptions,
		host: CorpusHost,
		earlier: EarlierPapers | undefined
	) {
		this.#earlier = earlier;
		this.#inputs = inputs;
		this.#options = options;
		this.#host = host;
	}

	account(): CorpusAccount {
		if (!this.#found) throw new Error('the corpus has not been read to its end yet');
		return this.#found.account;
	}

	/** The first pass, and a sample drawn on the way. */
	async survey(sampling: Sampling | null, hooks: Hooks = {}): Promise<Sample> {
		const pass = new FirstPass(
			{
				sampling,
				keepDuplicates: this.#options.keepDuplicates ?? false,
				bytes: this.#inputs.reduce((sum, { size }) => sum + size, 0),
				earlier: this.#earlier
			},
			hooks
		);
		if (this.#earlier) for await (const part of earlierParts(this.#earlier, hooks)) await pass.read(part);
		for (const [place, input] of this.#inputs.entries()) {
			const options = optionsOf(this.#options, place);
			try {
				for await (const part of this.#parts(input, options, this.#host.hasher ?? portableHasher))
					await pass.read(part, options.dateOrder);
			} catch (error) {
				throw named(input, error);
			}
		}
		const { sample, ...found } = pass.finish();
		this.#found = found;
		await checkpoint(hooks, { stage: 'read', done: sample.total, total: sample.total });
		return sample;
	}

	async *papers(hooks: Hooks = {}): AsyncGenerator<readonly Paper[]> {
		for await (const { chunk } of this.chunks(hooks)) {
			const papers = papersOf(chunk, readPiece);
			for (let start = 0; start < papers.length; start += batchSize) {
				yield papers.slice(start, start + batchSize);
				await checkpoint(hooks, { stage: 'read', done: start, total: null });
			}
		}
	}

	/** A pass in pieces, each with the number of its papers. */
	async *chunks(hooks: Hooks = {}): AsyncGenerator<CountedChunk> {
		if (!this.#found) await this.survey(null, hooks);
		const place = { item: 0, paper: 0, file: 0 };
		if (this.#earlier)
			for await (const part of earlierParts(this.#earlier, hooks)) yield* this.#chunksOf(part, place);
		for (const [at, input] of this.#inputs.entries()) {
			try {
				const options = optionsOf(this.#options, at);
				for await (const part of this.#parts(input, options, () => null)) yield* this.#chunksOf(part, place);
			} catch (error) {
				throw named(input, error);
			}
		}
	}

	/** The chunks of a part; `place` says how far the pass has come and goes on. */
	async *#chunksOf(part: Part, place: Place): AsyncGenerator<CountedChunk> {
		const { account, itemPapers, duplicates, dateOrders } = this.#found as Omit<Found, 'sample'>;
		const orders = dateOrders[place.file] ?? {};
		for await (const item of itemsOf(part, { ...account })) {
			const papers = itemPapers[place.item++] ?? 0;
			const dropped = duplicates?.subarray(place.paper, place.paper + papers) ?? null;
			const kept = papers - (dropped?.reduce((sum, one) => sum + one, 0) ?? 0);
			place.paper += papers;
			yield { chunk: chunkOf(item, { papers, kept, dropped }, orders), papers: kept };
		}
		if (part.meter.bytes !== account.inputs[place.file++]?.bytes) throw changed(part);
	}

	#parts(input: ByteSource, said: CorpusOptions, hasher: () => Hasher | null): AsyncGenerator<Part> {
		const { format = 'auto', ...options } = said;
		const { maxBytes = Infinity, pieceBytes, gunzip } = this.#host;
		return partsOf(input, { ...options, format, hasher, gunzip, maxBytes, pieceBytes });
	}
}

/** A file that has changed since the first pass would break the account. */
const changed = ({ file }: Part) => new CorpusError(`${file}: it changed while it was read. Start again.`);

/** The papers of an item that are kept, or what they are read from. */
export function chunkOf(item: Item, { papers, kept, dropped }: Kept, dateOrders: Orders): Chunk {
	const which = kept === papers ? null : dropped;
	if ('piece' in item) return { raw: { ...item.piece, dateOrders, papers, dropped: which && which.slice() } };
	const all = item.records.flatMap((parsed) =>
		'reason' in parsed ? [] : [settled(parsed.paper, parsed.dates, dateOrders)]
	);
	return { papers: all.filter((_, paper) => which?.[paper] !== 1) };
}
