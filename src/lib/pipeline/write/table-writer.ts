import { TableChecksum } from '../../dataset/canonical.ts';
import type { TableSummary } from '../../dataset/manifest.ts';
import type { AnyValue, Batch, Row } from '../../dataset/rows.ts';
import { tableNames, tables, type TableName } from '../../dataset/schema.ts';
import type { DatasetSink } from '../../dataset/sink.ts';

const rowsPerBatch = 2048;

/** Turns rows into batches of columns. */
function toBatch<T extends TableName>(table: T, rows: readonly Row<T>[]): Batch<T> {
	const names = Object.keys(tables[table].columns) as (keyof Row<T>)[];
	const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] as AnyValue)]));
	return { length: rows.length, columns: columns as unknown as Batch<T>['columns'] };
}

/** Gathers rows to batches, checks them off and passes them to the sink, table by table and part by part. */
export class TableWriter {
	readonly #sink: DatasetSink;
	readonly #checksums = new Map<TableName, TableChecksum>(
		tableNames.map((name) => [name, new TableChecksum(name)])
	);
	readonly #pending = new Map<TableName, { part: number; rows: unknown[] }>();

	constructor(sink: DatasetSink) {
		this.#sink = sink;
	}

	/** Adds a row; rows of a table come in key order, and parts never decrease. */
	async add<T extends TableName>(table: T, row: Row<T>, part = 0): Promise<void> {
		const pending = this.#pending.get(table);
		if (pending && pending.part !== part) await this.#flush(table);
		const open = this.#pending.get(table) ?? { part, rows: [] };
		this.#pending.set(table, open);
		open.rows.push(row);
		if (open.rows.length >= rowsPerBatch) await this.#flush(table);
	}

	async addAll<T extends TableName>(table: T, rows: Iterable<Row<T>>): Promise<void> {
		for (const row of rows) await this.add(table, row);
	}

	/** Writes what is left and gives each table's row count and checksum. */
	async finish(): Promise<TableSummary[]> {
		for (const name of tableNames) await this.#flush(name);
		return [...this.#checksums].map(([name, checksum]) => ({
			name,
			rows: checksum.rows,
			sha256: checksum.digest()
		}));
	}

	async #flush<T extends TableName>(table: T): Promise<void> {
		const pending = this.#pending.get(table);
		if (!pending) return;
		this.#pending.delete(table);
		const batch = toBatch(table, pending.rows as Row<T>[]);
		this.#checksums.get(table)?.update(batch);
		await this.#sink.write(table, batch, pending.part);
	}
}
