import { textFormat } from '../format.ts';
import type { Fields } from '../../paper/fields.ts';
import { translated } from '../tagged/medline.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

function pubmedDate(date: XmlElement | null): string | null {
	if (!date) return null;
	const parts = ['Year', 'Month', 'Day'].map((name) => date.textAt(name)).filter(Boolean);
	return parts.join(' ') || date.textAt('MedlineDate');
}

function pubmedArticle(record: XmlElement): Fields | null {
	if (record.name !== 'PubmedArticle') return null;
	const citation = record.at('MedlineCitation');
	const article = citation?.at('Article');
	const ids = record.all('PubmedData', 'ArticleIdList', 'ArticleId');
	const doi = ids.find(({ attributes }) => attributes.get('IdType') === 'doi')?.text;
	const located = article
		?.elements('ELocationID')
		.find(({ attributes }) => attributes.get('EIdType') === 'doi')?.text;
	const issue = article?.at('Journal', 'JournalIssue');
	return fieldsFrom({
		id: citation?.textAt('PMID'),
		title: translated(article?.textAt('ArticleTitle') ?? null) ?? article?.textAt('VernacularTitle'),
		abstract: (article?.at('Abstract') ?? citation?.at('OtherAbstract'))
			?.elements('AbstractText')
			.map(labelled),
		authors: article && pubmedAuthors(article),
		date: pubmedDate(issue?.at('PubDate') ?? null) ?? pubmedDate(article?.at('ArticleDate') ?? null),
		doi: doi ?? located,
		venue: article?.textAt('Journal', 'Title'),
		type: article?.textAt('PublicationTypeList', 'PublicationType'),
		language: article?.textAt('Language'),
		volume: issue?.textAt('Volume'),
		issue: issue?.textAt('Issue'),
		pages: article?.textAt('Pagination', 'MedlinePgn'),
		startpage: article?.textAt('Pagination', 'StartPage'),
		endpage: article?.textAt('Pagination', 'EndPage'),
		...(citation && keywordsOf(citation)),
		affiliations: article && addressesOf(article)
	});
}

/** The keywords of the lists whose owner is wanted: NOTNLM stands for the authors. */
const listedKeywords = (citation: XmlElement, isWanted: (owner: string | undefined) => boolean) =>
	citation
		.elements('KeywordList')
		.filter(({ attributes }) => isWanted(attributes.get('Owner')))
		.flatMap((list) => list.elements('Keyword').map(({ text }) => text));

const keywordsOf = (work: XmlElement) => ({
	keywords: listedKeywords(work, (owner) => owner === 'NOTNLM' || owner === undefined),
	indexkeywords: [
		...work.all('MeshHeadingList', 'MeshHeading', 'DescriptorName').map(({ text }) => text),
		...listedKeywords(work, (owner) => owner !== 'NOTNLM' && owner !== undefined)
	]
});

const addressesOf = (work: XmlElement) =>
	work.all('AuthorList', 'Author', 'AffiliationInfo', 'Affiliation').map(({ text }) => text);

const labelled = (part: XmlElement) => {
	const label = part.attributes.get('Label');
	return label ? `${label}: ${part.text}` : part.text;
};

const pubmedAuthor = (author: XmlElement) =>
	author.textAt('CollectiveName') ??
	[author.textAt('ForeName') ?? author.textAt('Initials'), author.textAt('LastName'), author.textAt('Suffix')]
		.filter(Boolean)
		.join(' ');

/** The authors of an article or a chapter; a list may say that it is not complete. */
function pubmedAuthors(work: XmlElement): string[] {
	const lists = work.elements('AuthorList').filter(({ attributes }) => attributes.get('Type') !== 'editors');
	const isCut = lists.some(({ attributes }) => attributes.get('CompleteYN') === 'N');
	const names = lists.flatMap((list) => list.elements('Author').map(pubmedAuthor));
	return isCut ? [...names, 'et al.'] : names;
}

function bookArticle(record: XmlElement): Fields {
	const work = record.at('BookDocument');
	const book = work?.at('Book');
	return fieldsFrom({
		id: work?.textAt('PMID'),
		title: work?.textAt('ArticleTitle') ?? book?.textAt('BookTitle'),
		abstract: work?.all('Abstract', 'AbstractText').map(labelled),
		authors: work && pubmedAuthors(work),
		date: pubmedDate(work?.at('ContributionDate') ?? null) ?? pubmedDate(book?.at('PubDate') ?? null),
		venue: book?.textAt('BookTitle'),
		type: work?.textAt('PublicationType'),
		language: work?.textAt('Language'),
		...(work && keywordsOf(work)),
		affiliations: work && addressesOf(work)
	});
}

export const pubmedXml = textFormat({
	id: 'pubmed-xml',
	label: 'PubMed XML',
	extensions: ['xml'],
	source: 'PubMed through E-utilities (`efetch`) or its yearly files',
	matches: (head) => head.root !== '' && head.hasElement('Pubmed(?:Book)?Article'),
	read: xmlReader(
		['PubmedArticle', 'PubmedBookArticle'],
		() => (element) => (element.name === 'PubmedBookArticle' ? bookArticle(element) : pubmedArticle(element))
	)
});
