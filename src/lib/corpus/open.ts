import { portableHasher, type Hasher } from '../dataset/hasher.ts';
import { checkpoint, type Hooks } from '../dataset/hooks.ts';
import type { Paper, Rejection } from '../dataset/paper.ts';
import type { CorpusAccount, InputAccount, PaperSource } from '../dataset/source.ts';
import type { ByteSource } from './bytes.ts';
import type { Format } from './detect.ts';
import { DuplicateSurvey } from './duplicates.ts';
import { CorpusError } from './error.ts';

import { partsOf, type Part } from './parts.ts';
import type { ReadOptions } from './record.ts';

export interface CorpusOptions extends ReadOptions {
	/** `auto` recognises each file by its content. */
	format?: Format | 'auto' | undefined;
	/** Keeps identical records apart. */
	keepDuplicates?: boolean | undefined;
}

/** What a host lends to the reading. */
export interface CorpusHost {
	/** A native SHA-256, where the host has one. */
	hasher?: (() => Hasher) | undefined;
	/** Bytes of a file that the host can take, at most. */
	maxBytes?: number | undefined;
}

const batchSize = 256;

/** One pass over all files. */
class Pass {
	readonly account: CorpusAccount = { title: null, listed: null, inputs: [], rejections: [] };
	/** Papers read so far, duplicates included. */
	#count = 0;
	readonly #options: CorpusOptions;
	readonly #hasher: () => Hasher | null;
	readonly #maxBytes: number;
	/** Whether a paper, by its number, is kept elsewhere. */
	readonly #isDuplicate: (paper: number) => boolean;

	constructor(
		options: CorpusOptions,
		hasher: () => Hasher | null,
		maxBytes: number,
		isDuplicate: (paper: number) => boolean = () => false
	) {
		this.#options = options;
		this.#hasher = hasher;
		this.#maxBytes = maxBytes;
		this.#isDuplicate = isDuplicate;
	}

	/** The papers of one input that are kept, each with the number of its file. */
	async *read(input: ByteSource): AsyncGenerator<{ paper: Paper; file: number }> {
		const { format = 'auto', ...options } = this.#options;
		for await (const part of partsOf(input, {
			...options,
			format,
			hasher: this.#hasher,
			maxBytes: this.#maxBytes
		})) {
			const entry = { file: part.file, bytes: 0, sha256: '', format: part.format };
			const counted: InputAccount = { ...entry, records: 0, papers: 0, duplicates: 0, rejected: 0 };
			yield* this.#records(part, counted);
			this.account.inputs.push({ ...counted, bytes: part.meter.bytes, sha256: part.meter.sha256() });
		}
	}

	async *#records(part: Part, entry: InputAccount): AsyncGenerator<{ paper: Paper; file: number }> {
		const file = this.account.inputs.length;
		for (let next = await part.records.next(); ; next = await part.records.next()) {
			if (next.done) {
				this.account.title ??= next.value.title;
				this.account.listed ??= next.value.listed;
				return;
			}
			entry.records++;
			if ('reason' in next.value) {
				entry.rejected++;
				this.account.rejections.push({
					file: entry.file,
					record: entry.records,
					...next.value
				} satisfies Rejection);
			} else if (this.#isDuplicate(this.#count++)) entry.duplicates++;
			else {
				entry.papers++;
				yield { paper: next.value.paper, file };
			}
		}
	}
}

/** An error whose message begins with the name of the file. */
function named(input: ByteSource, error: unknown): unknown {
	if (error instanceof CorpusError && !error.message.startsWith(input.name)) {
		error.message = `${input.name}: ${error.message}`;
	}
	return error;
}

/**
 * A corpus over files, in their order. Unless duplicates are kept, a first pass finds them; each later pass reads
 * the files anew and gives the same papers: of every group of duplicates the fullest record, where it stands.
 */
export function openCorpus(
	inputs: readonly ByteSource[],
	options: CorpusOptions = {},
	host: CorpusHost = {}
): PaperSource {
	const corpus = new Corpus(inputs, options, host);
	return { papers: (hooks) => corpus.papers(hooks), account: () => corpus.account() };
}

class Corpus {
	#account: CorpusAccount | null = null;
	#duplicates: Uint8Array | null = null;
	#total: number | null = null;
	/** The inputs as the first pass found them. */
	#found: readonly InputAccount[] | null = null;
	readonly #inputs: readonly ByteSource[];
	readonly #options: CorpusOptions;
	readonly #host: CorpusHost;

	constructor(inputs: readonly ByteSource[], options: CorpusOptions, host: CorpusHost) {
		this.#inputs = inputs;
		this.#options = options;
		this.#host = host;
	}

	account(): CorpusAccount {
		if (!this.#account) throw new Error('the corpus has not been read to its end yet');
		return this.#account;
	}

	async *papers(hooks: Hooks = {}): AsyncGenerator<readonly Paper[]> {
		if (!this.#options.keepDuplicates && this.#duplicates === null) await this.#survey(hooks);
		const duplicates = this.#duplicates;
		const pass = this.#pass((paper) => duplicates?.[paper] === 1);
		let batch: Paper[] = [];
		let done = 0;
		for await (const { paper } of this.#read(pass)) {
			batch.push(paper);
			if (batch.length < batchSize) continue;
			yield batch;
			done += batch.length;
			batch = [];
			await checkpoint(hooks, { stage: 'read', done, total: this.#total });
		}
		if (batch.length > 0) yield batch;
		done += batch.length;
		await checkpoint(hooks, { stage: 'read', done, total: done });
		this.#account = { ...pass.account, inputs: this.#settle(pass.account.inputs) };
	}

	async #survey(hooks: Hooks): Promise<void> {
		const survey = new DuplicateSurvey();
		const pass = this.#pass();
		for await (const { paper, file } of this.#read(pass)) {
			survey.add(paper, file);
			if (survey.count % batchSize === 0)
				await checkpoint(hooks, { stage: 'read', done: survey.count, total: null });
		}
		this.#settle(pass.account.inputs);
		this.#duplicates = survey.duplicates();
		this.#total = this.#duplicates.reduce((kept, duplicate) => kept + 1 - duplicate, 0);
	}

	/** A pass that hashes the files unless an earlier one has. */
	#pass(isDuplicate?: (paper: number) => boolean): Pass {
		const hasher = this.#found ? () => null : (this.#host.hasher ?? portableHasher);
		return new Pass(this.#options, hasher, this.#host.maxBytes ?? Infinity, isDuplicate);
	}

	async *#read(pass: Pass): AsyncGenerator<{ paper: Paper; file: number }> {
		for (const input of this.#inputs) {
			try {
				yield* pass.read(input);
			} catch (error) {
				throw named(input, error);
			}
		}
	}

	/** Adds the digests of the first pass; a file that has changed since would break the account. */
	#settle(inputs: readonly InputAccount[]): InputAccount[] {
		const found = this.#found ?? inputs;
		this.#found = found;
		return inputs.map((input, index) => {
			const first = found[index];
			if (first?.bytes !== input.bytes || first.records !== input.records || found.length !== inputs.length)
				throw new CorpusError(`${input.file}: it changed while it was read. Start again.`);
			return { ...input, sha256: first.sha256 };
		});
	}
}
