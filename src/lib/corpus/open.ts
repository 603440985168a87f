import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { checkpoint, type Hooks } from '../dataset/hooks.ts';
import type { Paper, Rejection } from '../dataset/paper.ts';
import type { CorpusAccount, InputAccount, PaperSource } from '../dataset/source.ts';
import type { ByteSource } from './bytes.ts';
import { readCsv } from './csv.ts';
import { readDailyPapers } from './daily-papers.ts';
import { decoded } from './decode.ts';
import { detectFormat, type Format } from './detect.ts';
import { CorpusError } from './error.ts';
import { inflated } from './gunzip.ts';
import { SeenPapers } from './identity.ts';
import { readJsonl } from './jsonl.ts';
import type { CorpusFacts, Parsed, Reader } from './record.ts';

export interface CorpusOptions {
	/** `auto` recognises each file by its content. */
	format?: Format | 'auto' | undefined;
	/** Year of a Daily Papers page, where the one it implies is wrong. */
	year?: number | undefined;
	/** Keeps identical records apart. */
	keepDuplicates?: boolean | undefined;
}

const readers: Record<Format, Reader> = { 'daily-papers': readDailyPapers, jsonl: readJsonl, csv: readCsv };
const batchSize = 256;
/** Characters that a format is recognised by. */
const headLength = 65_536;

/** Passes bytes on while it counts and hashes them. */
class Meter {
	bytes = 0;
	readonly #hash = sha256.create();

	async *measure(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		for await (const chunk of chunks) {
			this.bytes += chunk.length;
			this.#hash.update(chunk);
			yield chunk;
		}
	}

	sha256(): string {
		return bytesToHex(this.#hash.digest());
	}
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
	yield head;
	for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function readHead(texts: AsyncIterator<string>): Promise<string> {
	let head = '';
	for (let next = await texts.next(); !next.done; next = await texts.next()) {
		head += next.value;
		if (head.length >= headLength) break;
	}
	return head;
}

/** One pass over all files. */
class Pass {
	readonly account: CorpusAccount = { title: null, listed: null, inputs: [], rejections: [] };
	readonly #options: CorpusOptions;
	readonly #seen = new SeenPapers();

	constructor(options: CorpusOptions) {
		this.#options = options;
	}

	async *read(input: ByteSource): AsyncGenerator<Paper> {
		const meter = new Meter();
		const texts = decoded(inflated(input.name, meter.measure(input.stream())));
		const head = await readHead(texts);
		const chosen = this.#options.format ?? 'auto';
		const format = chosen === 'auto' ? detectFormat(input.name, head) : chosen;
		const entry: InputAccount = {
			file: input.name,
			bytes: 0,
			sha256: '',
			format,
			records: 0,
			papers: 0,
			duplicates: 0,
			rejected: 0
		};
		const facts = yield* this.#records(
			readers[format](joined(head, texts), { year: this.#options.year }),
			entry
		);
		this.account.inputs.push({ ...entry, bytes: meter.bytes, sha256: meter.sha256() });
		this.account.title ??= facts.title;
		this.account.listed ??= facts.listed;
	}

	async *#records(
		records: AsyncGenerator<Parsed, CorpusFacts>,
		entry: InputAccount
	): AsyncGenerator<Paper, CorpusFacts> {
		for (let next = await records.next(); ; next = await records.next()) {
			if (next.done) return next.value;
			entry.records++;
			const paper = this.#keep(next.value, entry);
			if (paper) yield paper;
		}
	}

	#keep(parsed: Parsed, entry: InputAccount): Paper | null {
		if ('reason' in parsed) {
			entry.rejected++;
			const rejection: Rejection = { file: entry.file, record: entry.records, ...parsed };
			this.account.rejections.push(rejection);
			return null;
		}
		if (!this.#options.keepDuplicates && this.#seen.repeats(parsed.paper)) {
			entry.duplicates++;
			return null;
		}
		entry.papers++;
		return parsed.paper;
	}
}

function named(input: ByteSource, error: unknown): unknown {
	return error instanceof CorpusError && !error.message.startsWith(input.name)
		? new CorpusError(`${input.name}: ${error.message}`)
		: error;
}

/** A corpus over files, in their order. Each pass reads them anew and gives the same papers. */
export function openCorpus(inputs: readonly ByteSource[], options: CorpusOptions = {}): PaperSource {
	let account: CorpusAccount | null = null;

	async function* papers(hooks: Hooks = {}): AsyncGenerator<readonly Paper[]> {
		const pass = new Pass(options);
		let batch: Paper[] = [];
		let done = 0;
		for (const input of inputs) {
			try {
				for await (const paper of pass.read(input)) {
					batch.push(paper);
					if (batch.length < batchSize) continue;
					yield batch;
					done += batch.length;
					batch = [];
					await checkpoint(hooks, { stage: 'read', done, total: null });
				}
			} catch (error) {
				throw named(input, error);
			}
		}
		if (batch.length > 0) yield batch;
		await checkpoint(hooks, { stage: 'read', done: done + batch.length, total: done + batch.length });
		account = pass.account;
	}

	return {
		papers,
		account: () => {
			if (!account) throw new Error('the corpus has not been read to its end yet');
			return account;
		}
	};
}
