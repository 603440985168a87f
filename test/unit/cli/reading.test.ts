import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { UsageError } from '../../../src/cli/errors.ts';
import { accountPath } from '../../../src/cli/export/report.ts';
import { corpusOptionsFrom } from '../../../src/cli/input/reading-options.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const table = (path: string) =>
	Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').slice(1), {
		header: true,
		skipEmptyLines: true
	}).data;

const words = 'seals swim under the ice and whales sing in the fjord while narwhals dive for fish and rest';
const rows = Array.from({ length: 12 }, (_, i) => `Robben ${i};${words} ${i};Berg, A., Dahl, J.;20${10 + i}`);

describe('build', () => {
	it('reads unusual columns as it is told, and reports what it rejects', async () => {
		const folder = temporaryFolder();
		const [input, other, out, report] = ['robben.csv', 'other.jsonl', 'out', 'report.csv'].map((name) =>
			join(folder, name)
		) as [string, string, string, string];
		writeFileSync(input, ['Kopf;Kurzfassung;Leute;Jahr der Tat', ...rows, ';;=1+1;2020'].join('\n'));
		writeFileSync(other, '{"title":"Walrus tusks"}\n=HYPERLINK("http://x")\n{"title":"Whale songs"}\n');
		const columns = ['title=Kopf', 'abstract=Kurzfassung', 'authors=Leute', 'date=Jahr der Tat'];
		const said = columns.flatMap((column) => ['--column', column]);
		const args = ['build', input, other, '--out', out, '--themes', '2', '--report', report, ...said];
		const { code, stderr } = await runCli(args);
		expect(stderr).not.toMatch(/Error/);
		expect(code).toBe(0);

		const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
		expect(manifest.counts).toMatchObject({ papers: 14, withAbstract: 12, withTeamSize: 12, dated: 12 });
		expect([manifest.span, manifest.years]).toEqual([null, { first: 2010, last: 2021 }]);
		expect(manifest.parameters.columns).toEqual([
			'Jahr der Tat = date',
			'Kopf = title',
			'Kurzfassung = abstract',
			'Leute = authors'
		]);
		expect(table(report)).toEqual([
			{ file: 'robben.csv', record: '13', reason: 'no title and no abstract', excerpt: "'=1+1 2020" },
			{ file: 'other.jsonl', record: '2', reason: 'not valid JSON', excerpt: `'=HYPERLINK("http://x")` }
		]);
		expect(table(join(folder, 'report.files.csv'))).toMatchObject([
			{ file: 'robben.csv', format: 'csv', records: '13', papers: '12', duplicates: '0', rejected: '1' },
			{ file: 'other.jsonl', format: 'jsonl', records: '3', papers: '2', duplicates: '0', rejected: '1' }
		]);
	});

	it('reads fields of JSON as it is told, and says that it can be told', async () => {
		const folder = temporaryFolder();
		const [input, out] = ['robben.json', 'out'].map((name) => join(folder, name)) as [string, string];
		const records = Array.from({ length: 12 }, (_, i) => ({
			...{ kopf: `Robben ${i}`, daten: { kurz: `${words} ${i}`, jahr: 2010 + i } }
		}));
		writeFileSync(input, JSON.stringify(records));
		const untold = await runCli(['build', input, '--out', out]);
		expect([untold.code, untold.stderr]).toEqual([
			1,
			expect.stringMatching(/12 × no title and no abstract[\s\S]*say what columns or fields hold: --column/)
		]);
		const columns = ['title=kopf', 'abstract=daten.kurz', 'date=daten.jahr'];
		const said = columns.flatMap((column) => ['--column', column]);
		const { code } = await runCli(['build', input, '--out', out, '--themes', '2', ...said]);
		expect(code).toBe(0);
		const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
		expect(manifest.counts).toMatchObject({ papers: 12, withAbstract: 12, dated: 12 });
		expect(manifest.inputs[0]).toMatchObject({ format: 'json', records: 12, rejected: 0 });
		expect(manifest.parameters.columns).toEqual([
			'daten.jahr = date',
			'daten.kurz = abstract',
			'kopf = title'
		]);
	});

	it('never writes over what it reads', async () => {
		const input = join(temporaryFolder(), 'papers.files.csv');
		const content = 'title,abstract\nWhales,They sing in the fjord\n';
		writeFileSync(input, content);
		for (const place of ['--report=' + input, '--report=' + input.replace('.files', ''), '--out=' + input]) {
			const { code, stderr } = await runCli(['build', input, `--out=${input}.out`, place]);
			expect([code, stderr]).toEqual([1, expect.stringMatching(/would take the place of what is read/)]);
		}
		expect(readFileSync(input, 'utf8')).toBe(content);
	});

	it('leaves the report behind when no paper is usable or rejections are not allowed', async () => {
		const folder = temporaryFolder();
		const reports = ['a', 'b'].map((name) => join(folder, name));
		const ended = await Promise.all([
			runCli(['build', '-', '--out', join(folder, 'x'), '--report', reports[0] as string], { input: '{}\n' }),
			runCli(['build', '-', '--strict', '--out', join(folder, 'y'), '--report', reports[1] as string], {
				input: '{"title":"Walrus tusks"}\nlost\n'
			})
		]);
		expect(ended.map(({ code }) => code)).toEqual([1, 1]);
		expect(table(reports[0] as string)).toHaveLength(1);
		expect(table(reports[1] as string)).toMatchObject([{ record: '2', reason: 'not valid JSON' }]);
		expect(table(join(folder, 'b.files.csv'))).toMatchObject([{ records: '2', rejected: '1' }]);
	});
});

describe('files that would harm the command line', () => {
	it('are refused with a reason, and leave nothing behind', async () => {
		const folder = temporaryFolder();
		const [empty, full, bomb, entities] = ['zeros.csv', 'huge.jsonl', 'bomb.zip', 'laughs.xml'].map((name) =>
			join(folder, name)
		) as [string, string, string, string];
		writeFileSync(empty, 'title,abstract\n');
		writeFileSync(full, '{"title": "One"}\n'.repeat(20_000));
		for (const path of [empty, full]) truncateSync(path, 2_000_000_000);
		writeFileSync(bomb, zipSync({ 'zeros.jsonl': new Uint8Array(30_000_000) }));
		writeFileSync(
			entities,
			'<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><feed><title>&b;</title></feed>'
		);
		const reasons: [string, RegExp][] = [
			[empty, /zeros\.csv: not text/],
			[full, /huge\.jsonl: it has a line of more than 64 million/],
			[bomb, /bomb\.zip: it inflates to more than 100 times its size/],
			[entities, /laughs\.xml: it defines XML entities of its own/]
		];
		for (const [path, reason] of reasons) {
			const { code, stderr } = await runCli(['build', path, '--out', join(folder, 'out')]);
			expect(stderr).toMatch(reason);
			expect(stderr).not.toMatch(/\n\s+at /);
			expect(code).toBe(1);
			expect(existsSync(join(folder, 'out'))).toBe(false);
		}
	});
});

describe('reading options', () => {
	const values = { format: 'auto', 'keep-duplicates': false };
	it('take columns by field, and say what is wrong with them', () => {
		const { columns } = corpusOptionsFrom({ ...values, column: ['title=A=B', 'sourceId= Nr. '] });
		expect(columns).toEqual({ 'A=B': 'title', 'Nr.': 'sourceId' });
		const wrong = (...column: string[]) => expect(() => corpusOptionsFrom({ ...values, column }));
		wrong('titel=A').toThrow(/--column is "titel"; it must be one of title, abstract/);
		wrong('title').toThrow(/write FIELD=NAME/);
		wrong('title=A', 'abstract=A').toThrow(UsageError);
	});
});

describe('accountPath', () => {
	it('stands beside the report', () => {
		expect(accountPath('a/report.csv')).toBe(join('a', 'report.files.csv'));
		expect(accountPath('report')).toBe('report.files.csv');
	});
});
