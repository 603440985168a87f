import {
	firstText,
	isObject,
	member,
	objects,
	text,
	type JsonObject,
	type ObjectReader
} from '../../paper/object-reader.ts';
import { affiliationsOfPerson } from './objects-of-references.ts';
import { fieldsFrom } from '../tagged/tagged.ts';

const name = (...parts: readonly unknown[]) => parts.map(text).filter(Boolean).join(' ');

/** "03/04/2019", the month first as both agencies write it. */
export function americanDate(value: unknown): string | null {
	const [, month, day, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text(value) ?? '') ?? [];
	if (!year || !month || !day) return text(value);
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A name without the address that stands behind each: "Jon Dahl jon@example.org". */
function withoutAddress(name: string | null): string | null {
	const words = name?.trim().split(/\s+/) ?? [];
	return words.at(-1)?.includes('@') ? words.slice(0, -1).join(' ') : name;
}

/** Awards of the National Science Foundation: the team is the leader and the co-leaders, the date is the start. */
export const fromNsf: ObjectReader = (value) => {
	if (text(value.piLastName) === null && text(value.pdPIName) === null) return null;
	const leader = text(value.pdPIName) ?? name(value.piFirstName, value.piMiddeInitial, value.piLastName);
	const others = Array.isArray(value.coPDPI) ? value.coPDPI.map(text) : [text(value.coPDPI)];
	return fieldsFrom({
		id: text(value.id),
		title: text(value.title),
		abstract: text(value.abstractText),
		authors: [leader, ...others.map(withoutAddress)].filter(Boolean),
		date: americanDate(value.startDate) ?? americanDate(value.date),
		organisation: text(value.awardeeName) ?? text(value.awardee),
		venue: 'NSF',
		type: text(value.transType) ?? 'grant'
	});
};

/** Projects of NIH RePORTER. */
export const fromNih: ObjectReader = (value) => {
	if (text(value.project_title) === null || !('appl_id' in value || 'project_num' in value)) return null;
	const leaders = objects(value, 'principal_investigators').map(
		(leader) => text(leader.full_name) ?? name(leader.first_name, leader.middle_name, leader.last_name)
	);
	const organization = member(value, 'organization');
	return fieldsFrom({
		id: text(value.project_num) ?? text(value.appl_id),
		title: text(value.project_title),
		abstract: text(value.abstract_text),
		authors: leaders.length > 0 ? leaders : text(value.contact_pi_name)?.split(';'),
		date: text(value.project_start_date) ?? text(value.budget_start),
		year: text(value.fiscal_year),
		organisation: text(organization.org_name),
		venue: 'NIH',
		url: text(value.project_detail_url),
		type: 'grant',
		indexkeywords: text(value.pref_terms),
		affiliations: [{ organisation: organization.org_name, country: organization.org_country }]
	});
};

/** Documents of the search of PLOS. */
export const fromPlos: ObjectReader = (value) => {
	if (!('author_display' in value || 'title_display' in value)) return null;
	const id = text(value.id);
	return fieldsFrom({
		id,
		title: text(value.title_display) ?? firstText(value.title),
		abstract: value.abstract,
		authors: Array.isArray(value.author_display) ? value.author_display : null,
		date: text(value.publication_date)?.slice(0, 10),
		doi: id !== null && id.startsWith('10.') ? id : null,
		venue: text(value.journal),
		type: text(value.article_type),
		volume: text(value.volume),
		issue: text(value.issue),
		affiliations: value.author_affiliate
	});
};

/** The item of a list that bears a type, or the first without one. */
const typed = (items: readonly JsonObject[], member: string, type: string | null) =>
	items.find((item) => (type === null ? text(item[member]) === null : text(item[member]) === type));

/** Records of DataCite, alone or inside the attributes of its REST API. */
export const fromDataCite: ObjectReader = (value) => {
	const of = isObject(value.attributes) && text(value.type) === 'dois' ? value.attributes : value;
	const titles = objects(of, 'titles');
	if (titles.length === 0 || !('creators' in of) || !('publicationYear' in of || 'dates' in of)) return null;
	const container = member(of, 'container');
	const dates = objects(of, 'dates');
	const date = typed(dates, 'dateType', 'Issued') ?? typed(dates, 'dateType', 'Available');
	const types = member(of, 'types');
	const publisher = isObject(of.publisher) ? text(of.publisher.name) : text(of.publisher);
	return fieldsFrom({
		id: text(of.doi) ?? text(value.id),
		title: text((typed(titles, 'titleType', null) ?? titles[0])?.title),
		abstract: text(typed(objects(of, 'descriptions'), 'descriptionType', 'Abstract')?.description),
		authors: objects(of, 'creators').map((one) => text(one.name) ?? name(one.givenName, one.familyName)),
		date: text(date?.date) ?? text(of.publicationYear),
		year: text(of.publicationYear),
		doi: text(of.doi),
		venue: text(container.title) ?? publisher,
		url: text(of.url),
		type: text(types.resourceType) ?? text(types.resourceTypeGeneral),
		language: text(of.language),
		volume: text(container.volume),
		issue: text(container.issue),
		startpage: text(container.firstPage),
		endpage: text(container.lastPage),
		citations: of.citationCount,
		references: of.referenceCount,
		keywords: objects(of, 'subjects'),
		affiliations: objects(of, 'creators').flatMap(affiliationsOfPerson)
	});
};
