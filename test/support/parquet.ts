import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

/** Some papers as DuckDB writes them in Parquet. */
export async function parquet(compression: string, papers = 300): Promise<Uint8Array> {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
	try {
		const file = join(folder, 'a.parquet');
		const connection = await (await DuckDBInstance.create()).connect();
		await connection.run(
			`COPY (SELECT 'id' || i AS id, 'Title ' || i AS title, 'Text number ' || i AS abstract, ['Berg, Anna', 'Dahl, Jon'] AS authors,
			DATE '2024-02-29' AS date, i::BIGINT AS upvotes, {'a': 1, 'b': 'x'} AS extra, [0.1, 0.2] AS embedding FROM range(${papers}) t(i))
			TO '${file}' (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE 2048)`
		);
		connection.closeSync();
		return new Uint8Array(readFileSync(file));
	} finally {
		rmSync(folder, { recursive: true });
	}
}
