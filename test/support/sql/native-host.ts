import { join } from 'node:path';

import { fromDuckDb } from '../../../src/cli/dataset/chunks.ts';
import { startEngine } from '../../../src/cli/dataset/engine.ts';
import { attachFile } from '../../../src/lib/dataset/attach.ts';
import type { QueryHost } from '../../../src/lib/dataset/query-host.ts';

/** Native DuckDB, as the command line runs it, with a dataset's folder. */
export async function openNative(folder: string): Promise<QueryHost & { close(): Promise<void> }> {
	const { connection, close } = await startEngine();
	const attached = new Set<string>();
	return {
		async query(sql) {
			const reader = await connection.runAndReadAll(sql);
			const names = reader.columnNames();
			const values = reader.getColumns();
			const columns = names.map((name, index) => [name, (values[index] ?? []).map(fromDuckDb)]);
			return { columns: Object.fromEntries(columns), length: reader.currentRowCount };
		},
		async execute(sql) {
			await connection.run(sql);
		},
		async attach(file) {
			if (attached.has(file.file)) return;
			attached.add(file.file);
			await connection.run(attachFile(file, join(folder, file.file)));
		},
		close: async () => close()
	};
}
