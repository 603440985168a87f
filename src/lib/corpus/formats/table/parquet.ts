import { decompress } from 'fzstd';
import { gunzipSync } from 'fflate';
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';

import { asError } from '../../../base/as-error.ts';
import { collected } from '../../bytes/bytes.ts';
import { CorpusError } from '../../bytes/error.ts';
import { paperFromObject } from '../json/objects.ts';
import { columnsFit, topLevel } from './parquet-columns.ts';
import { largest, PageChecks, tooLarge } from './parquet-pages.ts';
import { noFacts, type ReadOptions, type Records } from '../../paper/record.ts';

/** Rows of a file, at most: of texts, 2 GB hold no more. */
const mostRows = 10_000_000;
/** Columns that no paper needs and that take much room. */
const ignored = /embedding|vector/i;

export const isParquet = (head: Uint8Array) =>
	head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31;

const compressors = {
	GZIP: (input: Uint8Array, length: number) => gunzipSync(input, { out: new Uint8Array(length) }),
	ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length))
};

function damaged(error: unknown): CorpusError {
	if (error instanceof CorpusError) return error;
	const reason = asError(error).message;
	return new CorpusError(`its Parquet data is damaged or of a kind that cannot be read (${reason}).`);
}

function checked(metadata: FileMetaData): FileMetaData {
	const sizes = metadata.row_groups.flatMap(({ columns }) =>
		columns.map(({ meta_data: data }) => Math.max(0, Number(data?.total_uncompressed_size ?? 0)))
	);
	if (sizes.reduce((sum, size) => sum + size, 0) > largest) throw tooLarge();
	const rows = metadata.row_groups.map(({ num_rows: count }) => Math.max(0, Number(count)));
	if (rows.reduce((sum, count) => sum + count, 0) > mostRows)
		throw new CorpusError(`it has more than ${mostRows / 1_000_000} million rows. Split it.`);
	if (!columnsFit(metadata)) throw new Error('its columns are not those of its schema');
	return metadata;
}

/** Values as JSON has them: dates as text, long integers as numbers. */
function plain(value: unknown): unknown {
	if (typeof value === 'bigint') return Number(value);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	if ('toISOString' in value && typeof value.toISOString === 'function')
		return dateText(value as { toISOString(): string });
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

function dateText(value: { toISOString(): string }): string | null {
	try {
		return value.toISOString();
	} catch {
		return null;
	}
}

/** Reads Parquet, one row group at a time. */
export async function* readParquet(stream: AsyncIterable<Uint8Array>, options: ReadOptions): Records {
	const bytes = await collected(stream);
	const file: AsyncBuffer = {
		byteLength: bytes.length,
		slice: (start, end) => bytes.buffer.slice(start, end)
	};
	let metadata: FileMetaData;
	try {
		metadata = checked(await parquetMetadataAsync(file));
	} catch (error) {
		throw damaged(error);
	}
	const columns = topLevel(metadata).filter((name) => !ignored.test(name));
	const checks = new PageChecks(bytes, metadata, compressors);
	let rowStart = 0;
	for (const group of metadata.row_groups) {
		const rowEnd = rowStart + Number(group.num_rows);
		for (const row of await rowsOf(group, checks, { file, metadata, rowStart, rowEnd, columns })) {
			const value = plain(row) as Record<string, unknown>;
			yield paperFromObject(value, Object.values(value).slice(0, 4).join(' '), options);
		}
		rowStart = rowEnd;
	}
	return noFacts;
}

interface Part {
	file: AsyncBuffer;
	metadata: FileMetaData;
	rowStart: number;
	rowEnd: number;
	columns: string[];
}

async function rowsOf(group: FileMetaData['row_groups'][number], checks: PageChecks, part: Part) {
	try {
		checks.checkGroup(group, part.columns);
		return await parquetReadObjects({ ...part, compressors });
	} catch (error) {
		throw damaged(error);
	}
}
