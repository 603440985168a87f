import { parseIsoDate, type PeriodUnit } from '../base/date.ts';
import { formatJoins, parseJoins, type Joins } from '../dataset/joined-names.ts';
import type { Overview } from '../dataset/overview.ts';
import { unitsOf } from '../queries/cells/cell-places.ts';
import { noFilters } from '../queries/filters/filters.ts';
import {
	paperColumns,
	shownColumns,
	type PaperOrder,
	type ShownColumn
} from '../queries/papers/paper-order.ts';
import { readingKinds, type ReadingKind } from '../queries/reading/reading-types.ts';
import { formatSide, noSides, parseSide, type Sides } from './side-syntax.ts';
import { readTerms } from './terms.ts';

export type TrendUnit = Overview['unit'];

/** What papers on the map may be coloured by, and what their size may say. */
export const mapColours = [
	'theme',
	'date',
	'team',
	'citations',
	'upvotes',
	'organisation',
	'search'
] as const;
export const mapSizes = ['citations', 'upvotes'] as const;
export type MapColour = (typeof mapColours)[number];
export type MapSize = (typeof mapSizes)[number];

/** The time that the map shows: until the end of the period that holds a day, and so many periods or all. */
export interface ShownTime {
	/** `YYYY-MM-DD`. */
	readonly until: string;
	readonly periods: number | 'all';
}

/** Orders of the rows of themes: by papers, from rise to fall, from fall to rise, by the latest share. */
export const rankings = ['size', 'rise', 'fall', 'latest'] as const;
export type Ranking = (typeof rankings)[number];

/** How the visitor looks at the papers that the filters leave. */
export interface Settings {
	/** Periods of the charts; `null` means the dataset's own choice. */
	unit: TrendUnit | null;
	measure: 'share' | 'count';
	/** How trends are drawn; `null` leaves it to the number of periods. */
	form: 'lines' | 'smooth' | 'stacked' | null;
	/** Periods on the axis of trends: those that statements are about, or all. */
	periods: 'window' | 'all';
	/** Whether fitted lines are drawn over trends. */
	fitted: boolean;
	/** The order of the rows of themes. */
	ranking: Ranking;
	/** Whether all themes also stand in one chart. */
	together: boolean;
	/** `null` means the best match first while searching, else the newest. */
	order: PaperOrder | null;
	/** What the list of papers shows, with the title, in its order; `null` leaves it to the dataset and the room there is. */
	columns: readonly ShownColumn[] | null;
	/** The list of what is worth reading that stands in the place of all papers. */
	list: ReadingKind | null;
	/** The paper whose panel is open. */
	paper: number | null;
	/** Words and phrases whose trends are shown. */
	terms: readonly string[];
	/** What is compared. */
	sides: Sides;
	/** What the colour of a paper on the map says. */
	colour: MapColour;
	/** What its size says; `null` for nothing. */
	size: MapSize | null;
	/** `null` for all dates. */
	time: ShownTime | null;
	/** Names of filters that count as one. */
	joined: Joins;
	/** Id of the one chart that is shown, in the frame of another page; the page knows which there are. */
	embed: string | null;
}

export const defaultSettings: Settings = {
	unit: null,
	measure: 'share',
	form: null,
	periods: 'window',
	fitted: false,
	ranking: 'size',
	together: false,
	order: null,
	columns: null,
	list: null,
	paper: null,
	terms: [],
	sides: noSides,
	colour: 'theme',
	size: null,
	time: null,
	joined: [],
	embed: null
};

/** The same without an open paper. */
export const withoutPaper = (settings: Settings): Settings =>
	settings.paper === null ? settings : { ...settings, paper: null };

type Written = readonly (readonly [string, string])[];

/** Settings that differ from the defaults, as name and value. */
export function formatSettings(settings: Settings): Written {
	const { unit, measure, form, periods, fitted, ranking, together } = settings;
	const { order, columns, list, paper, terms, sides, joined, colour, size, time, embed } = settings;
	const [a, b] = [formatSide(sides.a), formatSide(sides.b)];
	const all: (readonly [string, string] | null)[] = [
		unit === null ? null : ['unit', unit],
		measure === 'share' ? null : ['measure', measure],
		form === null ? null : ['form', form],
		periods === 'window' ? null : ['periods', periods],
		fitted ? ['fitted', 'yes'] : null,
		ranking === 'size' ? null : ['rank', ranking],
		together ? ['together', 'yes'] : null,
		order === null ? null : ['sort', `${order.descending ? '-' : ''}${order.column}`],
		columns === null ? null : ['columns', columns.join(',')],
		list === null ? null : ['list', list],
		paper === null ? null : ['paper', String(paper)],
		terms.length === 0 ? null : ['terms', terms.join(',')],
		a === '' ? null : ['a', a],
		b === '' ? null : ['b', b],
		colour === 'theme' ? null : ['colour', colour],
		size === null ? null : ['size', size],
		time === null ? null : ['time', `${time.until},${time.periods}`],
		joined.length === 0 ? null : ['joined', formatJoins(joined)],
		embed === null ? null : ['embed', embed]
	];
	return all.filter((pair) => pair !== null);
}

const choice = <const V extends string>(text: string | null, ...allowed: readonly V[]): V | null =>
	allowed.find((value) => value === text) ?? null;

function parseOrder(text: string | null): PaperOrder | null {
	const column = choice(text?.replace(/^-/, '') ?? null, ...paperColumns);
	return column === null ? null : { column, descending: text?.startsWith('-') ?? false };
}

function parseColumns(text: string | null): readonly ShownColumn[] | null {
	const named = text?.split(',') ?? [];
	const isKnown = named.length > 0 && named.every((name) => choice(name, ...shownColumns) !== null);
	return isKnown ? shownColumns.filter((column) => column === 'title' || named.includes(column)) : null;
}

function parseTime(text: string | null): ShownTime | null {
	const [, until = '', periods = ''] = /^(\d{4}-\d{2}-\d{2}),(all|[1-9]\d?)$/.exec(text ?? '') ?? [];
	if (parseIsoDate(until) === null) return null;
	return { until, periods: periods === 'all' ? periods : Number(periods) };
}

function parsePaper(text: string | null, papers: number): number | null {
	if (text === null || !/^\d{1,10}$/.test(text)) return null;
	return Number(text) < papers ? Number(text) : null;
}

/**
 * Reads what `formatSettings` writes. What it does not understand takes the default and is named.
 * @param known papers in the dataset (paper ids are below it) and the unit of its dates, and its themes
 */
export function parseSettings(
	read: (name: string) => string | null,
	known: { papers: number; granularity: PeriodUnit; themes: readonly number[] }
): { settings: Settings; problems: string[] } {
	const problems: string[] = [];
	const take = <V>(name: string, parse: (text: string | null) => V | null): V | null => {
		const text = read(name);
		const value = parse(text);
		if (text !== null && value === null) problems.push(`${name}=${text}`);
		return value;
	};
	const settings: Settings = {
		unit: take('unit', (text) => choice(text, ...unitsOf(known.granularity))),
		measure: take('measure', (text) => choice(text, 'share', 'count')) ?? defaultSettings.measure,
		form: take('form', (text) => choice(text, 'lines', 'smooth', 'stacked')),
		periods: take('periods', (text) => choice(text, 'window', 'all')) ?? defaultSettings.periods,
		fitted: take('fitted', (text) => choice(text, 'yes')) === 'yes',
		ranking: take('rank', (text) => choice(text, ...rankings)) ?? defaultSettings.ranking,
		together: take('together', (text) => choice(text, 'yes')) === 'yes',
		order: take('sort', parseOrder),
		columns: take('columns', parseColumns),
		list: take('list', (text) => choice(text, ...readingKinds)),
		paper: take('paper', (text) => parsePaper(text, known.papers)),
		terms: readTerms(read('terms') ?? ''),
		sides: {
			a: take('a', (text) => parseSide(text ?? '', known)) ?? noFilters,
			b: take('b', (text) => parseSide(text ?? '', known)) ?? noFilters
		},
		colour: take('colour', (text) => choice(text, ...mapColours)) ?? defaultSettings.colour,
		size: take('size', (text) => choice(text, ...mapSizes)),
		time: take('time', parseTime),
		joined: take('joined', (text) => (text === null ? null : parseJoins(text))) ?? defaultSettings.joined,
		embed: take('embed', (text) => (text !== null && /^[a-z-]{1,40}$/.test(text) ? text : null))
	};
	return { settings, problems };
}
