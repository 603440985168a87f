import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import { holdPhrases } from './phrases.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { partsOf, tableIn } from '../sql/tables.ts';
import type { WordKeys } from './word-keys.ts';

/** Candidates whose texts are read at a time: some tens of milliseconds of the page’s thread. */
const chunk = 500;

function candidatesQuery(candidates: string, { first, last }: DatasetFile): Statement<{ paperId: number }> {
	return select(
		{ paperId: number },
		{ paperId: 'paper_id' },
		`FROM ${candidates} WHERE paper_id BETWEEN ${quoteInteger(Number(first))} AND ${quoteInteger(Number(last))} ` +
			`ORDER BY paper_id`
	);
}

interface Text {
	paperId: number;
	title: string;
	abstract: string;
}

function textsQuery(candidates: string, part: number, first: number, last: number): Statement<Text> {
	return select(
		{ paperId: number, title: text, abstract: text },
		{ paperId: 'paper_id', title: 'title', abstract: 'abstract' },
		`FROM ${tableIn('paper_texts', part)} WHERE paper_id BETWEEN ${quoteInteger(first)} AND ${quoteInteger(last)} ` +
			`AND paper_id IN (SELECT paper_id FROM ${candidates}) ORDER BY paper_id`
	);
}

/**
 * The candidates whose title or abstract holds every phrase, ascending. Reads the texts of candidates only, and
 * only the files that hold some.
 * @param candidates table of the ids of papers that hold all words of the phrases
 * @param phrases keys of words that must follow each other
 * @param keys finds the words of texts; it remembers them, so that the next phrase costs less
 */
export async function papersWithPhrases(
	host: QueryHost,
	files: readonly DatasetFile[],
	candidates: string,
	phrases: readonly (readonly string[])[],
	keys: WordKeys
): Promise<number[]> {
	const found: number[] = [];
	for (const file of partsOf(files, 'texts')) {
		const ids = (await run(host, candidatesQuery(candidates, file))).map(({ paperId }) => paperId);
		if (ids.length > 0) await host.attach(file);
		for (let start = 0; start < ids.length; start += chunk) {
			const [first, last] = [ids[start], ids[Math.min(start + chunk, ids.length) - 1]] as [number, number];
			for (const paper of await run(host, textsQuery(candidates, file.part, first, last))) {
				if (holdPhrases(keys, [paper.title, paper.abstract], phrases)) found.push(paper.paperId);
			}
		}
	}
	return found;
}
