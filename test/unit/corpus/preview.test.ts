import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { memorySource, type ByteSource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus, type CorpusOptions } from '../../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../../src/lib/corpus/pass/parameters.ts';
import { previewFile } from '../../../src/lib/corpus/pass/preview.ts';

const preview = (name: string, content: string | Uint8Array, options: CorpusOptions = {}) =>
	previewFile(memorySource(name, content), options, 1_000_000);

/** A table with headings that no program uses. */
const table = [
	'Lfd;Kopf;Inhalt;Wer;Wann',
	'1;Wale singen;"Die Lieder der Wale; ihre Strophen.";Ada Lov; 2021',
	'2;Vögel ziehen;Der Zug der Vögel im Herbst.;Alan Tur;2022',
	'3;;;Grace Hop;2023'
].join('\n');
const columns = { Kopf: 'title', Inhalt: 'abstract', Wer: 'authors', Wann: 'year' };

async function read(content: string, options: CorpusOptions) {
	const corpus = openCorpus([memorySource('notes.txt', content)], options);
	const papers = [];
	for await (const batch of corpus.papers()) papers.push(...batch);
	return { papers, account: corpus.account() };
}

describe('a preview', () => {
	it('says what a file is and what its records become', async () => {
		const lines = ['{"title": "One", "abstract": "First."}', 'broken', '{"title": "Two"}', '{"year": 2020}'];
		const { parts, ...rest } = await preview('whatever.dat', lines.join('\n'));
		expect(rest).toEqual({ complete: true, problem: null, table: null });
		expect(parts).toHaveLength(1);
		expect(parts[0]).toMatchObject({ file: 'whatever.dat', format: 'jsonl', records: 4, papers: 2 });
		expect(parts[0]?.sample.map(({ title }) => title)).toEqual(['One', 'Two']);
		expect(parts[0]?.reasons).toEqual([
			{ reason: 'not valid JSON', records: 1 },
			{ reason: 'no title and no abstract', records: 1 }
		]);
	});

	it('looks at the first 500 records of a long file only', async () => {
		const lines = Array.from({ length: 3000 }, (_, index) => JSON.stringify({ title: `Paper ${index}` }));
		const { parts, complete } = await preview('long.jsonl', lines.join('\n'));
		expect(complete).toBe(false);
		expect(parts[0]).toMatchObject({ records: 500, papers: 500 });
		expect(parts[0]?.sample).toHaveLength(5);
	});

	it('lists the files of an archive, also those that are no papers', async () => {
		const archive = zipSync({
			'a.ris': strToU8('TY  - JOUR\nTI  - One\nER  - \n'),
			'photo.bin': new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7])
		});
		const { parts, complete } = await preview('both.zip', archive);
		expect(complete).toBe(true);
		expect(parts.map(({ file, format, papers }) => [file, format, papers])).toEqual([
			['both.zip/a.ris', 'ris', 1],
			['both.zip/photo.bin', 'unknown', 0]
		]);
		expect(parts[1]?.reasons[0]?.reason).toMatch(/^not text/);
	});

	it('says in words why a file cannot be read', async () => {
		expect((await preview('paper.pdf', '%PDF-1.7 ...')).problem).toMatch(/^a PDF/);
		expect((await preview('nothing.csv', '')).problem).toMatch(/^empty/);
		expect((await preview('cut.gz', gzipSync(strToU8(table)).slice(0, -9))).problem).toMatch(/gzip/);
	});

	it('refuses a file that is too large without reading it', async () => {
		let pieces = 0;
		const source: ByteSource = {
			name: 'huge.jsonl',
			size: 2_000_000_001,
			read: async () => {
				pieces++;
				return new Uint8Array(1);
			},
			stream: async function* () {
				pieces++;
				yield new Uint8Array(1);
			}
		};
		const { problem } = await previewFile(source, {}, 1_000_000_000);
		expect(problem).toMatch(/larger than 1000 MB/);
		expect(pieces).toBe(0);
	});
});

describe('a table whose columns are not known', () => {
	it('is shown with its columns and first rows', async () => {
		const found = await preview('notes.txt', table);
		expect(found.problem).toMatch(/No column of titles or abstracts/);
		expect(found.table?.columns).toEqual(['Lfd', 'Kopf', 'Inhalt', 'Wer', 'Wann']);
		expect(found.table?.rows[0]).toEqual([
			'1',
			'Wale singen',
			'Die Lieder der Wale; ihre Strophen.',
			'Ada Lov',
			' 2021'
		]);
	});

	it('comes with a guess at what they hold', async () => {
		const abstract = 'The songs of whales are long and the seas are wide. '.repeat(6);
		const rows = [1, 2, 3].map((n) => `Whale number ${n} sings\t${abstract}\t202${n}\t10.1234/w.${n}\tx`);
		const found = await preview('w.tsv', ['Kopf\tInhalt\tJahr?\tKennung\tNotiz', ...rows].join('\n'));
		expect(found.table?.guess).toEqual({
			Kopf: 'title',
			Inhalt: 'abstract',
			'Jahr?': 'date',
			Kennung: 'doi'
		});
	});

	it('is read as soon as somebody says what they hold', async () => {
		const found = await preview('notes.txt', table, { columns });
		expect(found).toMatchObject({ complete: true, problem: null, table: null });
		const { papers, account } = await read(table, { columns });
		expect(papers.map(({ title, teamSize, published }) => [title, teamSize, published])).toEqual([
			['Wale singen', 1, '2021-01-01'],
			['Vögel ziehen', 1, '2022-01-01']
		]);
		expect(papers[0]?.abstract).toBe('Die Lieder der Wale; ihre Strophen.');
		expect(account.inputs[0]).toMatchObject({ format: 'csv', records: 3, papers: 2, rejected: 1 });
	});

	it('is not prose with as many commas in each line', async () => {
		const line = (index: number) =>
			`In study ${index} we look at whales and birds that sing in the dark and in the light of the moon, and at why they do.`;
		const prose = Array.from({ length: 6 }, (_, index) => line(index)).join('\n\n');
		const found = await preview('prose.txt', prose);
		expect(found).toMatchObject({ problem: null, table: null });
		expect(found.parts[0]).toMatchObject({ format: 'text', papers: 6 });
	});

	it('is stated among the parameters, whatever the order', () => {
		const stated = corpusParameters({ columns });
		expect(stated.columns).toEqual(['Inhalt = abstract', 'Kopf = title', 'Wann = year', 'Wer = authors']);
		expect(corpusParameters({ columns: Object.fromEntries(Object.entries(columns).reverse()) })).toEqual(
			stated
		);
		expect(corpusParameters({})).not.toHaveProperty('columns');
	});
});
