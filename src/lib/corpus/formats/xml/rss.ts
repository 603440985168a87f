import { textFormat } from '../format.ts';
import type { Fields } from '../../paper/fields.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

/** Links and pictures, which say nothing of a paper. */
const plain = (html: string) =>
	html.replace(/<\/?a(?:\s[^<>]*)?>/gi, '').replace(/<\/?(?:img|figure|ul|ol|li|blockquote)\b[^<>]*>/gi, ' ');

/** An identifier of arXiv in an address or a name, without its version. */
const arxivId = (text: string) => /arxiv\.org[/:](?:abs\/)?([\w./-]{1,60}?)(?:v\d+)?$/i.exec(text)?.[1];

/** Characters of an address, at most. */
const longestAddress = 2000;

/** PubMed puts the abstract between the citation and the identifiers. */
const pubmedAbstract = (content: string) =>
	/<b>ABSTRACT<\/b><\/p>([^]*?)(?:<p style="color: ?lightgray|$)/i.exec(content)?.[1];

/** What ScienceDirect writes instead of an abstract. */
function citation(description: string): { date: string; venue: string; authors: string } | null {
	const text = description.replace(/<[^<>]*>/g, '\n');
	const after = (label: string) => new RegExp(`${label}:\\s*([^\\n]+)`).exec(text)?.[1]?.trim() ?? '';
	if (!/^\s*Publication date:/.test(text)) return null;
	return {
		date: after('Publication date').replace(/^Available online /, ''),
		venue: after('Source').replace(/, Volumes? .*$/, ''),
		authors: after('Author\\(s\\)')
	};
}

function abstractOf(item: XmlElement): string {
	const content = item.textAt('encoded') ?? '';
	const text = pubmedAbstract(content) ?? item.textAt('description') ?? content;
	return plain(text).replace(/^\s*arXiv:\S+\s+Announce Type: \S+\s+Abstract:\s*/, '');
}

/** One element may hold all names. */
function authorsOf(item: XmlElement): string | string[] {
	const names = item.elements('creator').map(({ text }) => plain(text).trim());
	return names.length === 1 ? (names[0] ?? '') : names;
}

function doiOf(item: XmlElement, link: string): string | null {
	const stated = [item.textAt('doi'), ...item.elements('identifier').map(({ text }) => text)];
	const linked = /(?:doi\.org|\/doi\/|\/doi\/\w+)\/?(10\..*)/.exec(link)?.[1];
	return (
		[...stated, linked]
			.map((text) => /\b10\.\d{4,9}\/[^\s?#]+/.exec(text ?? '')?.[0] ?? null)
			.find((doi) => doi !== null) ?? null
	);
}

function feedItem(item: XmlElement): Fields | null {
	if (item.name !== 'item') return null;
	const address = item.textAt('link') ?? item.attributes.get('rdf:about') ?? '';
	const link = address.slice(0, longestAddress);
	const guid = (item.textAt('guid') ?? '').slice(0, longestAddress);
	const arxiv = arxivId(guid) ?? arxivId(link);
	const cited = citation(item.textAt('description') ?? '');
	const source = item.textAt('source');
	return fieldsFrom({
		id: arxiv ?? /^pubmed:(\d+)$/.exec(guid)?.[1],
		title: plain(item.textAt('title') ?? '').replace(/ ?\(arXiv:[^()]*\)$/, ''),
		abstract: cited ? null : abstractOf(item),
		authors: cited?.authors ?? authorsOf(item),
		date: item.textAt('date') ?? item.textAt('publicationDate') ?? cited?.date ?? item.textAt('pubDate'),
		doi: doiOf(item, link),
		venue:
			item.textAt('publicationName') ??
			cited?.venue ??
			(arxiv ? 'arXiv' : source?.replace(/, Published online.*$/, '')),
		url: /^https?:/.test(link) ? link : null,
		type: arxiv ? 'preprint' : null,
		language: item.textAt('language'),
		volume: item.textAt('volume'),
		issue: item.textAt('number'),
		startpage: item.textAt('startingPage'),
		endpage: item.textAt('endingPage')
	});
}

/** RSS 2.0 and 1.0. */
export const rss = textFormat({
	id: 'rss',
	label: 'RSS feed',
	extensions: ['rss', 'xml', 'rdf'],
	source: 'arXiv, PubMed and journals',
	matches: ({ root, localRoot, text }) =>
		root === 'rss' || (localRoot === 'RDF' && text.includes('purl.org/rss/')),
	read: xmlReader(['item'], () => feedItem)
});
