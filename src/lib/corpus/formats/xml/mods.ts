import { textFormat } from '../format.ts';
import type { Fields } from '../../paper/fields.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

const ofType = (elements: readonly XmlElement[], type: string) =>
	elements.filter(({ attributes }) => attributes.get('type')?.toLowerCase() === type);

/** The title of a work with its article and subtitle; other forms of it, which have a type, come last. */
function titleOf(work: XmlElement): string | null {
	const forms = work.elements('titleInfo');
	const form = forms.find(({ attributes }) => !attributes.has('type')) ?? forms[0];
	const title = [form?.textAt('nonSort'), form?.textAt('title')].filter(Boolean).join(' ');
	const subtitle = form?.textAt('subTitle');
	return [title.replace(/(['’]) (?=\p{L})/u, '$1'), subtitle].filter(Boolean).join(': ') || null;
}

function nameOf(name: XmlElement): string {
	const parts = name.elements('namePart');
	const all = (type: string) => ofType(parts, type).map(({ text }) => text.trim());
	const typed = [...all('given'), ...all('family'), ...all('termsofaddress')].filter(Boolean).join(' ');
	const plain = parts.filter(({ attributes }) => !attributes.has('type')).map(({ text }) => text.trim());
	return typed || plain.join(' ') || (name.textAt('displayForm') ?? '');
}

const isAuthor = /^(?:aut|author|cre|creator)$/i;

/** Names whose role is that of an author, or else those without a role. */
function authorsOf(work: XmlElement): string[] {
	const names = work.elements('name').map((name) => ({
		name: nameOf(name),
		roles: name.all('role', 'roleTerm').map(({ text }) => text.trim())
	}));
	const authors = names.filter(({ roles }) => roles.some((role) => isAuthor.test(role)));
	const found = authors.length > 0 ? authors : names.filter(({ roles }) => roles.length === 0);
	return found.map(({ name }) => name);
}

/** The number of a volume or an issue. */
const detail = (part: XmlElement | null, type: string) =>
	ofType(part?.elements('detail') ?? [], type)[0]?.textAt('number') ?? null;

function modsRecord(work: XmlElement): Fields | null {
	if (work.name !== 'mods') return null;
	const identifier = (type: string) => ofType(work.elements('identifier'), type)[0]?.text.trim();
	const host = ofType(work.elements('relatedItem'), 'host')[0] ?? null;
	const part = host?.at('part') ?? work.at('part');
	const pages = part
		?.elements('extent')
		.find(({ attributes }) => /^pages?$/.test(attributes.get('unit') ?? ''));
	const issued = [work.at('originInfo'), host?.at('originInfo')].map((origin) =>
		origin?.textAt('dateIssued')
	);
	return fieldsFrom({
		id: work.textAt('recordInfo', 'recordIdentifier') ?? identifier('pmid'),
		title: titleOf(work),
		abstract: work.textAt('abstract'),
		authors: authorsOf(work),
		date: issued[0] ?? part?.textAt('date') ?? issued[1],
		da: part?.textAt('date') ?? issued[1],
		year: work.textAt('originInfo', 'copyrightDate') ?? work.textAt('originInfo', 'dateCreated'),
		doi: identifier('doi'),
		venue: host && titleOf(host),
		url: work.textAt('location', 'url') ?? identifier('uri'),
		type: work.textAt('genre'),
		language: work.textAt('language', 'languageTerm'),
		volume: detail(part, 'volume'),
		issue: detail(part, 'issue') ?? detail(part, 'number'),
		pages: pages?.textAt('list'),
		startpage: pages?.textAt('start'),
		endpage: pages?.textAt('end'),
		keywords: work.all('subject', 'topic').map(({ text }) => text),
		affiliations: work.all('name', 'affiliation').map(({ text }) => text)
	});
}

export const mods = textFormat({
	id: 'mods',
	label: 'MODS',
	extensions: ['xml', 'mods'],
	source: 'Zotero, library catalogues',
	matches: ({ localRoot }) => /^mods(?:Collection)?$/.test(localRoot),
	read: xmlReader(['mods'], () => modsRecord)
});
