import { ByteWriter } from '../../lib/base/byte-writer.ts';
import { TableChecksum, writeCanonical } from '../../lib/dataset/canonical.ts';
import { columnsIn } from '../../lib/dataset/compatible.ts';
import { catalogName, tablesOf } from '../../lib/dataset/files.ts';
import type { AnyBatch, AnyValue } from '../../lib/dataset/rows.ts';
import type { TableName } from '../../lib/dataset/schema.ts';
import { fromDuckDb } from './chunks.ts';
import { nativeHasher } from './checksums.ts';
import type { OpenDataset } from './open.ts';

/** The rows of a table in batches, part after part in stored order. */
async function* batchesOf(
	{ manifest, engine, attach }: OpenDataset,
	table: TableName
): AsyncGenerator<AnyBatch> {
	const names = columnsIn(table, manifest.schemaVersion).map(([name]) => name);
	const columns = names.map((name) => `"${name}"`).join(', ');
	for (const file of manifest.files.filter(({ group, part }) => tablesOf(group, part).includes(table))) {
		await attach(file);
		const result = await engine.connection.stream(
			`SELECT ${columns} FROM "${catalogName(file.group, file.part)}"."${table}"`
		);
		for (
			let chunk = await result.fetchChunk();
			chunk && chunk.rowCount > 0;
			chunk = await result.fetchChunk()
		) {
			const values = chunk.getColumns().map((column) => column.map(fromDuckDb));
			const byName = names.map((name, index): [string, AnyValue[]] => [name, values[index] ?? []]);
			yield { length: chunk.rowCount, columns: Object.fromEntries(byName) };
		}
	}
}

interface Checksum {
	readonly rows: number;
	update(batch: AnyBatch): void;
	digest(): string;
}

/** The checksum of datasets before schema 1.7: SHA-256 of the lines of all rows in stored order. */
class LinesChecksum implements Checksum {
	rows = 0;
	readonly #table: TableName;
	readonly #version: string;
	readonly #hash = nativeHasher();
	readonly #lines = new ByteWriter();

	constructor(table: TableName, version: string) {
		this.#table = table;
		this.#version = version;
	}

	update(batch: AnyBatch): void {
		this.#lines.clear();
		writeCanonical(this.#table, batch, this.#lines, this.#version);
		this.#hash.update(this.#lines.written());
		this.rows += batch.length;
	}

	digest(): string {
		return this.#hash.hex();
	}
}

/** What is wrong with a dataset's tables, in words; nothing when their rows are those the manifest sums up. */
export async function verifyTables(dataset: OpenDataset, signal: AbortSignal): Promise<string[]> {
	const problems: string[] = [];
	const { schemaVersion, tables } = dataset.manifest;
	for (const { name, rows, checksum, sha256 } of tables) {
		const found: Checksum =
			sha256 === undefined ? new TableChecksum(name) : new LinesChecksum(name, schemaVersion);
		for await (const batch of batchesOf(dataset, name)) {
			signal.throwIfAborted();
			found.update(batch);
		}
		if (found.rows !== rows) problems.push(`table ${name} has ${found.rows} rows instead of ${rows}`);
		else if (found.digest() !== (checksum ?? sha256))
			problems.push(`table ${name} has rows that were changed`);
	}
	return problems;
}
