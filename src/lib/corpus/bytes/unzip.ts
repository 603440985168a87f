import { zipContent } from '../../zip/content.ts';
import { Crc32 } from '../../zip/crc32.ts';
import { zipDirectory, type ZipRecord } from '../../zip/directory.ts';
import { findDirectory } from '../../zip/directory-end.ts';
import { ZipError } from '../../zip/error.ts';
import type { RandomAccess } from '../../zip/random-access.ts';
import { CorpusError } from './error.ts';
import { bomb, isBomb } from './inflation.ts';

/** Whether bytes begin as a zip archive does: with an entry, with its end, or as one of several parts. */
export const isZip = (head: Uint8Array) =>
	head[0] === 0x50 && head[1] === 0x4b && [3, 5, 7].includes(head[2] ?? 0);

/** Folders, and what file managers leave in archives. */
const isIgnored = (name: string) => /\/$|(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);

/** Documents that are zip archives, told by what is in them, and that hold no papers that could be read. */
const documents: readonly [RegExp, string][] = [
	[/^word\/document\.xml$/, 'a Word document. Save it as plain text'],
	[/^ppt\/presentation\.xml$/, 'a presentation. Export the references from where they come from'],
	[/^xl\/workbook\.bin$/, 'a binary Excel workbook. Save it as .xlsx or CSV'],
	[/^META-INF\/manifest\.xml$/, 'an OpenDocument file. Save it as .xlsx or CSV'],
	[/(?:^|\/)dataset\.duckdb$/, 'a saved dataset, not a collection of papers. Open it as a dataset']
];

/** @throws CorpusError for an archive that would unpack to far more than papers do, or whose entries overlap */
function refuseBombs(file: RandomAccess, records: readonly ZipRecord[]): void {
	const sum = (pick: (record: ZipRecord) => number) =>
		records.reduce((total, record) => total + pick(record), 0);
	const overlap = sum(({ packed }) => packed) > file.size;
	const isAny = records.some(({ size, packed }) => isBomb(size, packed));
	if (
		overlap ||
		isAny ||
		isBomb(
			sum(({ size }) => size),
			file.size
		)
	)
		throw bomb(file.name);
}

async function within<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof ZipError ? new CorpusError(error.message) : error;
	}
}

/**
 * The files in a zip archive, in the order of its directory; `null` when the file is none. An archive is also known
 * by its end, since other bytes may stand before it.
 * @throws CorpusError when it is damaged, empty, a compression bomb, or a document that holds no papers
 */
export async function zipRecords(file: RandomAccess): Promise<ZipRecord[] | null> {
	const head = await file.read(0, 4);
	if (!isZip(head) && (await within(() => findDirectory(file))) === null) return null;
	const all = await within(() => zipDirectory(file));
	const document = documents.find(([part]) => all.some(({ name }) => part.test(name)));
	if (document) throw new CorpusError(`${file.name}: this is ${document[1]}.`);
	const records = all.filter(({ name }) => !isIgnored(name));
	if (records.length === 0) throw new CorpusError(`${file.name}: this is an archive without files.`);
	refuseBombs(file, records);
	return records;
}

const methods = new Map(
	Object.entries({ 9: 'Deflate64', 12: 'bzip2', 14: 'LZMA', 93: 'Zstandard', 95: 'XZ', 98: 'PPMd' })
);

/** Why an entry cannot be read, or `null`. */
export function entryProblem({ isEncrypted, method }: ZipRecord): string | null {
	if (isEncrypted) return 'encrypted. Unpack it with its password and open what comes out.';
	if (method === 0 || method === 8) return null;
	const how = methods.get(String(method)) ?? `method ${method}`;
	return `packed in a way that cannot be read (${how}). Unpack it and open what comes out.`;
}

/**
 * The bytes of an entry.
 * @throws CorpusError when they are not those that were packed
 */
export async function* entryBytes(file: RandomAccess, record: ZipRecord): AsyncGenerator<Uint8Array> {
	const checksum = new Crc32();
	const content = zipContent(file, record);
	for (let next = await within(() => content.next()); !next.done; next = await within(() => content.next())) {
		checksum.update(next.value);
		yield next.value;
	}
	if (checksum.value() !== record.checksum)
		throw new CorpusError(`${file.name}: ${record.name} is damaged. Copy or save the archive again.`);
}
