import { fieldNames } from '../../dataset/fields.ts';
import type { Paper } from '../../dataset/paper.ts';
import { hash53, normalised, textKey, TextHash } from '../../base/text-hash.ts';

/** Titles that many different texts of one year bear. */
const commonTitles = new Set(
	[
		...[
			'abstract',
			'abstracts',
			'acknowledgements',
			'announcement',
			'announcements',
			'book review',
			'comment'
		],
		...[
			'book reviews',
			'books received',
			'commentary',
			'contents',
			'correction',
			'corrections',
			'corrigendum'
		],
		...[
			'discussion',
			'editorial',
			'erratum',
			'foreword',
			'from the editor',
			'front matter',
			'index',
			'letter'
		],
		...[
			'guest editorial',
			'in memoriam',
			'introduction',
			'letter to the editor',
			'masthead',
			'news',
			'obituary'
		],
		...['message from the chairs', 'note', 'poster session', 'preface', 'reply', 'response', 'retraction'],
		...['reviewers', 'table of contents', 'title page', 'untitled', 'welcome', 'conclusion', 'conclusions']
	].map(normalised)
);

/** Titles that stand where there is none: they tell nothing. */
const placeholders = new Set(
	['untitled', 'no title', 'no title available', 'title not available', 'not available', 'unknown title']
		.concat(['unknown', 'na', 'none', 'null', 'nan', 'undefined', 'ohne titel', 'sans titre', 'sin título'])
		.map(normalised)
);

/** What stands where there is no id. */
const noId = /^(?:#?n\/?a|n\.\s?a\.?|\[?not available\]?|null|nan|none|undefined|unknown|[-–—?]+|0+)$/i;

/** What tells a record apart, as hashes: `null` where the record does not state it. */
export interface RecordKeys {
	id: number | null;
	doi: number | null;
	/** Title and abstract, normalised. */
	text: number;
	/** Normalised title and year; none for titles such as "Editorial". */
	titleYear: number | null;
	authors: number;
	year: number | null;
	hasAbstract: boolean;
	/** Whether the title stands for none, or is one that many different texts bear. */
	title: 'own' | 'common' | 'placeholder';
}

function titleKind(title: string): RecordKeys['title'] {
	if (title === '' || placeholders.has(title)) return 'placeholder';
	return commonTitles.has(title) ? 'common' : 'own';
}

const arxivDoi = /^10\.48550\/arxiv\.(.+)$/;

/** Small numbers, and keys of citations such as "smith2020": other files may call other papers so. */
const isCommonId = /^(?:\d{1,6}|[a-z][a-z_:'.-]*\d{4}[a-z_-]*)$/i;

function idHash(id: string | null, file: number, title: string): number | null {
	if (id === null || noId.test(id.trim())) return null;
	if (!isCommonId.test(id)) return hash53(id.toLowerCase());
	return title === '' ? null : hash53(`${file}/${id}/${title}`);
}

/**
 * The hashes that a paper is recognised by. An id that is a small number or the key of a citation may stand for
 * anything: it counts within its own file, together with the title.
 */
export function recordKeys(paper: Paper, file: number): RecordKeys {
	const title = normalised(paper.title);
	const year = paper.published === null ? null : Number(paper.published.slice(0, 4));
	const id = arxivDoi.exec(paper.doi ?? '')?.[1] ?? paper.sourceId;
	const kind = titleKind(title);
	return {
		id: idHash(id, file, title),
		doi: paper.doi === null ? null : hash53(paper.doi),
		text: textKey(paper.title, paper.abstract),
		titleYear: kind !== 'own' || year === null ? null : hash53(`${title}/${year}`),
		authors: paper.authors.reduce((hash, name) => hash.addNormalised(name).add('/'), new TextHash()).value(),
		year,
		hasAbstract: paper.abstract !== '',
		title: kind
	};
}

/** How much a record says: an abstract first, then its length and the number of fields that are filled. */
export function fullness(paper: Paper): number {
	const { title, abstract, authors, keywords, affiliations } = paper;
	let filled = 0;
	for (const list of [title, abstract, authors, keywords, affiliations]) if (list.length > 0) filled++;
	for (const value of [paper.published, paper.datePrecision, paper.teamSize]) if (value !== null) filled++;
	for (const name of fieldNames) if (paper[name] !== null && paper[name] !== '') filled++;
	return (abstract !== '' ? 1000 : 0) + Math.min(31, Math.floor(abstract.length / 200)) + filled;
}

/** Where a paper stands in its volume, as a hash; 0 where that is not stated. */
export function placeHash({ volume, issue, pages }: Paper): number {
	return volume === null && issue === null && pages === null
		? 0
		: hash53([volume, issue, pages].join('/')) | 0;
}

/** An abstract by its length and how it begins, as a hash; 0 where there is none. */
export const abstractHash = (abstract: string): number =>
	abstract === '' ? 0 : hash53(`${abstract.length} ${abstract.slice(0, 64)}`) | 0;

/** A hash of what the keys leave out, so that only records of the same content count as equal. */
export function restHash(paper: Paper): number {
	const hash = new TextHash();
	const add = (value: string | number | null) => {
		if (value !== null) hash.add(typeof value === 'string' ? value : String(value));
		hash.add('\u0000');
	};
	add(paper.abstract.length);
	add(paper.authors.length);
	add(paper.title);
	add(paper.published);
	add(paper.datePrecision);
	add(paper.teamSize);
	for (const name of fieldNames) add(paper[name]);
	for (const { keyword, kind } of paper.keywords) add(kind + keyword);
	for (const { organisation, country } of paper.affiliations) {
		add(organisation);
		add(country);
	}
	return hash.value() | 0;
}
