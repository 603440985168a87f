import { arrowOf } from '../../src/lib/archive/arrow-batch.ts';
import { rowsEntry } from '../../src/lib/archive/entry-name.ts';
import { writeArchive } from '../../src/lib/archive/write.ts';
import type { RandomAccess } from '../../src/lib/zip/random-access.ts';
import type { Paper } from '../../src/lib/dataset/paper.ts';
import { buildDataset } from '../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../src/lib/pipeline/options.ts';
import { serialiseModel } from '../../src/lib/pipeline/serialise.ts';
import { paperSource } from './paper-source.ts';

/** Bytes as a file. */
export function fileOf(bytes: Uint8Array, name = 'saved.corpuscope.zip'): RandomAccess {
	return { name, size: bytes.length, read: async (start, end) => bytes.slice(Math.max(0, start), end) };
}

export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return new Uint8Array(Buffer.concat(parts));
}

/** A dataset of papers as a file, its rows in Arrow, as a browser saves it, in many parts. */
export async function savedInArrow(papers: readonly Paper[], themes = 3): Promise<Uint8Array> {
	const entries: { name: string; content: Uint8Array[] }[] = [];
	const built = await buildDataset(
		paperSource(papers),
		{ pipeline: { ...defaultOptions, themes }, corpus: {}, partBytes: 3000 },
		{
			write: async (table, batch, part) => {
				entries.push({ name: rowsEntry(table, part, entries.length), content: [arrowOf(table, batch)] });
			}
		}
	);
	const manifest = new TextEncoder().encode(JSON.stringify(built.manifest));
	const model = [...serialiseModel(built.model)].map(([name, bytes]) => ({
		name: `model/${name}`,
		content: [bytes]
	}));
	return joined(writeArchive([{ name: 'manifest.json', content: [manifest] }, ...model, ...entries]));
}
