import type { DatasetQueries } from '../queries/dataset-queries.ts';
import { paperMeasures } from '../queries/map/paper-columns.ts';
import {
	dimension,
	exportSelection,
	filters,
	listOf,
	oneOf,
	order,
	paperId,
	paperIds,
	text,
	themeId,
	unit,
	whole,
	type Argument
} from './arguments.ts';

/** The arguments of a question, without its signal. */
type Given<F> = F extends (...given: infer All) => unknown
	? Required<All> extends [...infer Own, AbortSignal]
		? Own
		: never
	: never;

type Each<Values extends readonly unknown[]> = { readonly [Place in keyof Values]: Argument<Values[Place]> };
type Arguments<F> = Each<Given<F>>;

/** Questions whose answer comes whole, and those whose answer comes in batches. */
export type Question = Exclude<keyof DatasetQueries, 'arranged' | 'manifest' | 'exportRows'>;
export type Streamed = 'exportRows';

/** Rows of an answer: more than any list on screen holds. */
const rows = whole(10_000);
const place = whole(2_147_483_647);
const term = text(2_000);

/** What may be asked of a server, and with what. A question of the queries that is not here does not compile. */
export const questions: { readonly [Name in Question]: Arguments<DatasetQueries[Name]> } = {
	overview: [filters, unit],
	trendRows: [filters],
	sideCounts: [filters, unit],
	compareTerms: [filters, filters],
	readableStems: [listOf(term, 10_000)],
	stemsOf: [listOf(term, 10_000)],
	theme: [themeId],
	typicalTitles: [],
	neighbours: [themeId],
	themePairs: [filters, rows],
	curve: [],
	rejections: [place, rows],
	papers: [filters, order, place, rows],
	count: [filters],
	positions: [],
	passing: [filters],
	measure: [oneOf(...paperMeasures)],
	stated: [],
	dates: [],
	topNames: [dimension, whole(250)],
	splitTerms: [filters],
	typical: [filters, rows],
	paper: [paperId],
	papersById: [paperIds],
	names: [dimension, paperIds],
	nearest: [paperId, rows],
	suggest: [dimension, term, rows],
	contributors: [filters, dimension, oneOf('papers', 'citations'), rows],
	readingLists: [filters, rows]
};

export const streamed: { readonly [Name in Streamed]: Arguments<DatasetQueries[Name]> } = {
	exportRows: [exportSelection]
};
