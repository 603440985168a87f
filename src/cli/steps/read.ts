import { memorySource, type ByteSource } from '../../lib/corpus/bytes/bytes.ts';
import { CorpusError } from '../../lib/corpus/bytes/error.ts';
import { factsOf } from '../../lib/corpus/pass/accounting.ts';
import { optionsOf } from '../../lib/corpus/pass/open.ts';
import { itemsOf, partsOf } from '../../lib/corpus/pass/parts.ts';
import type { CorpusAccount } from '../../lib/dataset/account.ts';
import { nativeHasher } from '../dataset/checksums.ts';
import { nativeGunzip } from '../input/native-gunzip.ts';
import type { Columns, RowOf } from './arrow.ts';
import { itemNumber, pack, type Staging } from './staging.ts';

export const fileColumns = { path: 'text', content: 'bytes' } as const satisfies Columns;
export const itemColumns = { kind: 'text', item: 'long', blob: 'bytes' } as const satisfies Columns;

async function* itemsOfFile(
	source: ByteSource,
	input: number,
	staging: Staging
): AsyncGenerator<RowOf<typeof itemColumns>> {
	const { corpus } = staging.load('job').wanted;
	const { format = 'auto', ...options } = optionsOf(corpus, input);
	const parts = partsOf(source, {
		...{ ...options, format, maxBytes: Infinity },
		...{ hasher: nativeHasher, gunzip: nativeGunzip }
	});
	let number = 0;
	for await (const part of parts) {
		const said: CorpusAccount = { title: null, listed: null, inputs: [], rejections: [] };
		let place = 0;
		for await (const item of itemsOf(part, said))
			yield { kind: 'item', item: itemNumber(input, number, place++), blob: pack('item', item) };
		const { title, listed } = said;
		const blob = pack('part', { ...factsOf(part), title, listed });
		yield { kind: 'part', item: itemNumber(input, number++, 0), blob };
	}
}

/** Takes whole files apart: into items, and what is known of each file or entry of an archive. */
export async function* readFiles(
	rows: AsyncIterable<RowOf<typeof fileColumns>>,
	staging: Staging
): AsyncGenerator<RowOf<typeof itemColumns>> {
	const { paths, names } = staging.load('job');
	for await (const { path, content } of rows) {
		const input = paths.indexOf(path!);
		if (input < 0) continue;
		const name = names[input]!;
		try {
			yield* itemsOfFile(memorySource(name, content as Uint8Array<ArrayBuffer>), input, staging);
		} catch (error) {
			if (error instanceof CorpusError && !error.message.startsWith(name))
				error.message = `${name}: ${error.message}`;
			throw error;
		}
	}
}
