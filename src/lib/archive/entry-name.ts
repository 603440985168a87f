import { fileName } from '../dataset/files.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { schemaVersion, tableNames, tables, type FileGroup, type TableName } from '../dataset/schema.ts';
import { generator } from '../dataset/version.ts';

/** Ends the names of saved datasets. */
export const archiveExtension = '.corpuscope.zip';
export const manifestEntry = 'manifest.json';
export const checksumsEntry = 'checksums.sha256';

/** What an entry of a saved dataset is. */
export type EntryKind =
	| { kind: 'manifest' | 'checksums' }
	| { kind: 'model'; file: string }
	/** A `.duckdb` file, as the command line writes them. */
	| { kind: 'file'; file: string; group: FileGroup }
	/** Rows of a table as an Arrow IPC stream, as the page writes them; `chunk` orders those of a part from 0. */
	| { kind: 'rows'; table: TableName; part: number; chunk: number };

const groups = [...new Set(tableNames.map((name) => tables[name].group))];
const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** `tables/paper_texts/0000-000012.arrow` */
export function rowsEntry(table: TableName, part: number, chunk: number): string {
	return `tables/${table}/${pad(part, 4)}-${pad(chunk, 6)}.arrow`;
}

function fileEntry(name: string): EntryKind | null {
	const match = /^([a-z]+)(?:-(\d{4}))?\.duckdb$/.exec(name);
	const group = groups.find((candidate) => candidate === match?.[1]) as FileGroup | undefined;
	return group && fileName(group, Number(match?.[2] ?? 0)) === name
		? { kind: 'file', file: name, group }
		: null;
}

function tableEntry(name: string): EntryKind | null {
	const [, wanted, part, chunk] = /^tables\/([a-z_]+)\/(\d{4})-(\d{6})\.arrow$/.exec(name) ?? [];
	const table = tableNames.find((candidate) => candidate === wanted);
	return table ? { kind: 'rows', table, part: Number(part), chunk: Number(chunk) } : null;
}

/** What an entry is by its name, or `null` for any other name, such as one that leaves the folder. */
export function entryKind(name: string): EntryKind | null {
	if (name === manifestEntry) return { kind: 'manifest' };
	if (name === checksumsEntry) return { kind: 'checksums' };
	const model = /^model\/([A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*)$/.exec(name)?.[1];
	return model ? { kind: 'model', file: model } : (fileEntry(name) ?? tableEntry(name));
}

/**
 * Whether a page that is one file holds an entry of its dataset. It has no use for the model, and builds the search
 * index anew where its own version had built it. Vectors stay: the model that gives them takes more room.
 */
export function isInPage(
	name: string,
	{ generator: by, schemaVersion: version }: Pick<Manifest, 'generator' | 'schemaVersion'>
): boolean {
	const what = entryKind(name);
	if (what === null || what.kind === 'model') return false;
	if (by.version !== generator.version || version !== schemaVersion) return true;
	const group = what.kind === 'rows' ? tables[what.table].group : what.kind === 'file' ? what.group : null;
	return group !== 'search';
}

/** Checksums by file, in the form of `sha256sum`. */
export function formatChecksums(checksums: ReadonlyMap<string, string>): string {
	return [...checksums].map(([file, sha256]) => `${sha256}  ${file}\n`).join('');
}

export function parseChecksums(text: string): Map<string, string> {
	const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
	return new Map(lines.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]] as const] : [])));
}
