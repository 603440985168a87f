import { CorpusError } from '../bytes/error.ts';
import type { BytesFormat, TextFormat, ZipFormat } from './format.ts';
import { byAccountedFor } from './accounted-for.ts';
import type { Head } from './head.ts';
import { plainText } from './prose/paragraphs.ts';
import { formats } from './registry.ts';
import { unknownTable } from './table/unknown-columns.ts';
import { definesEntities, entitiesRefused } from './xml/xml-tree.ts';

/** Text without a form is asked about last, where nothing else matches: whatever else a text can be, it is rather that. */
const formed: readonly TextFormat[] = formats.filter(
	(format): format is Extract<typeof format, TextFormat> => format.of === 'text' && format !== plainText
);
const bytesFormats: readonly BytesFormat[] = formats.filter((format) => format.of === 'bytes');
const zipFormats: readonly ZipFormat[] = formats.filter((format) => format.of === 'zip');

/** The format of a zip archive that is one file of papers, from the names of the files in it, or `null`. */
export function detectZip(names: readonly string[]): ZipFormat | null {
	return zipFormats.find((format) => format.matches(names)) ?? null;
}

/** The files of Office until 2007, and newer ones under a password. */
const isOfficeBinary = (head: Uint8Array) =>
	head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;

/**
 * The format of a file that is neither text nor a zip archive, from its first bytes, or `null`.
 * @throws CorpusError for what is known to hold nothing that could be read
 */
export function detectBytes(head: Uint8Array): BytesFormat | null {
	if (isOfficeBinary(head))
		throw new CorpusError(
			'this is an Office file of the old kind (.xls, .doc), or one with a password. Save it as .xlsx or CSV.'
		);
	return bytesFormats.find((format) => format.matches(head)) ?? null;
}

/** Control characters that stand in no text; escapes are left out, because programs colour their output with them. */
// eslint-disable-next-line no-control-regex
const controls = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/g;

/** A few zero bytes or control characters are a slip; more are no text but a picture, a sound or a program. */
function isBinary(text: string): boolean {
	const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
	return count(/\0/g) > text.length / 100 || count(controls) > text.length / 20;
}

/** What a text is that no format could be, or `null`. */
function refusal({ text, prolog }: Head): string | null {
	if (text.startsWith('%PDF')) return 'a PDF. Export the references from where it comes from';
	if (definesEntities(prolog)) return entitiesRefused;
	if (/^\s*<!doctype html|^\s*<html/i.test(text)) return 'a web page. Save or copy its text';
	if (text.startsWith('{\\rtf')) return 'a document in RTF. Save it as plain text';
	if (isBinary(text)) return 'not text';
	return text.trim() === '' ? 'empty' : null;
}

/** The formats that a text could be of. One that is told by its whole form leaves no room for those after it. */
function candidatesFor(head: Head): TextFormat[] {
	const candidates: TextFormat[] = [];
	for (const format of formed) {
		if (!format.matches(head)) continue;
		candidates.push(format);
		if (format.starts === undefined) break;
	}
	return candidates;
}

/** What lines of tagged references look like, by how people would call them. */
const taggedLines: readonly (readonly [RegExp, string])[] = [
	[/^[A-Z][A-Z0-9]{1,3}\s{0,3}-\s/, '“TI  - ...”'],
	[/^[A-Z][A-Z0-9]{1,3}:?\s/, '“TI ...”'],
	[/^\{[^{}]{1,40}\}\s{0,3}[:=]/, '“{Title}: ...”'],
	[/^%[A-Z0-9]\s/, '“%T ...”'],
	[/^\p{L}[\p{L} ()/-]{1,30}:\s/u, '“Title: ...”']
];

/** How a text looks that has tagged references of no known format, or `null`. */
function taggedLook({ lines }: Head): string | null {
	for (const [line, look] of taggedLines) {
		const tags = lines.flatMap((text) => line.exec(text)?.[0] ?? []);
		const isTagged = tags.length >= 6 && tags.length * 10 >= lines.length * 6;
		if (isTagged && new Set(tags).size >= 3) return look;
	}
	return null;
}

/** Blocks whose lines name title and abstract are plain text with labels, which can be read. */
const titled = /(?:^|[\r\n])title: /i;

/** Every format by its label, for messages. */
const known = formats.map(({ label }) => label).join(', ');

/** The format of a text, and others that would make papers of it, too. */
export interface Detected {
	readonly format: TextFormat;
	readonly others: readonly TextFormat[];
}

/**
 * The format of a text, from its content rather than from its name: of several that could read it, the one that
 * accounts for more of it.
 * @throws UnknownColumns for a table of which nothing is known to be a title or an abstract
 * @throws CorpusError when nothing fits
 */
export async function detectText(file: string, head: Head): Promise<Detected> {
	const refused = refusal(head);
	if (refused !== null) throw new CorpusError(`${file}: ${refused}.`);
	const [format, ...others] = await byAccountedFor(candidatesFor(head), head);
	if (format) return { format, others };
	if (head.isXml) throw new CorpusError(`it is XML, but its <${head.root}> is of no kind that can be read.`);
	const table = unknownTable(head.text);
	if (table) throw table;
	const look = taggedLook(head);
	if (look !== null && !titled.test(head.text))
		throw new CorpusError(
			`${file}: it looks like references with tags (${look}), but of no kind that is known. Export RIS, BibTeX or CSV instead.`
		);
	if (plainText.matches(head)) return { format: plainText, others: [] };
	throw new CorpusError(
		`${file}: not recognised. What can be read: ${known}. A table needs a header with title or abstract.`
	);
}
