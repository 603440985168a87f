import type { Manifest } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import type { SelectedPapers } from '../papers/export-rows.ts';
import { readingListsQuery, statedQuery } from './reading-sql.ts';
import {
	measures,
	readingKinds,
	type ReadingBasis,
	type ReadingKind,
	type ReadingLists,
	type ReadingPaper
} from './reading-types.ts';

const noBasis: ReadingBasis = { papers: 0, measure: null, stated: 0, dated: 0, until: null };

async function basisOf(host: QueryHost, selected: SelectedPapers, signal?: AbortSignal) {
	const [counted] = await run(host, statedQuery(selected), signal);
	if (!counted) return noBasis;
	const { papers, dated, until } = counted;
	const measure = measures.find((name) => 2 * counted[name] >= papers && counted[`most_${name}`] > 0) ?? null;
	return { papers, dated, until, measure, stated: measure ? counted[measure] : 0 };
}

/** The first `count` papers of each list of the selected papers; a paper may be on several. */
export async function readReadingLists(
	host: QueryHost,
	{ tree }: Pick<Manifest, 'tree'>,
	selected: SelectedPapers,
	count: number,
	signal?: AbortSignal
): Promise<ReadingLists> {
	const basis: ReadingBasis = await basisOf(host, selected, signal);
	const rows =
		basis.papers === 0 ? [] : await run(host, readingListsQuery(selected, basis, tree, count), signal);
	const lists = Object.fromEntries(
		readingKinds.map((kind): [ReadingKind, ReadingPaper[]] => [kind, []])
	) as Record<ReadingKind, ReadingPaper[]>;
	for (const { list, ...paper } of rows) lists[list].push(paper);
	return { basis, lists };
}

/** Of ten papers, how many each list gives. */
const shares: Readonly<Record<ReadingKind, number>> = {
	start: 3,
	classics: 2,
	newest: 2,
	bridges: 2,
	outliers: 1
};

/**
 * A plan of so many papers, no paper twice: each list in turn gives its share of those that are not yet taken, and the
 * first gives what the others lack.
 * @param total a multiple of ten; the lists hold at least as many papers each, as far as there are any
 */
export function readingPlan({ lists }: ReadingLists, total: number): ReadingLists['lists'] {
	const taken = new Set<number>();
	const take = (kind: ReadingKind, count: number) => {
		const papers = lists[kind].filter(({ paperId }) => !taken.has(paperId)).slice(0, count);
		for (const { paperId } of papers) taken.add(paperId);
		return papers;
	};
	const plan = readingKinds.map((kind) => [kind, take(kind, (shares[kind] * total) / 10)] as const);
	const more = take('start', total - taken.size);
	return Object.fromEntries(
		plan.map(([kind, papers]) => [kind, kind === 'start' ? [...papers, ...more] : papers])
	) as unknown as ReadingLists['lists'];
}
