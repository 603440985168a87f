import type { Manifest } from '../dataset/manifest.ts';
import { storedSums, type Overview } from '../dataset/overview.ts';
import { number, type Statement } from '../engine/statement.ts';
import { run, type QueryHost } from '../engine/query-host.ts';
import type { DatasetQueries } from './dataset-queries.ts';
import { noFilters } from './filters/filters.ts';
import { allPapers } from './sql/all-papers.ts';
import { select } from './sql/statement.ts';

type Totals = Pick<Manifest['counts'], 'papers' | 'dated' | 'withTeamSize' | 'withAbstract'>;

const integer = (sql: string) => `CAST(${sql} AS INTEGER)`;

const totalsQuery = (): Statement<Totals> =>
	select(
		{ papers: number, dated: number, withTeamSize: number, withAbstract: number },
		{
			papers: integer('count(*)'),
			dated: integer('count(published)'),
			withTeamSize: integer('count(team_size)'),
			withAbstract: integer('count(*) FILTER (has_abstract)')
		},
		`FROM ${allPapers}`
	);

/** Papers by a column that says where in the theme tree they are. */
const sizesQuery = (column: 'theme_id' | 'leaf_id'): Statement<{ id: number; papers: number }> =>
	select(
		{ id: number, papers: number },
		{ id: column, papers: integer('count(*)') },
		`FROM ${allPapers} GROUP BY ${column}`
	);

async function sizesBy(host: QueryHost, column: 'theme_id' | 'leaf_id', signal?: AbortSignal) {
	const rows = await run(host, sizesQuery(column), signal);
	return new Map(rows.map(({ id, papers }) => [id, papers]));
}

const sorted = (rows: readonly object[]) =>
	rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** The stored sums that the cube does not give. */
function overviewProblems(stated: Overview, counted: Overview): string[] {
	return (Object.keys(storedSums) as (keyof typeof storedSums)[])
		.filter((name) => sorted(stated[name]).join() !== sorted(counted[name]).join())
		.map((name) => `the manifest's overview.${name} is not what the rows add up to`);
}

/** What a manifest counts otherwise than its rows do, in words; nothing when all is as it says. */
export async function countProblems(
	host: QueryHost,
	queries: DatasetQueries,
	{ counts, themes, tree, overview }: Manifest,
	signal?: AbortSignal
): Promise<string[]> {
	const [totals] = (await run(host, totalsQuery(), signal)) as [Totals];
	const [ofThemes, ofLeaves] = [
		await sizesBy(host, 'theme_id', signal),
		await sizesBy(host, 'leaf_id', signal)
	];
	const counted = await queries.overview(noFilters, overview.unit, signal);
	const odd = themes.find(({ themeId, papers }) => (ofThemes.get(themeId) ?? 0) !== papers);
	const oddLeaf = tree
		.slice(0, counts.leaves)
		.find(({ themeId, papers }) => (ofLeaves.get(themeId) ?? 0) !== papers);
	return [
		...(Object.keys(totals) as (keyof Totals)[])
			.filter((name) => totals[name] !== counts[name])
			.map((name) => `the manifest's counts.${name} is ${counts[name]}, its rows are ${totals[name]}`),
		...(odd ? [`the manifest gives theme ${odd.themeId} other papers than its rows`] : []),
		...(oddLeaf ? [`the manifest gives leaf ${oddLeaf.themeId} other papers than its rows`] : []),
		...overviewProblems(overview, counted)
	];
}
