import { distinctions, type Distinction } from '../../dataset/manifest.ts';
import type { AssignedChunk } from './assign-chunk.ts';

/** The one text of what all papers so far state of a distinction, `null` once two differ; missing before the first. */
export type OneText = Partial<Record<Distinction, string | null>>;

const asText = (values: readonly (string | null)[]) =>
	JSON.stringify([...new Set(values.filter((value) => value !== null))].sort());

function agree(all: OneText, distinction: Distinction, text: string | null): void {
	const before = all[distinction];
	all[distinction] = before === undefined || before === text ? text : null;
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
	const stated: Record<Distinction, (row: number) => (string | null)[]> = {
		date: (row) => {
			const day = columns.published[row] ?? null;
			return [day === null ? null : `${day} ${columns.date_precision[row]}`];
		},
		team: (row) => [columns.team_size[row]?.toString() ?? null],
		organisation: withOwn(columns.organisation, inList(organisation, places.counts)),
		venue: (row) => [columns.venue[row] ?? null],
		author: inList(authors.batch.columns.name, authors.counts),
		keyword: inList(keywords.batch.columns.keyword, keywords.counts),
		country: inList(country, places.counts)
	};
	for (const distinction of distinctions)
		for (let row = 0; row < papers.length && all[distinction] !== null; row++)
			agree(all, distinction, asText(stated[distinction](row)));
}

const withOwn =
	(own: ArrayLike<string | null>, others: (row: number) => (string | null)[]) => (row: number) => [
		own[row] ?? null,
		...others(row)
	];

/** Adds what was found of other papers. */
export function addOthers(all: OneText, others: OneText): void {
	for (const [distinction, text] of Object.entries(others)) agree(all, distinction as Distinction, text);
}

/** What all papers state alike, or none states: nothing can be told apart by it. */
export const alikeKinds = (all: OneText): Distinction[] =>
	distinctions.filter((distinction) => typeof all[distinction] === 'string');
