import { nameDimensions, type NameDimension } from '../../dataset/manifest.ts';
import type { AssignedChunk } from './assign-chunk.ts';

/** The one text that all papers so far state of a kind of names, `null` once two differ; missing before the first. */
export type OneText = Partial<Record<NameDimension, string | null>>;

/** Separates names in a text; no name has it. */
const mark = '\u0000';

const asText = (names: readonly (string | null)[]) =>
	[...new Set(names.filter((name) => name !== null))].sort().join(mark);

function agree(all: OneText, dimension: NameDimension, text: string | null): void {
	const before = all[dimension];
	all[dimension] = before === undefined || before === text ? text : null;
}

/** Adds the papers of a chunk. Where two have differed, nothing is looked at any more. */
export function addAlike(all: OneText, { papers, lists }: AssignedChunk): void {
	const { columns } = papers;
	const { paper_authors: authors, paper_keywords: keywords, paper_affiliations: places } = lists;
	const { organisation, country } = places.batch.columns;
	const inList = (values: ArrayLike<string | null>, counts: Int32Array) => {
		let next = 0;
		return (row: number) => Array.from({ length: counts[row]! }, () => values[next++] ?? null);
	};
	const stated: Record<NameDimension, (row: number) => (string | null)[]> = {
		organisation: withOwn(columns.organisation, inList(organisation, places.counts)),
		venue: (row) => [columns.venue[row] ?? null],
		author: inList(authors.batch.columns.name, authors.counts),
		keyword: inList(keywords.batch.columns.keyword, keywords.counts),
		country: inList(country, places.counts)
	};
	for (const dimension of nameDimensions)
		for (let row = 0; row < papers.length && all[dimension] !== null; row++)
			agree(all, dimension, asText(stated[dimension](row)));
}

const withOwn =
	(own: ArrayLike<string | null>, others: (row: number) => (string | null)[]) => (row: number) => [
		own[row] ?? null,
		...others(row)
	];

/** Adds what was found of other papers. */
export function addOthers(all: OneText, others: OneText): void {
	for (const [dimension, text] of Object.entries(others)) agree(all, dimension as NameDimension, text);
}

/** Kinds of names of which all papers state the same, or all none: nothing can be told apart by them. */
export const alikeKinds = (all: OneText): NameDimension[] =>
	nameDimensions.filter((dimension) => typeof all[dimension] === 'string');
