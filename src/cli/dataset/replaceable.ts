import {
	closeSync,
	existsSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	realpathSync,
	statSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { checksumsEntry, manifestEntry } from '../../lib/archive/entry-name.ts';
import { CommandError } from '../errors.ts';
import { refuseDangling, requireWritable } from '../output-place.ts';

/** What stands in the folder of a dataset. */
const isOfDataset = (name: string) =>
	[manifestEntry, checksumsEntry, 'model'].includes(name) || /^[a-z]+(?:-\d{4,})?\.duckdb$/.test(name);

function isManifest(path: string): boolean {
	try {
		// A pipe would keep the thread waiting that hears signals.
		if (!statSync(path).isFile()) return false;
		const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> | null;
		return typeof manifest?.schemaVersion === 'string' && Array.isArray(manifest.tables);
	} catch {
		return false;
	}
}

/** The nearest folder above a place, which a new one would be made in. */
function requireFolderAbove(path: string): void {
	let above = dirname(path);
	while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
	if (!statSync(above).isDirectory())
		throw new CommandError(`${path}: ${above} is a file. Name another folder with --out.`);
	requireWritable(above);
}

/**
 * Makes sure that a dataset may take the place of what is at a path: nothing, an empty folder, or another dataset.
 * @throws CommandError otherwise, because replacing would delete what is there
 */
export function assertReplaceable(out: string): void {
	const path = resolve(out);
	refuseDangling(path);
	if (!existsSync(path)) return requireFolderAbove(path);
	if (!statSync(path).isDirectory()) throw new CommandError(`${path} is a file. Name a folder with --out.`);
	requireWritable(dirname(realpathSync(path)));
	const names = readdirSync(path);
	if (names.length === 0) return;
	const other = names.find((name) => !isOfDataset(name));
	if (other === undefined && isManifest(join(path, manifestEntry))) return;
	throw new CommandError(
		`${path} holds other things than a dataset${other === undefined ? '' : ` (${other})`}, which would be deleted. Name another folder with --out.`
	);
}

/** What an archive of a dataset begins with: the entry of its manifest. */
const archiveStart = { bytes: 43, name: 30 };

/**
 * The same for a file.
 * @throws CommandError where something else than the file of a dataset is there
 */
export function assertReplaceableFile(path: string): void {
	if (!existsSync(path) || statSync(path).size === 0) return;
	const start = Buffer.alloc(archiveStart.bytes);
	const file = openSync(path, 'r');
	readSync(file, start, 0, start.length, 0);
	closeSync(file);
	if (start.toString('latin1', archiveStart.name) === manifestEntry) return;
	throw new CommandError(`${path} is no dataset and would be lost. Name another file with --out.`);
}
