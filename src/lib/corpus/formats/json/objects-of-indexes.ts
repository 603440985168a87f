import { listed } from '../../paper/authors.ts';
import { fieldKey } from '../../paper/aliases.ts';
import {
	isObject,
	member,
	objects,
	text,
	type JsonObject,
	type ObjectReader
} from '../../paper/object-reader.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { withoutTexAccents } from '../../paper/tex.ts';

/** Positions in an abstract, at most. */
const longestAbstract = 100_000;

/** An abstract from its words and the positions where each stands. */
export function abstractFromIndex(index: JsonObject): string {
	const words: string[] = [];
	for (const [word, positions] of Object.entries(index)) {
		if (!Array.isArray(positions)) continue;
		for (const position of positions) {
			if (Number.isInteger(position) && position >= 0 && position < longestAbstract)
				words[position as number] = word;
		}
	}
	return words.filter(Boolean).join(' ');
}

/** Lists of works name the first hundred authors only, and say so. */
function openAlexAuthors(value: JsonObject): string[] {
	const names = objects(value, 'authorships').map(
		(authorship) => text(member(authorship, 'author').display_name) ?? text(authorship.raw_author_name) ?? ''
	);
	return value.is_authors_truncated === true ? [...names, 'et al.'] : names;
}

/** Institutions of the authors; the countries of those whose institution is not known. */
const openAlexAffiliations = (value: JsonObject) =>
	objects(value, 'authorships').flatMap((authorship) => {
		const institutions = objects(authorship, 'institutions');
		const { countries } = authorship;
		if (institutions.length > 0 || !Array.isArray(countries)) return institutions;
		return countries.map((code: unknown) => ({ country_code: code }));
	});

/** Works of the OpenAlex API. */
export const fromOpenAlex: ObjectReader = (value) => {
	const index = value.abstract_inverted_index;
	if (
		!isObject(index) &&
		!Array.isArray(value.authorships) &&
		!/openalex\.org\/W\d/.test(text(value.id) ?? '')
	)
		return null;
	const location = member(value, 'primary_location');
	const biblio = member(value, 'biblio');
	return fieldsFrom({
		id: text(value.id)?.replace(/^https?:\/\/(?:api\.)?openalex\.org\//, ''),
		title: text(value.title) ?? text(value.display_name),
		abstract: isObject(index) ? abstractFromIndex(index) : text(value.abstract),
		authors: openAlexAuthors(value),
		date: text(value.publication_date),
		year: text(value.publication_year),
		doi: text(value.doi) ?? text(member(value, 'ids').doi),
		venue: text(member(location, 'source').display_name) ?? text(member(value, 'host_venue').display_name),
		url: text(location.landing_page_url),
		type: text(value.type),
		language: text(value.language),
		volume: text(biblio.volume),
		issue: text(biblio.issue),
		startpage: text(biblio.first_page),
		endpage: text(biblio.last_page),
		citations: value.cited_by_count,
		references: value.referenced_works_count,
		indexkeywords:
			objects(value, 'keywords').length > 0 ? objects(value, 'keywords') : objects(value, 'concepts'),
		affiliations: openAlexAffiliations(value)
	});
};

/** Records of the arXiv metadata snapshot. */
export const fromArxiv: ObjectReader = (value) => {
	if (!Array.isArray(value.authors_parsed) && !('categories' in value && 'versions' in value)) return null;
	const names = Array.isArray(value.authors_parsed) ? value.authors_parsed : [];
	const first = objects(value, 'versions')[0] ?? {};
	const people = names.map((parts) => {
		const [family, given, suffix] = Array.isArray(parts) ? parts.map((part) => text(part) ?? '') : [];
		return withoutTexAccents([given, family, suffix].filter(Boolean).join(' '));
	});
	return fieldsFrom({
		id: text(value.id),
		title: withoutTexAccents(text(value.title) ?? ''),
		abstract: withoutTexAccents(text(value.abstract) ?? ''),
		authors: people.length > 0 ? people : text(value.authors),
		date: text(first.created) ?? text(value.update_date),
		doi: text(value.doi)?.split(/\s/)[0],
		venue: text(value['journal-ref']) ?? 'arXiv',
		url: text(value.id) && `https://arxiv.org/abs/${text(value.id)}`,
		type: 'preprint'
	});
};

/** Papers of the Semantic Scholar API, its older form and its data sets included. */
export const fromSemanticScholar: ObjectReader = (value) => {
	if (text(value.paperId) === null && !('corpusid' in value)) return null;
	const ids = member(value, 'externalids' in value ? 'externalids' : 'externalIds');
	const journal = member(value, 'journal');
	const named = new Map(Object.entries(value).map(([name, found]) => [fieldKey(name), found]));
	const rest = fieldsFrom({
		id: text(ids.ArXiv) ?? text(value.arxivId) ?? text(value.paperId) ?? text(value.corpusid),
		doi: text(ids.DOI) ?? text(value.doi),
		authors: listed(objects(value, 'authors').map((author) => text(author.name) ?? '')).authors,
		date: text(value.publicationDate),
		year: text(value.year),
		venue: text(value.venue) ?? text(journal.name),
		volume: text(journal.volume),
		pages: text(journal.pages)
	});
	named.delete('journal');
	return new Map([...named, ...rest]);
};
