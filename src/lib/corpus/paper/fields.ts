import { statedFields, type FieldOfType, type StatedFields } from '../../dataset/fields.ts';
import type { Affiliation, Keyword, Paper } from '../../dataset/paper.ts';
import { affiliationsIn, countriesIn, distinctAffiliations, organisationsIn } from './affiliations.ts';
import { places, type FieldName } from './aliases.ts';
import { authorsOf, type Authors } from './authors.ts';
import { combinedDate, joinedDate, shownOrder, type StatedDate } from './dates.ts';
import type { ColumnDate } from './day-order.ts';
import { distinctKeywords, keywordsIn } from './keywords.ts';
import { withoutMarkup } from './markup.ts';
import type { Parsed } from './record.ts';
import { excerpt, isNothing, tidy, withoutPlaceholder } from './text.ts';

/** The fields of a record by their keys; empty values are left out. */
export type Fields = ReadonlyMap<string, unknown>;

/** The filled values of a record by the field they belong to, the better alias first. */
type Values = ReadonlyMap<FieldName, readonly unknown[]>;

function valuesOf(fields: Fields): Values {
	const found = new Map<FieldName, { rank: number; value: unknown }[]>();
	for (const [key, value] of fields) {
		const place = places.get(key);
		if (!place || value === undefined || value === null || value === '') continue;
		if (typeof value === 'string' && isNothing(value)) continue;
		const known = found.get(place.field);
		if (known) known.push({ rank: place.rank, value });
		else found.set(place.field, [{ rank: place.rank, value }]);
	}
	const values = new Map<FieldName, unknown[]>();
	for (const [field, ranked] of found) {
		if (ranked.length > 1) ranked.sort((a, b) => a.rank - b.rank);
		values.set(
			field,
			ranked.map(({ value }) => value)
		);
	}
	return values;
}

const none: readonly unknown[] = [];

/** Lists and objects around a text, at most. */
const deepest = 8;

const isFilled = (item: unknown) =>
	item !== null && item !== '' && !(typeof item === 'string' && isNothing(item));

function textOf(value: unknown, depth = 0): string | null {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (depth > deepest) return null;
	if (Array.isArray(value)) return textOf(value.find(isFilled) ?? null, depth + 1);
	if (typeof value === 'string') return tidy(withoutMarkup(value)) || null;
	if (typeof value === 'object' && value !== null) {
		const { name, title, full_name: fullName, value: inner, description } = value as Record<string, unknown>;
		return textOf(name ?? title ?? fullName ?? inner ?? description ?? null, depth + 1);
	}
	return null;
}

/** The text of the first alias of a field that has one. */
function pickText(values: Values, field: FieldName): string | null {
	for (const value of values.get(field) ?? none) {
		const text = textOf(value);
		if (text !== null && !isNothing(text)) return text;
	}
	return null;
}

/** An abstract may be a list of paragraphs. */
function pickAbstract(values: Values): string {
	for (const value of values.get('abstract') ?? none) {
		const text = Array.isArray(value)
			? value
					.map((part) => textOf(part))
					.filter(Boolean)
					.join(' ')
			: textOf(value);
		const abstract = withoutPlaceholder(text ?? '');
		if (abstract) return abstract;
	}
	return '';
}

/** A number without a fraction, with thousands parted or with the point that spreadsheets and pandas write. */
const wholeNumber = /^\s*(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?\s*$/;

function countOf(value: unknown): number | null {
	const count =
		typeof value === 'string' && wholeNumber.test(value) ? Number(value.replaceAll(',', '')) : value;
	return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && count < 2_147_483_648
		? count
		: null;
}

const pickCount = (values: Values, field: FieldName) =>
	(values.get(field) ?? none).map(countOf).find((count) => count !== null) ?? null;

const longestDoi = 500;

/** A DOI without its resolver, in lower case, or `null` when the text is none. */
export function bareDoi(text: string): string | null {
	if (text.length > longestDoi) return null;
	const doi = text
		.trim()
		.toLowerCase()
		.replace(/^(https?:\/\/)?(dx\.|www\.)?doi\.org\//, '')
		.replace(/^(info:)?doi[:/]?\s*/, '')
		.replace(/%2f/g, '/')
		.replace(/\s[^]*/, '')
		.replace(/(?<![.,;])[.,;]+$/, '');
	return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : null;
}

function pickAuthors(values: Values): Authors {
	let known: Authors = { authors: [], teamSize: null };
	for (const value of values.get('authors') ?? none) {
		const authors = authorsOf(value);
		if (authors.teamSize !== null) return authors;
		if (known.authors.length === 0) known = authors;
	}
	return known;
}

function dateOf(values: Values): StatedDate | null {
	const texts = (values.get('date') ?? none).flatMap((value) => textOf(value) ?? []);
	const month = pickText(values, 'month');
	return combinedDate(
		month === null ? texts : [...texts, ...joinedDate(texts, month, pickText(values, 'day'))]
	);
}

/** The dates of a record by their columns, the better alias first, where any shows or needs an order of day and month. */
function openDates(fields: Fields, values: Values): ColumnDate[] | undefined {
	const isShort = (value: unknown) => {
		const text: unknown = Array.isArray(value) ? value[0] : value;
		return typeof text === 'string' && shownOrder(text) !== null;
	};
	if (!values.get('date')?.some(isShort) || pickText(values, 'month') !== null) return undefined;
	return [...fields]
		.flatMap(([column, value]) => {
			const place = places.get(column);
			const text = place?.field === 'date' ? textOf(value) : null;
			return place === undefined || text === null || isNothing(text) ? [] : [{ ...place, column, text }];
		})
		.sort((a, b) => a.rank - b.rank)
		.map(({ column, text }) => ({ column, text }));
}

/** A count of authors beside a list that cannot be counted. No more than are listed, it counts what was cut off, too. */
const statedCount = (count: number | null, listed: readonly string[]) =>
	count === null || count <= listed.length ? null : count;

function pickPages(values: Values): string | null {
	const [pages, first, last] = (['pages', 'firstPage', 'lastPage'] as const).map((field) =>
		pickText(values, field)
	);
	const range = first && last && first !== last && !first.includes('-') ? `${first}-${last}` : first;
	return pages?.replace(/ ?[-–]{1,2} ?/, '-') ?? range ?? pickText(values, 'articleNumber');
}

/** Texts that are not taken as they stand. */
const texts: Partial<Record<FieldOfType<'VARCHAR'>, (values: Values) => string | null>> = {
	sourceId: (values) =>
		pickText(values, 'sourceId')?.replace(/^https?:\/\/(?:api\.)?openalex\.org\//, '') ?? null,
	doi: (values) => bareDoi(pickText(values, 'doi') ?? ''),
	pages: pickPages
};

const statedOf = (values: Values): StatedFields =>
	statedFields(
		(name) => (texts[name] ?? pickText)(values, name),
		(name) => pickCount(values, name)
	);

/** What is made of the first alias of a field that something comes of. */
function pickList<V>(values: Values, field: FieldName, read: (value: unknown) => V[]): V[] {
	for (const value of values.get(field) ?? none) {
		const found = read(value);
		if (found.length > 0) return found;
	}
	return [];
}

const keywordsOf = (values: Values): Keyword[] =>
	distinctKeywords([
		...pickList(values, 'keywords', (value) => keywordsIn(value, 'author')),
		...(values.get('indexKeywords') ?? none).flatMap((value) => keywordsIn(value, 'index'))
	]);

/** Organisations and countries. The one organisation that a source names apart is the first. */
function affiliationsOf(values: Values, organisation: string | null): Affiliation[] {
	const found = distinctAffiliations([
		...pickList(values, 'affiliations', affiliationsIn),
		...pickList(values, 'organisations', organisationsIn),
		...pickList(values, 'countries', countriesIn)
	]);
	const isNamed = organisation === null || found.some((one) => one.organisation === organisation);
	return isNamed ? found : [{ organisation, country: null }, ...found];
}

const firstOrganisation = (found: readonly Affiliation[]) =>
	found.find((one) => one.organisation !== null)?.organisation ?? null;

/** Why a record is rejected that has neither text. */
export const noTexts = 'no title and no abstract';

/** A paper, or why there is none, from a record's fields. */
export function paperFromFields(fields: Fields, raw: string): Parsed {
	const values = valuesOf(fields);
	const title = pickText(values, 'title') ?? '';
	const abstract = pickAbstract(values);
	if (!title && !abstract) return { reason: noTexts, excerpt: excerpt(raw) };
	const { authors, teamSize } = pickAuthors(values);
	const stated = statedOf(values);
	const affiliations = affiliationsOf(values, stated.organisation);
	const date = dateOf(values);
	const paper: Paper = Object.assign(stated, {
		title,
		abstract,
		published: date?.published ?? null,
		datePrecision: date?.datePrecision ?? null,
		organisation: stated.organisation ?? firstOrganisation(affiliations),
		affiliations,
		keywords: keywordsOf(values),
		authors,
		teamSize: teamSize ?? statedCount(pickCount(values, 'authorCount'), authors)
	});
	const dates = openDates(fields, values);
	return dates === undefined ? { paper } : { paper, dates };
}
