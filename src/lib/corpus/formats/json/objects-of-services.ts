import { isoDate } from '../../../base/date.ts';
import { fieldKey } from '../../paper/aliases.ts';
import { firstText, isObject, member, objects, text, type ObjectReader } from '../../paper/object-reader.ts';
import { fieldsFrom } from '../tagged/tagged.ts';

/** Items of the Hugging Face Daily Papers API; the paper's own date is `paper.publishedAt`. */
export const fromDailyPapers: ObjectReader = (value) => {
	const paper = member(value, 'paper');
	if (text(paper.title ?? paper.summary ?? value.title ?? value.summary) === null || !isObject(value.paper))
		return null;
	const id = text(paper.id);
	const organisation = isObject(paper.organization) ? paper.organization : member(value, 'organization');
	const names = objects(paper, 'authors').map((author) => text(author.name) ?? '');
	return fieldsFrom({
		id,
		title: text(paper.title) ?? text(value.title),
		abstract: text(paper.summary) ?? text(value.summary),
		authors: [...new Set(names)],
		date: text(paper.publishedAt) ?? text(value.publishedAt),
		organisation: text(organisation.fullname) ?? text(organisation.name),
		venue: 'arXiv',
		url: id !== null && /^\d{4}\.\d{4,5}$/.test(id) ? `https://arxiv.org/abs/${id}` : null,
		comments: value.numComments,
		upvotes: paper.upvotes
	});
};

/** Works of the Lens. */
export const fromLens: ObjectReader = (value) => {
	if (text(value.lens_id) === null) return null;
	const source = member(value, 'source');
	const doi = objects(value, 'external_ids').find(({ type }) => type === 'doi');
	return fieldsFrom({
		id: text(value.lens_id),
		title: text(value.title),
		abstract: text(value.abstract),
		authors: objects(value, 'authors'),
		date: text(value.date_published),
		year: text(value.year_published),
		doi: text(doi?.value),
		venue: text(source.title),
		type: text(value.publication_type),
		language: Array.isArray(value.languages) ? text(value.languages[0]) : null,
		volume: text(value.volume),
		issue: text(value.issue),
		startpage: text(value.start_page),
		endpage: text(value.end_page),
		citations: value.scholarly_citations_count,
		references: value.references_count,
		keywords: Array.isArray(value.keywords) ? value.keywords : null,
		indexkeywords: objects(value, 'mesh_terms').map(({ mesh_heading: heading }) => heading),
		affiliations: objects(value, 'authors').flatMap((author) => objects(author, 'affiliations'))
	});
};

/** Results of Europe PMC. */
export const fromEuropePmc: ObjectReader = (value) => {
	if (text(value.authorString) === null && !('abstractText' in value)) return null;
	const journal = member(value, 'journalInfo');
	const listed = objects(member(value, 'authorList'), 'author').map(
		(author) => text(author.fullName) ?? text(author.collectiveName) ?? ''
	);
	return fieldsFrom({
		id: text(value.pmid) ?? text(value.id),
		title: text(value.title),
		abstract: text(value.abstractText),
		authors: listed.length > 0 ? listed : text(value.authorString)?.replace(/\.$/, '').split(','),
		date: text(value.firstPublicationDate),
		year: text(value.pubYear),
		doi: text(value.doi),
		venue: text(member(journal, 'journal').title) ?? text(value.journalTitle),
		type: text(value.pubType) ?? firstText(member(value, 'pubTypeList').pubType),
		language: text(value.language),
		volume: text(journal.volume) ?? text(value.journalVolume),
		issue: text(journal.issue) ?? text(value.issue),
		pages: text(value.pageInfo),
		citations: value.citedByCount,
		keywords: member(value, 'keywordList').keyword,
		indexkeywords: objects(member(value, 'meshHeadingList'), 'meshHeading').map(
			({ descriptorName }) => descriptorName
		),
		affiliations: objects(member(value, 'authorList'), 'author').flatMap((author) =>
			objects(member(author, 'authorAffiliationDetailsList'), 'authorAffiliation')
		)
	});
};

/** The day of a time in milliseconds since 1970. */
const dayOf = (time: unknown) =>
	typeof time === 'number' && time > 0 && time < 1e14 ? isoDate(Math.floor(time / 86_400_000)) : null;

/** Notes of OpenReview, whose newer form puts each value into an object. */
export const fromOpenReview: ObjectReader = (value) => {
	const content = member(value, 'content');
	if (!('title' in content) && !('abstract' in content)) return null;
	const named = Object.entries(content).map(
		([name, found]) => [fieldKey(name), isObject(found) ? found.value : found] as const
	);
	const rest = fieldsFrom({ id: text(value.id), date: dayOf(value.pdate ?? value.cdate) });
	return new Map([...named, ...rest]);
};
