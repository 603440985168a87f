import { readFile } from 'node:fs/promises';

import type { BuildOptions } from '../../../src/lib/pipeline/build.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { Paper, Rejection } from '../../../src/lib/dataset/paper.ts';
import { defaultOptions, type PipelineOptions } from '../../../src/lib/pipeline/options.ts';
import { readCorpus } from '../corpora.ts';
import { turbineGroup, type PlantedPaper } from '../forms-of-terms.ts';
import { generatePapers } from '../generate-papers.ts';
import { builtOnce } from '../built-once.ts';
import { openNative } from './native-host.ts';

/** A dataset on disk and the papers that went in, in the order of their ids. */
export interface TestDataset {
	readonly name: string;
	readonly folder: string;
	readonly papers: readonly Paper[];
	readonly manifest: Manifest;
}

/** Records that no paper came of, out of order. */
export const rejections: readonly Rejection[] = [
	{ file: 'b.jsonl', record: 7, reason: 'no text', excerpt: `{"title": "'"}` },
	{ file: 'a.jsonl', record: 12, reason: 'no text', excerpt: '' },
	{ file: 'a.jsonl', record: 3, reason: 'not JSON', excerpt: '<b>🧪' }
];

/** Words that the corpus is told to pass over. */
export const stopWords = ['banned'];

/** A light fit: these tests are about questions, not about themes. */
const light: PipelineOptions = {
	...defaultOptions,
	components: 10,
	oversampling: 4,
	powerIterations: 1,
	restarts: 1,
	stopWords
};

async function build(
	name: string,
	papers: readonly Paper[],
	options: BuildOptions & { pipeline: PipelineOptions }
): Promise<TestDataset> {
	return { name, papers, ...(await builtOnce(papers, options, rejections)) };
}

/** The embedded corpus as the product builds it. */
export async function embeddedDataset(): Promise<TestDataset> {
	const { papers } = await readCorpus({
		'daily-papers.txt': await readFile('data/daily-papers.txt', 'utf8')
	});
	return build('the embedded corpus', papers, { pipeline: { ...light, themes: 'auto' } });
}

/** 2,000 generated papers in many parts, counted by day. */
export function generatedDataset(): Promise<TestDataset> {
	const papers = generatePapers(2000, 1);
	return build('2,000 generated papers', papers, { pipeline: { ...light, themes: 9 }, partBytes: 160_000 });
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
		build(`600 papers by ${unit}`, papers, {
			pipeline: { ...light, themes },
			...{ cubeCells, partBytes: 30_000 }
		});
	return make(await cellsBy(unit, (await make(100_000)).folder));
}

/** Letters as other languages write them, in some of the papers and of their authors. */
const accents = new Map([...'aeiouls'].map((letter, at) => [letter, 'áéïöülß'[at]!.replace('l', 'ł')]));
const accented = (text: string, nth: number) =>
	text.replace(/[aeiouls]/g, (letter, at: number) => (at % 7 === nth ? accents.get(letter)! : letter));

/** 400 generated papers, some of whose words and names are written with accents and some without. */
export function accentedDataset(): Promise<TestDataset> {
	const papers = generatePapers(400, 5).map((paper, index) =>
		index % 3 === 0
			? paper
			: {
					...paper,
					title: accented(paper.title, index % 7),
					abstract: accented(paper.abstract, index % 5),
					authors: paper.authors.map((name) => accented(name, index % 4))
				}
	);
	return build('400 papers with accents', papers, {
		pipeline: { ...light, themes: 5 },
		partBytes: 120_000
	});
}

/** A dataset of some papers, in one part. */
export const builtFrom = (papers: readonly Paper[], themes: number): Promise<TestDataset> =>
	build('some papers', papers, { pipeline: { ...light, themes } });

/** Papers that write one term in several ways, some of which a phrase and its words stand beside. */
export async function synonymDataset(papers: readonly PlantedPaper[]): Promise<TestDataset> {
	const content = papers.map((paper) => JSON.stringify(paper)).join('\n');
	const { papers: read } = await readCorpus({ 'papers.jsonl': content });
	const rules = { synonyms: [turbineGroup, 'Claim of novelty = novelty'], exclusions: ['social media'] };
	return build('papers with synonyms', read, {
		pipeline: { ...light, themes: 6, ...rules },
		partBytes: 20_000
	});
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
