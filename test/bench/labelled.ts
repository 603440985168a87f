import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import type { PaperText } from '../../src/lib/pipeline/model.ts';

export interface LabelledCorpus {
	name: string;
	papers: PaperText[];
	/** True label of each paper, 0 to labels - 1. */
	truth: number[];
	labels: number;
}

/** Reads every record of a JSONL file that states a `label`, through the corpus reader. */
export async function readLabelled(file: string): Promise<LabelledCorpus> {
	const bytes = readFileSync(file);
	const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	const stated = text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => String((JSON.parse(line) as { label: unknown }).label));
	const ids = new Map<string, number>();
	const truth = stated.map((label) => {
		if (!ids.has(label)) ids.set(label, ids.size);
		return ids.get(label) as number;
	});
	const papers: PaperText[] = [];
	const corpus = openCorpus([memorySource(basename(file), bytes)], { keepDuplicates: true });
	for await (const batch of corpus.papers()) {
		for (const { title, abstract } of batch) papers.push({ title, abstract });
	}
	if (papers.length !== truth.length) throw new Error(`${file}: some records are no papers`);
	return { name: basename(file), papers, truth, labels: ids.size };
}
