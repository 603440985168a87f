import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';

/** Some papers as DuckDB writes them in Parquet. */
export async function parquet(compression: string, papers = 300, version = 'V1'): Promise<Uint8Array> {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
	try {
		const file = join(folder, 'a.parquet');
		const connection = await (await DuckDBInstance.create()).connect();
		await connection.run(
			`COPY (SELECT 'id' || i AS id, 'Title ' || i AS title, 'Text number ' || i AS abstract, 'Journal ' || i % 3 AS venue, ['Berg, Anna', 'Dahl, Jon'] AS authors,
			DATE '2024-02-29' AS date, i::BIGINT AS upvotes, {'a': 1, 'b': 'x'} AS extra, [0.1, 0.2] AS embedding FROM range(${papers}) t(i))
			TO '${file}' (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE 2048, PARQUET_VERSION ${version})`
		);
		connection.closeSync();
		return new Uint8Array(readFileSync(file));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Two thousand million times the same value: a run's header, then the value. */
const endless = [0xfe, 0xff, 0xff, 0xff, 0x0f, 0x01];

/** A copy of an uncompressed file, in which the levels or the words of a column's first page never end. */
export function withEndlessRun(bytes: Uint8Array, column: string, what: 'levels' | 'words'): Uint8Array {
	const copy = Uint8Array.from(bytes);
	const view = new DataView(copy.buffer);
	const columns = parquetMetadata(copy.buffer).row_groups[0]?.columns ?? [];
	const data = columns.find(({ meta_data: found }) => found?.path_in_schema[0] === column)?.meta_data;
	const reader = { view, offset: Number(data?.data_page_offset) };
	parquetHeader(reader);
	const levels = reader.offset + 4;
	// After the levels stands the width of the words' numbers.
	copy.set(endless, what === 'levels' ? levels : levels + view.getUint32(reader.offset, true) + 1);
	return copy;
}
