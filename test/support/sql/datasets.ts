import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeDataset } from '../../../src/cli/dataset/write.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import type { QueryHost } from '../../../src/lib/dataset/query-host.ts';
import { DatasetQueries } from '../../../src/lib/queries/dataset-queries.ts';
import { defaultOptions, type PipelineOptions } from '../../../src/lib/pipeline/options.ts';
import { readCorpus } from '../corpora.ts';
import { generatePapers } from '../generate-papers.ts';
import { paperSource } from '../paper-source.ts';

/** A dataset on disk and the papers that went in, in the order of their ids. */
export interface TestDataset {
	readonly name: string;
	readonly folder: string;
	readonly papers: readonly Paper[];
	readonly manifest: Manifest;
	remove(): Promise<void>;
}

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
	const manifest = await writeDataset(paperSource(papers), { pipeline, ...limits }, folder, {});
	return { name, folder, papers, manifest, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** The embedded corpus as the product builds it. */
export async function embeddedDataset(): Promise<TestDataset> {
	const { papers } = await readCorpus({
		'daily-papers.txt': await readFile('data/daily-papers.txt', 'utf8')
	});
	return build('the embedded corpus', papers, { ...light, themes: 'auto' }, {});
}

/** 5,000 generated papers in many parts, counted by day. */
export function generatedDataset(): Promise<TestDataset> {
	const papers = generatePapers(5000, 1);
	return build('5,000 generated papers', papers, { ...light, themes: 9 }, { partBytes: 400_000 });
}

/** Generated papers whose cube is so small that it counts by a coarser unit. */
export function coarseDataset(cubeCells: number): Promise<TestDataset> {
	const papers = generatePapers(600, 2);
	return build('a coarse cube', papers, { ...light, themes: 5 }, { cubeCells, partBytes: 50_000 });
}

/** Attaches a dataset's main file and gives what can be asked of it. */
export async function queriesOf(host: QueryHost, { manifest }: TestDataset): Promise<DatasetQueries> {
	const main = manifest.files.find(({ group }) => group === 'dataset');
	if (!main) throw new Error('the manifest names no main file');
	await host.attach(main);
	return new DatasetQueries(host, manifest);
}
