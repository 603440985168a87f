import { describe, expect, it } from 'vitest';

import { accountLines } from '../../../src/cli/terminal/summary.ts';
import { readingUsage } from '../../../src/cli/input/reading-options.ts';
import { formatLabel, formats, unknownFormat } from '../../../src/lib/corpus/formats/registry.ts';

describe('the registry of formats', () => {
	it('has formats that differ in id and name', () => {
		expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
		expect(new Set(formats.map(({ label }) => label)).size).toBe(formats.length);
	});

	it('has words that fit into lists and tables, and endings that fit into patterns', () => {
		for (const { id, label, extensions, source } of formats) {
			expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
			expect(label).toMatch(/^[^,;|]{3,40}$/);
			expect(source).not.toBe('');
			expect(extensions.length).toBeGreaterThan(0);
			for (const extension of extensions) expect(extension).toMatch(/^[a-z]+$/);
		}
	});

	it('is what the help of the command line lists', () => {
		const help = readingUsage.replaceAll(/\s+/g, ' ');
		expect(help).toContain('ris, web-of-science (Web of Science text), medline,');
		for (const { id } of formats) expect(help).toMatch(new RegExp(` ${id}[, ]`));
	});

	it('names the formats of a dataset, those of later versions by their id', () => {
		expect(formatLabel('pubmed-xml')).toBe('PubMed XML');
		expect(formatLabel(unknownFormat)).toBe('not recognised');
		expect(formatLabel('of-tomorrow')).toBe('of-tomorrow');
		const input = { file: 'a.txt', bytes: 1, sha256: '', records: 1, papers: 1, duplicates: 0, rejected: 0 };
		const account = { title: null, listed: null, inputs: [{ ...input, format: 'refer' }], rejections: [] };
		expect(accountLines(account)[0]).toMatch(/^a\.txt: 1 record \(EndNote text\), 1 paper/);
	});
});
