import { beforeAll, describe, expect, it } from 'vitest';

import { bare } from '../../../../src/lib/corpus/paper/record.ts';
import type { Manifest } from '../../../../src/lib/dataset/manifest.ts';
import type { AnyBatch } from '../../../../src/lib/dataset/rows.ts';
import { tables, type TableName } from '../../../../src/lib/dataset/schema.ts';
import type { DatasetSink } from '../../../../src/lib/dataset/sink.ts';
import { buildDataset } from '../../../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { rebuildIndex } from '../../../../src/lib/pipeline/write/rebuild-index.ts';
import { paperSource } from '../../../support/paper-source.ts';

const words = 'graph neural networks müller protein folding LLM robot grasping naïve forest soil leaf'.split(
	' '
);
const random = createRandom(5);
const sentence = () => Array.from({ length: 12 }, () => words[random.integer(words.length)]).join(' ');
const papers = Array.from({ length: 150 }, (_, index) =>
	bare(`${sentence()} ${index}`, `${sentence()}. ${sentence()}.`)
);

/** Rows of the search index, column by column. */
function gathered(): { sink: DatasetSink; rows: string[] } {
	const rows: string[] = [];
	const write = async (table: TableName, batch: unknown, part: number) => {
		if (tables[table].group !== 'search') return;
		const { length, columns } = batch as AnyBatch;
		for (let row = 0; row < length; row++)
			rows.push(JSON.stringify([table, part, ...Object.values(columns).map((values) => values[row])]));
	};
	return { sink: { write: write as DatasetSink['write'] }, rows };
}

const pipeline = {
	...defaultOptions,
	themes: 2,
	synonyms: ['large language model = LLM'],
	exclusions: ['forest'],
	stopWords: ['soil']
};

describe('a search index that is built anew', () => {
	const first = gathered();
	let manifest: Manifest;

	beforeAll(async () => {
		({ manifest } = await buildDataset(paperSource(papers), { pipeline, partBytes: 3000 }, first.sink));
	});

	it('has the rows that the build wrote, with its rules about words, and no others', async () => {
		const again = gathered();
		await rebuildIndex(papers, manifest, again.sink);
		expect(again.rows.length).toBeGreaterThan(3000);
		expect(manifest.files.filter(({ group }) => group === 'search').length).toBeGreaterThan(2);
		expect(again.rows.sort()).toEqual(first.rows.sort());
	});

	it('is refused when the papers or the rules are not those that the manifest tells of', async () => {
		const fewer = rebuildIndex(papers.slice(1), manifest, gathered().sink);
		await expect(fewer).rejects.toThrow(/not theirs/);
		// As many rows and words, in another order.
		const swapped = rebuildIndex([papers[1]!, papers[0]!, ...papers.slice(2)], manifest, gathered().sink);
		await expect(swapped).rejects.toThrow(/not theirs/);
		const parameters = { ...manifest.parameters, stopWords: [] };
		const other = rebuildIndex(papers, { ...manifest, parameters }, gathered().sink);
		await expect(other).rejects.toThrow(/not theirs/);
	});
});
