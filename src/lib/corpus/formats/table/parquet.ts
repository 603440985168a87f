import { bytesFormat } from '../format.ts';
import { decompress } from 'fzstd';
import { gunzipSync } from 'fflate';
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';

import { asError } from '../../../base/as-error.ts';
import { collected } from '../../bytes/bytes.ts';
import { CorpusError } from '../../bytes/error.ts';
import { paperFromObject } from '../json/objects.ts';
import { largest, PageChecks, tooLarge } from './parquet-pages.ts';
import { noFacts, type ReadOptions, type Records } from '../../paper/record.ts';

/** Rows of a file, at most: of texts, 2 GB hold no more. */
const mostRows = 10_000_000;
/** Columns that no paper needs and that take much room. */
const ignored = /embedding|vector/i;

const compressors = {
	GZIP: (input: Uint8Array, length: number) => gunzipSync(input, { out: new Uint8Array(length) }),
	ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length))
};

function damaged(error: unknown): CorpusError {
	if (error instanceof CorpusError) return error;
	const reason = asError(error).message;
	return new CorpusError(`its Parquet data is damaged or of a kind that cannot be read (${reason}).`);
}

/** Paths of the columns that hold values, in the order of the schema, a tree in depth-first order. */
function leafPaths(schema: FileMetaData['schema']): string[][] {
	const paths: string[][] = [];
	const open: { name: string; left: number }[] = [];
	for (const { name, num_children: children = 0 } of schema.slice(1)) {
		const path = [...open.map((outer) => outer.name), name];
		const outer = open.at(-1);
		if (outer) outer.left--;
		if (children > 0) open.push({ name, left: children });
		else paths.push(path);
		while (open.at(-1)?.left === 0) open.pop();
	}
	return paths;
}

/** Names of the columns at the top of the schema. */
function topLevel({ schema }: FileMetaData): string[] {
	return [...new Set(leafPaths(schema).flatMap(([name]) => name ?? []))];
}

const joined = (path: readonly string[]) => path.join('\0');

/**
 * Whether each group of rows has the columns of the schema, once each. hyparquet drops others after it has begun to
 * read them, and when such a column is damaged, nobody is there to hear of it: that ends a Node process.
 */
function columnsFit({ schema, row_groups: groups }: FileMetaData): boolean {
	const paths = leafPaths(schema).map(joined);
	const isSame = ({ columns }: (typeof groups)[number]) =>
		columns.length === paths.length &&
		columns.every(({ meta_data: data }, index) => data && joined(data.path_in_schema) === paths[index]);
	return new Set(paths).size === paths.length && groups.every(isSame);
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

/** The rows of one group at a time. */
async function* read(stream: AsyncIterable<Uint8Array>, options: ReadOptions): Records {
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

export const parquet = bytesFormat({
	id: 'parquet',
	label: 'Parquet',
	extensions: ['parquet'],
	source: 'Hugging Face datasets, pandas, DuckDB',
	// “PAR1”
	matches: (head) => head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31,
	read
});
