import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';

import { startEngine } from '../../../src/cli/dataset/engine.ts';

it('spills what does not fit into memory to a temporary folder, and removes it', async () => {
	const before = readdirSync('.');
	const { connection, close } = await startEngine();
	const one = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
	await connection.run("SET memory_limit = '60MB'");
	await connection.run('CREATE TEMP TABLE big AS SELECT hash(i) AS h FROM range(20000000) t(i)');
	const paths = (await one('SELECT path FROM duckdb_temporary_files()')).map(([path]) => String(path));
	expect(paths.length).toBeGreaterThan(0);
	const folder = dirname(paths[0]!);
	expect(dirname(folder)).toBe(tmpdir());
	expect(readdirSync('.')).toEqual(before);
	close();
	expect(existsSync(folder)).toBe(false);
});
