import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';

import { cleanUp } from '../../../src/cli/cleanups.ts';
import { corpusFilesIn, expandInputs, glob } from '../../../src/cli/input/expand.ts';
import { distinctNames, fileSource, openFiles } from '../../../src/cli/input/file-source.ts';
import { inputPaths, spool } from '../../../src/cli/input/input-paths.ts';
import { strictSource } from '../../../src/cli/input/after-reading.ts';
import { formats } from '../../../src/lib/corpus/formats/registry.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const untouched = new AbortController().signal;

function folderOf(...files: string[]): string {
	const folder = temporaryFolder();
	for (const file of files) {
		mkdirSync(join(folder, file, '..'), { recursive: true });
		writeFileSync(join(folder, file), `{"title":"${file}"}\n`);
	}
	return folder;
}

const names = (folder: string, paths: readonly string[]) => paths.map((path) => relative(folder, path));

describe('inputs', () => {
	it('take the corpus files of a folder, in order, and leave notes and hidden files alone', () => {
		const folder = folderOf('b.jsonl', 'a.TXT', 'c.csv.gz', 'README.md', '.x.csv', 'd.pdf', 'sub/e.csv');
		expect(names(folder, corpusFilesIn(folder))).toEqual(['a.TXT', 'b.jsonl', 'c.csv.gz']);
		expect(() => expandInputs([join(folderOf('README.md'))])).toThrow(/holds no file of papers/);
	});

	it('take the files of every format from a folder, as it says that they end', () => {
		const files = formats.flatMap(({ id, extensions }) => extensions.map((end) => `${id}.${end}`));
		expect(files).toContain('zotero-rdf.rdf');
		const folder = folderOf(...files, 'all.zip', 'more.RDF.gz', 'rdf', 'a.rdfs');
		expect(names(folder, corpusFilesIn(folder))).toEqual([...files, 'all.zip', 'more.RDF.gz'].sort());
	});

	it('understand globs, but take a file whose name has a star in it as it is', () => {
		const folder = folderOf('2023/a.csv', '2023/b.csv', '2024/a.csv', '2024/a.txt', 'x*.csv', 'xy.csv');
		expect(names(folder, glob(join(folder, '202?', '*.csv')))).toEqual([
			'2023/a.csv',
			'2023/b.csv',
			'2024/a.csv'
		]);
		expect(names(folder, expandInputs([join(folder, 'x*.csv')]))).toEqual(['x*.csv']);
		expect(names(folder, expandInputs([join(folder, '*y.csv')]))).toEqual(['xy.csv']);
		expect(() => expandInputs([join(folder, '*.ris')])).toThrow(/there is no such file/);
		expect(() => expandInputs([join(folder, '2023/a.csv/x')])).toThrow(/there is no such file/);
	});

	it('take each file once, in the order in which it was named', () => {
		const folder = folderOf('a.csv', 'b.csv');
		expect(names(folder, expandInputs([join(folder, 'b.csv'), folder, `${folder}/./b.csv`]))).toEqual([
			'b.csv',
			'a.csv'
		]);
	});

	it('are named as shortly as tells them apart', () => {
		expect(distinctNames(['/x/a.csv', '/x/b.csv'])).toEqual(['a.csv', 'b.csv']);
		expect(distinctNames(['/x/2023/a.csv', '/x/2024/a.csv', '/x/c.csv'])).toEqual([
			'2023/a.csv',
			'2024/a.csv',
			'c.csv'
		]);
		expect(distinctNames(['a.csv', '/x/a.csv'])).toEqual(['a.csv', 'x/a.csv']);
	});

	it('are read as often as they are wanted', async () => {
		const source = fileSource(join(folderOf('a.csv'), 'a.csv'));
		const read = async () => {
			let text = '';
			for await (const chunk of source.stream()) text += Buffer.from(chunk).toString();
			return text;
		};
		expect(await read()).toBe('{"title":"a.csv"}\n');
		expect(await read()).toBe(await read());
		expect(source.size).toBe(18);
	});

	it('from a stream are kept in a file; a cancelled stream is given up', async () => {
		onTestFinished(cleanUp);
		const path = await spool(Readable.from([Buffer.from('one '), Buffer.from('two')]), untouched);
		let text = '';
		for await (const chunk of fileSource(path).stream()) text += Buffer.from(chunk).toString();
		expect(text).toBe('one two');
		const controller = new AbortController();
		const endless = new Readable({ read: () => undefined });
		const waiting = spool(endless, controller.signal);
		controller.abort(new Error('enough'));
		await expect(waiting).rejects.toThrow('enough');
	});

	it('may name standard input once only', async () => {
		await expect(inputPaths(['-', '-'], untouched)).rejects.toMatchObject({ name: 'UsageError' });
	});
});

describe('a strict corpus', () => {
	it('fails at its end, with the account, when a record was rejected', async () => {
		const folder = temporaryFolder();
		const read = async (text: string) => {
			const file = join(folder, 'a.jsonl');
			writeFileSync(file, text);
			let papers = 0;
			for await (const batch of strictSource(openFiles([file], {})).papers()) papers += batch.length;
			return papers;
		};
		await expect(read('{"title":"A"}\n{"title":""}\n')).rejects.toThrow(
			/a\.jsonl, record 2: .*[\s\S]*--strict: 1 record rejected/
		);
		expect(await read('{"title":"A"}\n')).toBe(1);
	});
});
