import { textFormat } from '../format.ts';
import { addressesBehindNames, scopusAddresses } from '../../paper/affiliations.ts';
import { inOnePlace, listed, type Authors } from '../../paper/authors.ts';
import { bibtexEntries, type BibtexEntry } from './bibtex-entry.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { RecordLength } from '../../bytes/limits.ts';
import { lines } from '../../bytes/lines.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { journalName } from './journal-macros.ts';
import { excerpt } from '../../paper/text.ts';
import { citedBy, fieldsFrom } from '../tagged/tagged.ts';
import { withoutTex } from '../../paper/tex.ts';

const start = /^\s*@\s*(?:[A-Za-z]+|\[[^\]]*\])\s*[{(]/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Entries that others refer to by `crossref`. */
const parents = new Set([
	'proceedings',
	'book',
	'collection',
	'mvbook',
	'mvproceedings',
	'periodical',
	'mvcollection'
]);

/** Names between "and", which may stand inside braces where it is part of a name. */
export function bibtexAuthors(text: string): string[] {
	const names: string[] = [];
	let depth = 0;
	let from = 0;
	for (const match of text.matchAll(/[{}]|(?<!\s)\s+and\s+/gi)) {
		if (match[0] === '{') depth++;
		else if (match[0] === '}') depth--;
		else if (depth <= 0) {
			names.push(text.slice(from, match.index));
			from = match.index + match[0].length;
		}
	}
	return [...names, text.slice(from)];
}

function authors(text: string): Authors {
	const names = bibtexAuthors(text.trim());
	// In braces it is one name, whatever stands between.
	if (names.length === 1 && !text.trim().startsWith('{')) return inOnePlace(withoutTex(text));
	const isCut = /^\{?others\}?$|^et\.? al\.?$/i.test(names.at(-1)?.trim() ?? '');
	const found = listed((isCut ? names.slice(0, -1) : names).map(withoutTex));
	return isCut ? { ...found, teamSize: null } : found;
}

const oneLine = (text: string | null) => text?.replaceAll('\n', ' ') ?? null;

type Text = (...names: readonly string[]) => string | null;

/**
 * Web of Science has addresses behind names in `affiliation`, one on each line, and its organisations in
 * `affiliations`, where Scopus has the addresses.
 */
function placesOf(text: Text): Record<string, unknown> {
	const [lines, list] = [text('affiliation'), text('affiliations')];
	if (lines === null) return { affiliations: list === null ? null : scopusAddresses(oneLine(list) ?? '') };
	const addresses = addressesBehindNames(lines);
	if (list === null) return { affiliations: addresses };
	return {
		organisations: oneLine(list),
		affiliations: addresses.map(({ country }) => ({ organisation: null, country }))
	};
}

function keywordsOf({ fields }: BibtexEntry, text: Text): Record<string, unknown> {
	const index = text('keywords-plus') ?? (fields.has('author_keywords') ? text('keywords') : null);
	return {
		keywords: oneLine(text('author_keywords', 'author-keywords') ?? text('keywords', 'keyword')),
		indexkeywords: oneLine(index)
	};
}

const countsOf = (text: Text) => ({
	citations: text('times-cited') ?? citedBy(text('note')),
	references: text('number-of-cited-references')
});

/** The fields of an entry, and of its parent those that it shares with all that stand in it. */
function fieldsOf(entry: BibtexEntry, parent: BibtexEntry | undefined) {
	const text = (...names: readonly string[]): string | null => {
		const name = names.find((candidate) => entry.fields.has(candidate));
		return name === undefined ? null : withoutTex(entry.fields.get(name) ?? '');
	};
	const inherited = (...names: readonly string[]) =>
		text(...names) ??
		names.map((name) => parent?.fields.get(name)).find((value) => value !== undefined) ??
		null;
	const subtitle = text('subtitle');
	const title = text('title') ?? text('booktitle', 'maintitle');
	const eprint = /arxiv/i.test(text('archiveprefix', 'eprinttype') ?? '') ? text('eprint') : null;
	const month = text('month') ?? '';
	const isNumber = /^\d{1,2}$/.test(month);
	return fieldsFrom({
		title: title && subtitle ? `${title}: ${subtitle}` : title,
		abstract: text('abstract', 'abstractnote')?.replace(/^\s*abstract:?\s*\n/i, ''),
		date: inherited('date')?.split('/')[0] ?? inherited('year'),
		year: inherited('year'),
		[isNumber ? 'month' : 'pd']: month,
		day: isNumber ? text('day') : null,
		earlyaccessdate: text('early-access-date', 'earlyaccessdate'),
		doi: text('doi'),
		id: text('unique-id', 'pmid') ?? eprint ?? (/^WOS:/.test(entry.key) ? entry.key : null),
		venue:
			journalName(text('journal', 'journaltitle', 'booktitle')) ??
			(parent
				? (parent.fields.get('booktitle') ?? parent.fields.get('title') ?? null)
				: (text('series', 'publisher') ?? (eprint && 'arXiv'))),
		url: text('url', 'link')?.split(/\s/)[0] ?? (eprint && `https://arxiv.org/abs/${eprint}`),
		type: entry.type === 'article' ? (text('type') ?? entry.type) : entry.type,
		language: text('language', 'langid'),
		volume: inherited('volume'),
		issue: text('number', 'issue'),
		pages: text('pages') ?? text('article-number', 'eid'),
		...countsOf(text),
		...keywordsOf(entry, text),
		...placesOf(text)
	});
}

function paper(entry: BibtexEntry, parent: BibtexEntry | undefined): Parsed {
	const parsed = paperFromFields(fieldsOf(entry, parent), [...entry.fields.values()].join(' '));
	const names = entry.fields.get('author');
	if ('reason' in parsed || !names)
		return 'reason' in parsed ? { ...parsed, excerpt: excerpt(describe(entry)) } : parsed;
	return { ...parsed, paper: { ...parsed.paper, ...authors(names) } };
}

const describe = (entry: BibtexEntry) =>
	`@${entry.type}{${entry.key}, ${[...entry.fields.values()].join(' ')}`;

/** Pieces of a file that each begin with an entry; what stands before the first is a comment. */
async function* pieces(text: AsyncIterable<string>): AsyncGenerator<string> {
	let open: string[] = [];
	const length = new RecordLength();
	for await (const line of lines(text)) {
		if (start.test(line)) {
			if (open.length > 0) yield open.join('\n');
			open = [];
			length.reset();
		} else if (open.length === 0) continue;
		open.push(line);
		length.add(line.length);
	}
	if (open.length > 0) yield open.join('\n');
}

/** An entry whose parent (`crossref`) is still to come waits for it. */
async function* read(text: AsyncIterable<string>): Records {
	const macros = new Map(months.map((month) => [month, month]));
	const known = new Map<string, BibtexEntry>();
	let waiting: BibtexEntry[] = [];
	const parentOf = (entry: BibtexEntry) => known.get(entry.fields.get('crossref')?.trim() ?? '');
	const isReady = (entry: BibtexEntry) => !entry.fields.has('crossref') || parentOf(entry) !== undefined;
	for await (const piece of pieces(text)) {
		for (const entry of bibtexEntries(piece, macros)) {
			if (entry.type === 'string') for (const [name, value] of entry.fields) macros.set(name, value);
			else waiting.push(entry);
			if (parents.has(entry.type)) known.set(entry.key, entry);
		}
		const end = waiting.findIndex((entry) => !isReady(entry));
		const ready = end < 0 ? waiting : waiting.slice(0, end);
		waiting = end < 0 ? [] : waiting.slice(end);
		for (const entry of ready) yield paper(entry, parentOf(entry));
	}
	for (const entry of waiting) yield paper(entry, parentOf(entry));
	return noFacts;
}

/** BibTeX and BibLaTeX. */
export const bibtex = textFormat({
	id: 'bibtex',
	label: 'BibTeX',
	extensions: ['bib', 'bibtex'],
	source: 'Zotero, Mendeley, JabRef, Web of Science, Scopus, ACM, DBLP, ACL Anthology; BibLaTeX too',
	matches: ({ text }) =>
		text.includes('@') &&
		/(?:^|[\r\n])\uFEFF?[ \t]*@[ \t]*(?:[A-Za-z]+|\[[^\]\r\n]*\])\s*[{(]\s*(?:[^\s,{}]+\s*)?,/.test(text),
	starts: /^\uFEFF?\s*@\s*(?:[A-Za-z]+|\[[^\]]*\])\s*[{(]/,
	read
});
