import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openDataset, type OpenDataset } from '../../src/cli/dataset/open.ts';
import { allPapers } from '../../src/lib/queries/sql/all-papers.ts';
import { fromParts, partsOf, tableIn } from '../../src/lib/queries/sql/tables.ts';
import { createRandom } from '../../src/lib/pipeline/random.ts';

const papersRead = 100;
const [words, typical] = [8, 5];

async function columnsOf(dataset: OpenDataset, sql: string): Promise<ArrayLike<unknown>[]> {
	return Object.values((await dataset.query(sql)).columns);
}

async function listByTheme(dataset: OpenDataset, sql: string): Promise<Map<number, string[]>> {
	const [themes = [], values = []] = await columnsOf(dataset, sql);
	const lists = new Map<number, string[]>();
	for (let i = 0; i < themes.length; i++) {
		const theme = Number(themes[i]);
		lists.set(theme, [...(lists.get(theme) ?? []), String(values[i])]);
	}
	return lists;
}

/** What a reader of papers and their themes needs to see of a dataset. */
async function readableDataset(folder: string) {
	const dataset = await openDataset(folder);
	const files = partsOf(dataset.manifest.files, 'texts');
	for (const file of files) await dataset.attach(file);
	const texts = fromParts(files, (part) => `SELECT * FROM ${tableIn('paper_texts', part)}`);
	const [themes = []] = await columnsOf(dataset, `SELECT theme_id FROM ${allPapers} ORDER BY paper_id`);
	const [titles = [], abstracts = []] = await columnsOf(
		dataset,
		`SELECT title, abstract FROM (${texts}) ORDER BY paper_id`
	);
	const terms = await listByTheme(
		dataset,
		`SELECT theme_id, term FROM ${tableIn('theme_terms')} WHERE rank <= ${words} ORDER BY theme_id, rank`
	);
	const papers = await listByTheme(
		dataset,
		`SELECT theme_id, paper_id FROM ${tableIn('theme_representatives')} WHERE rank <= ${typical} ORDER BY theme_id, rank`
	);
	dataset.close();
	const lineOf = (paper: number) => {
		const theme = Number(themes[paper]);
		const near = (papers.get(theme) ?? []).map((id) => String(titles[Number(id)]));
		return {
			words: terms.get(theme) ?? [],
			typical: near,
			title: String(titles[paper]),
			abstract: String(abstracts[paper])
		};
	};
	return { papers: titles.length, lineOf, themeOf: (paper: number) => Number(themes[paper]) };
}

/**
 * Draws papers of a corpus that two datasets hold, and writes each beside the words and the typical papers of its theme
 * in either of them, in an order that tells nothing: `reading-lines.jsonl`, to be judged, and `reading-key.json`, which
 * says whose assignment each line is.
 */
export async function writeReading(folders: readonly string[], seed: number, out: string): Promise<void> {
	const datasets: Awaited<ReturnType<typeof readableDataset>>[] = [];
	for (const folder of folders) datasets.push(await readableDataset(folder));
	const random = createRandom(seed);
	const drawn = random.sample(datasets[0]?.papers ?? 0, papersRead);
	const pairs = datasets.flatMap((_, dataset) => Array.from(drawn, (paper) => ({ dataset, paper })));
	const order = pairs.map((_, i) => i);
	random.shuffle(order);
	const shuffled = order.map((i) => pairs[i] as (typeof pairs)[number]);
	const lines = shuffled.map(({ dataset, paper }, line) =>
		JSON.stringify({ line: line + 1, ...datasets[dataset]?.lineOf(paper) })
	);
	const key = shuffled.map(({ dataset, paper }, line) => ({
		line: line + 1,
		dataset: folders[dataset],
		paper,
		theme: datasets[dataset]?.themeOf(paper)
	}));
	writeFileSync(join(out, 'reading-lines.jsonl'), `${lines.join('\n')}\n`);
	writeFileSync(join(out, 'reading-key.json'), `${JSON.stringify(key, null, '\t')}\n`);
}
