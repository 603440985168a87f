import { looksLikeBibtex, readBibtex } from './bibtex/bibtex.ts';
import { looksLikeCochrane, readCochrane } from './tagged/cochrane.ts';
import { looksLikeTable, readCsv } from './table/csv.ts';
import { readDailyPapers } from './prose/daily-papers.ts';
import { CorpusError } from '../bytes/error.ts';
import { readJson } from './json/json.ts';
import { readJsonl } from './json/jsonl.ts';
import { looksLikeMedline, readMedline } from './tagged/medline.ts';
import { looksLikeParagraphs, readParagraphs } from './prose/paragraphs.ts';
import { isParquet, readParquet } from './table/parquet.ts';
import { looksLikePubmedAbstract, readPubmedAbstract } from './prose/pubmed-abstract.ts';
import { looksLikePubmedSummary, readPubmedSummary } from './prose/pubmed-summary.ts';
import type { BytesReader, Reader, ReadOptions } from '../paper/record.ts';
import { looksLikeRefer, readRefer } from './tagged/refer.ts';
import { looksLikeRis, readRis } from './tagged/ris.ts';
import { readRss } from './xml/rss.ts';
import { looksLikeScopusText, readScopusText } from './tagged/scopus-text.ts';
import { unknownTable } from './table/unknown-columns.ts';
import { looksLikeWebOfScience, readWebOfScience } from './tagged/web-of-science.ts';
import { readXlsx } from './table/xlsx.ts';
import { definesEntities, entitiesRefused } from './xml/xml-tree.ts';
import { readAcl, readAtom, readEndNote } from './xml/xml.ts';
import { readJats } from './xml/xml-jats.ts';
import { readMods } from './xml/xml-mods.ts';
import { otherRoots, readOtherXml } from './xml/xml-others.ts';
import { readPubmedXml } from './xml/xml-pubmed.ts';
import { readZoteroRdf } from './xml/xml-zotero.ts';

/** A format: how a file of it is recognised and read. Formats of text have `readText`, others `readBytes`. */
interface FormatEntry {
	readText?: Reader;
	readBytes?: BytesReader;
	/** Whether every line is a record of its own, so that a file can be read in pieces. */
	isCut?: boolean;
	/** Whether the first characters are of this format; asked in the order of the formats. */
	matches?: (head: string, columns?: ReadOptions['columns']) => boolean;
}

const isObject = (line: string) => /^\s*\{.*\}\s*,?\s*$/.test(line);

/** Objects on lines of their own, some of which may be broken. */
function looksLikeJsonl(head: string): boolean {
	const lines = head.split(/\r\n|\n|\r/, 50).filter((line) => line.trim());
	const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
	const objects = whole.filter(isObject).length;
	if (whole.length === 1) return objects === 1 && /^\s*[{[]/.test(lines[1] ?? '');
	return objects * 2 >= whole.length;
}

/** What stands before the first element: declarations, comments, and a document type with what it declares. */
const prolog = /^\uFEFF?\s*(?:<!DOCTYPE[^>[]*\[[^\]]*\]\s*>\s*|<[?!][^>]*>\s*)*/i;
const root = (head: string) => /^<([\w:.-]+)/.exec(head.replace(prolog, ''))?.[1] ?? '';
const localRoot = (head: string) => root(head).replace(/^.*:/, '');
const hasElement = (head: string, name: string) => new RegExp(`<(?:\\w+:)?${name}[\\s>]`).test(head);

const looksLikeZoteroRdf = (head: string) =>
	localRoot(head) === 'RDF' && /zotero\.org\/namespaces|purl\.org\/net\/biblio#/.test(head);
const looksLikeRss = (head: string) =>
	root(head) === 'rss' || (localRoot(head) === 'RDF' && head.includes('purl.org/rss/'));
const looksLikeJats = (head: string) =>
	root(head) === 'pmc-articleset' || (root(head) === 'article' && hasElement(head, 'front'));

function looksLikePage(head: string): boolean {
	return /^[ \t]*(?:[•·*-][ \t]*)?\d+ authors?[ \t]*$/m.test(head) || /^[ \t]*·[ \t]*$/m.test(head);
}

const formatTable = {
	parquet: { readBytes: readParquet },
	xlsx: { readBytes: readXlsx },
	jsonl: { readText: readJsonl, isCut: true, matches: looksLikeJsonl },
	json: { readText: readJson, matches: (head) => /^\s*[[{]/.test(head) },
	atom: { readText: readAtom, matches: (head) => root(head) === 'feed' },
	'acl-xml': {
		readText: readAcl,
		matches: (head) => /^(?:collection|volume)$/.test(root(head)) && hasElement(head, 'paper')
	},
	'pubmed-xml': { readText: readPubmedXml, matches: (head) => hasElement(head, 'Pubmed(?:Book)?Article') },
	'zotero-rdf': { readText: readZoteroRdf, matches: looksLikeZoteroRdf },
	mods: { readText: readMods, matches: (head) => /^mods(?:Collection)?$/.test(localRoot(head)) },
	jats: { readText: readJats, matches: looksLikeJats },
	rss: { readText: readRss, matches: looksLikeRss },
	xml: { readText: readOtherXml, matches: (head) => otherRoots.test(localRoot(head)) },
	'endnote-xml': {
		readText: readEndNote,
		matches: (head) => root(head) !== '' && hasElement(head, 'record')
	},
	bibtex: { readText: readBibtex, matches: looksLikeBibtex },
	ris: { readText: readRis, matches: looksLikeRis },
	'web-of-science': { readText: readWebOfScience, matches: looksLikeWebOfScience },
	medline: { readText: readMedline, matches: looksLikeMedline },
	refer: { readText: readRefer, matches: looksLikeRefer },
	cochrane: { readText: readCochrane, matches: looksLikeCochrane },
	'scopus-text': { readText: readScopusText, matches: looksLikeScopusText },
	'pubmed-abstract': { readText: readPubmedAbstract, matches: looksLikePubmedAbstract },
	'pubmed-summary': { readText: readPubmedSummary, matches: looksLikePubmedSummary },
	'daily-papers': { readText: readDailyPapers, matches: looksLikePage },
	csv: { readText: readCsv, matches: looksLikeTable },
	text: { readText: readParagraphs, matches: looksLikeParagraphs }
} as const satisfies Record<string, FormatEntry>;

export type Format = keyof typeof formatTable;
export const readers: Readonly<Record<Format, FormatEntry>> = formatTable;
export const formats = Object.keys(formatTable) as Format[];

/** The files of Office until 2007, and newer ones under a password. */
const isOfficeBinary = (head: Uint8Array) =>
	head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;

/**
 * The format of a file that is neither text nor a zip archive, from its first bytes, or `null`.
 * @throws CorpusError for what is known to hold nothing that could be read
 */
export function detectBytes(head: Uint8Array): Format | null {
	if (isOfficeBinary(head))
		throw new CorpusError(
			'this is an Office file of the old kind (.xls, .doc), or one with a password. Save it as .xlsx or CSV.'
		);
	return isParquet(head) ? 'parquet' : null;
}

/** Control characters that stand in no text; escapes are left out, because programs colour their output with them. */
function isControl(code: number): boolean {
	return code < 32 && !(code >= 9 && code <= 13) && code !== 27;
}

/** A few zero bytes or control characters are a slip; more are no text but a picture, a sound or a program. */
function isBinary(head: string): boolean {
	let [zeros, controls] = [0, 0];
	for (let at = 0; at < head.length; at++) {
		const code = head.charCodeAt(at);
		if (code === 0) zeros++;
		else if (isControl(code)) controls++;
	}
	return zeros > head.length / 100 || controls > head.length / 20;
}

/** What a file is when it is none of the formats, where that can be told. */
function kindOf(head: string): string {
	if (head.startsWith('%PDF')) return 'a PDF. Export the references from where it comes from';
	if (definesEntities(prolog.exec(head)?.[0] ?? '')) return entitiesRefused;
	if (/^\s*<!doctype html|^\s*<html/i.test(head)) return 'a web page. Save or copy its text';
	if (head.startsWith('{\\rtf')) return 'a document in RTF. Save it as plain text';
	if (isBinary(head)) return 'not text';
	return head.trim() === '' ? 'empty' : 'not recognised';
}

/** @throws CorpusError for a document of XML, which is neither prose nor a table */
function refuseXml(head: string): void {
	if (/^\uFEFF?\s*<\?xml\s/.test(head) && root(head) !== '')
		throw new CorpusError(`it is XML, but its <${root(head)}> is of no kind that can be read.`);
}

/**
 * The format of a text, from its first characters rather than its name.
 * @param columns what the user says of a table's columns
 * @throws UnknownColumns for a table of which nothing is known to be a title or an abstract
 * @throws CorpusError when nothing fits
 */
export function detectFormat(file: string, head: string, columns?: ReadOptions['columns']): Format {
	const kind = kindOf(head);
	if (kind === 'not recognised') {
		const found = formats.find((format) => readers[format].matches?.(head, columns));
		if (found === undefined || found === 'text' || found === 'csv') refuseXml(head);
		const table = found === undefined || found === 'text' ? unknownTable(head) : null;
		if (table) throw table;
		if (found) return found;
	}
	const readable = `What can be read: ${formats.join(', ')} (CSV and TSV need a header with title or abstract).`;
	throw new CorpusError(`${file}: ${kind}.${kind === 'not recognised' ? ` ${readable}` : ''}`);
}
