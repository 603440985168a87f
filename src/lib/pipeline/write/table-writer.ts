import type { RowSumState } from '../../base/row-sum.ts';
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
	readonly #checksums: ReadonlyMap<TableName, TableChecksum>;
	readonly #pending = new Map<TableName, { part: number; rows: unknown[] }>();

	constructor(sink: DatasetSink) {
		this.#sink = sink;
		this.#checksums = new Map(tableNames.map((name) => [name, new TableChecksum(name)]));
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

	/** Writes what is left and gives the sum of each table's rows, to be added to others. */
	async sums(): Promise<[TableName, RowSumState][]> {
		for (const name of tableNames) await this.#flush(name);
		return [...this.#checksums].map(([name, checksum]) => [name, checksum.state()]);
	}

	/** Writes what is left and gives each table's row count and checksum. */
	async finish(): Promise<TableSummary[]> {
		for (const name of tableNames) await this.#flush(name);
		return [...this.#checksums].map(([name, checksum]) => ({
			name,
			rows: checksum.rows,
			checksum: checksum.digest()
		}));
	}

	/** Adds rows that are columns already. */
	async write<T extends TableName>(table: T, batch: Batch<T>, part = 0): Promise<void> {
		await this.#flush(table);
		this.#checksums.get(table)?.update(batch);
		await this.#sink.write(table, batch, part);
	}

	/** Adds rows whose checksum is seen to by `sum`. */
	async pass<T extends TableName>(table: T, batch: Batch<T>, part: number): Promise<void> {
		await this.#flush(table);
		await this.#sink.write(table, batch, part);
	}

	/** Adds rows to a table's checksum that were summed up elsewhere. */
	sum(table: TableName, sum: RowSumState): void {
		this.#checksums.get(table)?.add(sum);
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
