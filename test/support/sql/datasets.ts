import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeDataset } from '../../../src/cli/dataset/write.ts';
import { attachMain } from '../../../src/lib/queries/sql/all-papers.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { Paper, Rejection } from '../../../src/lib/dataset/paper.ts';
import type { QueryHost } from '../../../src/lib/engine/query-host.ts';
import { DatasetQueries } from '../../../src/lib/queries/dataset-queries.ts';
import { defaultOptions, type PipelineOptions } from '../../../src/lib/pipeline/options.ts';
import { readCorpus } from '../corpora.ts';
import { turbineGroup, type PlantedPaper } from '../forms-of-terms.ts';
import { generatePapers } from '../generate-papers.ts';
import { paperSource } from '../paper-source.ts';
import { openNative } from './native-host.ts';

/** A dataset on disk and the papers that went in, in the order of their ids. */
export interface TestDataset {
	readonly name: string;
	readonly folder: string;
	readonly papers: readonly Paper[];
	readonly manifest: Manifest;
	remove(): Promise<void>;
}

/** Records that no paper came of, out of order. */
export const rejections: readonly Rejection[] = [
	{ file: 'b.jsonl', record: 7, reason: 'no text', excerpt: `{"title": "'"}` },
	{ file: 'a.jsonl', record: 12, reason: 'no text', excerpt: '' },
	{ file: 'a.jsonl', record: 3, reason: 'not JSON', excerpt: '<b>🧪' }
];

/** A light fit: these tests are about questions, not about themes. */
const light: PipelineOptions = {
	...defaultOptions,
	components: 10,
	oversampling: 4,
	powerIterations: 1,
	restarts: 1,
	stopWords: ['banned']
};

async function build(
	name: string,
	papers: readonly Paper[],
	pipeline: PipelineOptions,
	limits: { cubeCells?: number; partBytes?: number }
): Promise<TestDataset> {
	const parent = await mkdtemp(join(tmpdir(), 'corpuscope-sql-'));
	const folder = join(parent, 'dataset');
	const manifest = await writeDataset(paperSource(papers, rejections), { pipeline, ...limits }, folder, {});
	return { name, folder, papers, manifest, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** The embedded corpus as the product builds it. */
export async function embeddedDataset(): Promise<TestDataset> {
	const { papers } = await readCorpus({
		'daily-papers.txt': await readFile('data/daily-papers.txt', 'utf8')
	});
	return build('the embedded corpus', papers, { ...light, themes: 'auto' }, {});
}

/** 2,000 generated papers in many parts, counted by day. */
export function generatedDataset(): Promise<TestDataset> {
	const papers = generatePapers(2000, 1);
	return build('2,000 generated papers', papers, { ...light, themes: 9 }, { partBytes: 160_000 });
}

/**
 * 600 generated papers in many parts, in a cube that is just too small for a finer unit.
 * @param themes more than the nine planted ones leave papers between them
 */
export async function coarseDataset(
	unit: 'month' | 'quarter' | 'year',
	themes: PipelineOptions['themes'] = 'auto'
): Promise<TestDataset> {
	const papers = generatePapers(600, 2);
	const make = (cubeCells: number) =>
		build(`600 papers by ${unit}`, papers, { ...light, themes }, { cubeCells, partBytes: 30_000 });
	const fine = await make(100_000);
	const cells = await cellsBy(unit, fine.folder);
	await fine.remove();
	return make(cells);
}

/** Papers that write one term in several ways, some of which a phrase and its words stand beside. */
export async function synonymDataset(papers: readonly PlantedPaper[]): Promise<TestDataset> {
	const content = papers.map((paper) => JSON.stringify(paper)).join('\n');
	const { papers: read } = await readCorpus({ 'papers.jsonl': content });
	const rules = { synonyms: [turbineGroup, 'Claim of novelty = novelty'], exclusions: ['social media'] };
	return build('papers with synonyms', read, { ...light, themes: 6, ...rules }, { partBytes: 20_000 });
}

async function cellsBy(unit: string, folder: string): Promise<number> {
	const host = await openNative(folder);
	const period = `date_trunc('${unit}', period)`;
	const { columns } = await host.query(
		`SELECT CAST(count(*) AS INTEGER) AS n FROM ` +
			`(SELECT DISTINCT leaf_id, ${period}, date_precision, team_size FROM dataset.cube)`
	);
	await host.close();
	return columns.n?.[0] as number;
}

/** Attaches a dataset's main files and gives what can be asked of it, there or of the server that the host stands for. */
export async function queriesOf(
	host: QueryHost & { queries?: DatasetQueries },
	{ manifest }: TestDataset
): Promise<DatasetQueries> {
	if (host.queries) return host.queries;
	await attachMain(host, manifest);
	return new DatasetQueries(host, manifest);
}
