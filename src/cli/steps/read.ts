import type { ByteSource } from '../../lib/corpus/bytes/bytes.ts';
import { CorpusError } from '../../lib/corpus/bytes/error.ts';
import { factsOf } from '../../lib/corpus/pass/accounting.ts';
import { optionsOf } from '../../lib/corpus/pass/open.ts';
import { itemsOf, partsOf, type Part } from '../../lib/corpus/pass/parts.ts';
import type { CorpusAccount } from '../../lib/dataset/account.ts';
import { nativeHasher } from '../dataset/checksums.ts';
import { nativeGunzip } from '../input/native-gunzip.ts';
import type { Columns, RowOf } from './arrow.ts';
import { itemNumber, pack, type SparkJob, type Staging } from './staging.ts';

export const fileColumns = { path: 'text', content: 'bytes' } as const satisfies Columns;
/** Items, and what is known of each file or entry of an archive, whose encoding is that of its pieces. */
export const itemColumns = {
	...{ kind: 'text', item: 'long', encoding: 'text', blob: 'bytes' }
} as const satisfies Columns;
type ItemRow = RowOf<typeof itemColumns>;

/** Bytes that a file is read by, as in a build on one machine: what a format is told by depends on it. */
const chunkBytes = 1 << 18;

/** A file in memory that is read as one on a disk is. */
function wholeSource(name: string, bytes: Uint8Array<ArrayBuffer>): ByteSource {
	return {
		name,
		size: bytes.length,
		read: async (start, end) => bytes.subarray(start, end),
		stream: async function* () {
			for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
		}
	};
}

/** The parts of an input, as it is to be read. */
export function partsOfInput(source: ByteSource, input: number, { wanted }: SparkJob): AsyncGenerator<Part> {
	const { format = 'auto', ...options } = optionsOf(wanted.corpus, input);
	const host = { maxBytes: Infinity, hasher: nativeHasher, gunzip: nativeGunzip };
	return partsOf(source, { ...options, format, ...host });
}

const nothingSaid = (): CorpusAccount => ({ title: null, listed: null, inputs: [], rejections: [] });

/** What is known of a part that has been read to its end. */
export function partRow(
	part: Part,
	[input, number]: readonly [number, number],
	said = nothingSaid()
): ItemRow {
	const facts = factsOf(part);
	const { encoding } = facts;
	const blob = pack('part', { ...facts, title: said.title, listed: said.listed });
	return { kind: 'part', item: itemNumber(input, number, 0), encoding, blob };
}

async function* itemsOfFile(source: ByteSource, input: number, job: SparkJob): AsyncGenerator<ItemRow> {
	let number = 0;
	for await (const part of partsOfInput(source, input, job)) {
		const said = nothingSaid();
		let place = 0;
		for await (const item of itemsOf(part, said)) {
			const row = { kind: 'item', item: itemNumber(input, number, place++), encoding: null };
			yield { ...row, blob: pack('item', item) };
		}
		yield partRow(part, [input, number++], said);
	}
}

/** An error whose message begins with the name of the file. */
export function named(name: string, error: unknown): unknown {
	if (error instanceof CorpusError && !error.message.startsWith(name))
		error.message = `${name}: ${error.message}`;
	return error;
}

/** Takes whole files apart. */
export async function* readFiles(
	rows: AsyncIterable<RowOf<typeof fileColumns>>,
	staging: Staging
): AsyncGenerator<ItemRow> {
	const job = staging.load('job');
	for await (const { path, content } of rows) {
		const input = job.paths.indexOf(path!);
		if (input < 0) continue;
		const name = job.names[input]!;
		try {
			yield* itemsOfFile(wholeSource(name, content as Uint8Array<ArrayBuffer>), input, job);
		} catch (error) {
			throw named(name, error);
		}
	}
}
