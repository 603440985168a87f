import { describe, expect, it } from 'vitest';

import { isInPage, rowsEntry } from '../../../src/lib/archive/entry-name.ts';
import { schemaVersion } from '../../../src/lib/dataset/schema.ts';
import { generator } from '../../../src/lib/dataset/version.ts';

const names = [
	'dataset.duckdb',
	'texts-0001.duckdb',
	'vectors-0000.duckdb',
	'search-0000.duckdb',
	'model/model.json',
	rowsEntry('paper_texts', 0, 1),
	rowsEntry('terms', 0, 2),
	rowsEntry('postings', 1, 3),
	'../elsewhere'
];

describe('what a page that is one file holds of a dataset', () => {
	it('is all but the model and the search index that it builds anew', () => {
		const made = { generator, schemaVersion };
		expect(names.filter((name) => isInPage(name, made))).toEqual([
			'dataset.duckdb',
			'texts-0001.duckdb',
			'vectors-0000.duckdb',
			rowsEntry('paper_texts', 0, 1)
		]);
	});

	it('is the index, too, where another version has built it', () => {
		const others = [
			{ generator: { ...generator, version: '0.0.1' }, schemaVersion },
			{ generator, schemaVersion: '1.5' }
		];
		for (const made of others) {
			expect(names.filter((name) => isInPage(name, made))).toEqual([
				...names.slice(0, 4),
				...names.slice(5, 8)
			]);
		}
	});
});
