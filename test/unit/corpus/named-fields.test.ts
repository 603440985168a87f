import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { previewFile } from '../../../src/lib/corpus/pass/preview.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const inhalt = (n: number) =>
	`Die Lieder der Wale sind lang, und das Meer ist weit (${n}). `.repeat(6).trim();
const records = [1, 2, 3].map((n) => ({
	nr: n,
	kopf: `Wale singen im Meer ${n}`,
	inhalt: inhalt(n),
	wer: ['Ada Lov', 'Alan Tur'],
	angaben: { jahr: `202${n}`, kennung: `10.1234/w.${n}` },
	vermerk: n === 3 ? null : 'x'
}));
const columns = {
	kopf: 'title',
	inhalt: 'abstract',
	wer: 'authors',
	'angaben.jahr': 'date',
	'angaben.kennung': 'doi',
	nr: 'ignored'
};

async function parquet(): Promise<Uint8Array> {
	const folder = temporaryFolder();
	const [lines, file] = [join(folder, 'a.jsonl'), join(folder, 'a.parquet')];
	writeFileSync(lines, records.map((record) => JSON.stringify(record)).join('\n'));
	const connection = await (await DuckDBInstance.create()).connect();
	await connection.run(
		`COPY (SELECT * FROM read_json('${lines}', format = 'newline_delimited', columns = {nr: 'BIGINT', kopf: 'VARCHAR',
		inhalt: 'VARCHAR', wer: 'VARCHAR[]', angaben: 'STRUCT(jahr VARCHAR, kennung VARCHAR)', vermerk: 'VARCHAR'}))
		TO '${file}' (FORMAT parquet)`
	);
	connection.closeSync();
	return new Uint8Array(readFileSync(file));
}

const jsonl = records.map((record) => JSON.stringify(record)).join('\n');
const formats: [name: string, called: string, content: () => Promise<string | Uint8Array>][] = [
	['JSON', 'field', async () => JSON.stringify(records, null, 1)],
	['JSON in a library', 'field', async () => JSON.stringify({ stand: 2, items: records })],
	['JSON Lines', 'field', async () => jsonl],
	['Parquet', 'column', parquet]
];

describe.each(formats)('%s whose fields have unusual names', (_, called, content) => {
	it('is shown with its fields, first values and a guess', async () => {
		const { table, problem, parts } = await previewFile(memorySource('a', await content()), {}, 1e6);
		expect(problem).toBeNull();
		expect(parts[0]).toMatchObject({ records: 3, papers: 0 });
		expect(table?.called).toBe(called);
		expect(table?.columns).toEqual([
			...['nr', 'kopf', 'inhalt', 'wer', 'angaben.jahr', 'angaben.kennung', 'vermerk']
		]);
		expect(table?.rows[2]).toEqual([
			...['3', 'Wale singen im Meer 3', inhalt(3), 'Ada Lov; Alan Tur', '2023', '10.1234/w.3', '']
		]);
		expect(table?.guess).toMatchObject({
			...{ kopf: 'title', inhalt: 'abstract', 'angaben.jahr': 'date', 'angaben.kennung': 'doi' }
		});
	});

	it('is read as soon as somebody says what they hold', async () => {
		const source = memorySource('a', await content());
		expect(await previewFile(source, { columns }, 1e6)).toMatchObject({ table: null, problem: null });
		const { papers, account } = await readCorpus({ a: await content() }, { columns });
		expect(account.inputs[0]).toMatchObject({ records: 3, papers: 3, rejected: 0 });
		expect(papers[1]).toMatchObject({
			title: 'Wale singen im Meer 2',
			abstract: inhalt(2),
			authors: ['Ada Lov', 'Alan Tur'],
			teamSize: 2,
			published: '2022-01-01',
			doi: '10.1234/w.2',
			sourceId: null
		});
	});
});

describe('what is said of fields', () => {
	const read = async (value: object, said: Record<string, string>) =>
		(await readCorpus({ a: `${JSON.stringify(value)}\n${JSON.stringify(value)}` }, { columns: said }))
			.papers[0];

	it('goes before what their names say, and takes a field from its usual place', async () => {
		const value = { id: 7, title: 'Wale', kurz: 'W', text: 'Lieder der Wale', key: 'a-7' };
		expect(await read(value, { kurz: 'title', key: 'sourceId' })).toMatchObject({
			...{ title: 'W', abstract: 'Lieder der Wale', sourceId: 'a-7' }
		});
		expect(await read(value, { title: 'abstract', text: 'title' })).toMatchObject({
			...{ title: 'Lieder der Wale', abstract: 'Wale' }
		});
		expect(await read(value, { text: 'ignored' })).toMatchObject({ title: 'Wale', abstract: '' });
	});

	it('leaves records of known sources alone that make papers', async () => {
		const work = {
			id: 'https://openalex.org/W1',
			display_name: 'Whales',
			abstract_inverted_index: { Songs: [0] },
			authorships: [],
			kopf: 'other'
		};
		expect(await read(work, { kopf: 'title' })).toMatchObject({ title: 'Whales', abstract: 'Songs' });
		const nameless = { ...work, display_name: null, abstract_inverted_index: null };
		expect(await read(nameless, { kopf: 'title' })).toMatchObject({ title: 'other' });
	});

	it('treats names of object properties as names', async () => {
		const odd = JSON.parse('{"__proto__": "Wale", "constructor": {"name": "Lieder"}}') as object;
		expect(await read(odd, {})).toBeUndefined();
		expect(
			await read(odd, JSON.parse('{"__proto__": "title", "constructor.name": "abstract"}'))
		).toMatchObject({
			...{ title: 'Wale', abstract: 'Lieder' }
		});
		expect(await read({ a: {} }, { 'a.toString': 'title', toString: 'abstract' })).toBeUndefined();
	});
});

it('paths are guessed by their last name', async () => {
	const value = { nr: 1, angaben: { title: 'Wale', year: 'unknown' } };
	const { table } = await previewFile(memorySource('a', JSON.stringify([value])), {}, 1e6);
	expect(table?.guess).toEqual({ 'angaben.title': 'title', 'angaben.year': 'date' });
});

it('a file of which some records are papers is not asked about, and the others are listed', async () => {
	const content = `${JSON.stringify({ title: 'One' })}\n${jsonl}`;
	const { table, parts } = await previewFile(memorySource('a', content), {}, 1e6);
	expect(table).toBeNull();
	expect(parts[0]).toMatchObject({ records: 4, papers: 1 });
	const { account } = await readCorpus({ a: content });
	expect(account.rejections).toHaveLength(3);
	expect(isBalanced(account)).toBe(true);
});
