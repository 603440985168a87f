import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';

import { parseArgs } from 'node:util';

import { writeDataset } from '../../../src/cli/dataset/write.ts';
import { buildFrom, buildOptions } from '../../../src/cli/input/build-options.ts';
import { openFiles } from '../../../src/cli/input/file-source.ts';
import { corpusFilesIn } from '../../../src/cli/input/expand.ts';
import { openDataset } from '../../../src/cli/dataset/open.ts';
import { verifyTables } from '../../../src/cli/dataset/verify-tables.ts';
import { readRows, writeRows } from '../../../src/cli/steps/arrow.ts';
import { Staging } from '../../../src/cli/steps/staging.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';
import { stepsInOne } from '../../support/steps-in-one.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const wanted = buildFrom(parseArgs({ args: [], options: buildOptions }).values);

/** Files of several formats: papers twice, with and without their dates, and records that are none. */
function corpus(): string[] {
	const folder = temporaryFolder();
	copyFileSync('data/daily-papers.txt', join(folder, 'daily-papers.txt'));
	const papers = generatePapers(600, 3);
	const again = papers
		.slice(50, 100)
		.map((paper, index) =>
			index % 2 === 0
				? paper
				: { ...paper, title: paper.title.toUpperCase(), published: null, datePrecision: null }
		);
	// A mark, line feeds after carriage returns, empty lines and no line feed at the end.
	const marked = toJsonl(papers.slice(0, 300)).trimEnd().split('\n');
	for (let at = 5; at < 300; at += 60) marked.splice(at, 0, '{"title": ""}', 'none', '');
	writeFileSync(join(folder, 'papers-0.jsonl'), `\uFEFF${marked.join('\r\n')}`);
	writeFileSync(join(folder, 'papers-1.jsonl'), toJsonl([...again, ...papers.slice(300)]));
	writeFileSync(join(folder, 'papers-2.jsonl'), '{"title": ""}\nnone\n');
	// What the encoding is shows at the end.
	const plain = again.map(({ abstract }, place) =>
		JSON.stringify({ title: `Number ${place}`, abstract: abstract.replace(/[^ -~]/g, '').repeat(3) })
	);
	const late = JSON.stringify({
		title: 'Größen in Zürich',
		abstract: 'Über die Wälder, die Bäume und die Größe'
	});
	writeFileSync(join(folder, 'papers-3.jsonl'), Buffer.from([...plain, late, ''].join('\n'), 'latin1'));
	writeFileSync(
		join(folder, 'dates.csv'),
		'title,date\nRain over hills,03/04/2020\nSnow in May,25/04/2020\n'
	);
	return corpusFilesIn(folder);
}

const withoutFiles = ({ files, ...manifest }: Manifest) => ({
	...manifest,
	groups: new Set(files.map(({ group }) => group))
});

it('a build in steps has the manifest of a build in one, but for the cut of its files', async () => {
	const paths = corpus();
	const options = wanted.job.options;
	const whole = await writeDataset(
		openFiles(paths, wanted.corpus),
		options,
		join(temporaryFolder(), 'whole'),
		{}
	);
	expect(whole.counts).toMatchObject({ rejected: 12 });
	expect(whole.inputs.map(({ encoding }) => encoding)).toContain('windows-1252');
	expect(whole.counts.duplicates).toBeGreaterThan(40);
	for (const [ranges, stretch] of [
		[1, 1 << 16],
		[4, Infinity]
	] as const) {
		const staging = new Staging(join(temporaryFolder(), 'staging'));
		staging.save('job', { wanted, paths, uris: paths, names: paths.map((path) => basename(path)) });
		const files = paths.map((path) => ({ path, content: readFileSync(path) }));
		const out = join(temporaryFolder(), 'steps');
		const made = await stepsInOne(staging, files, out, { ranges, stretch });
		expect(withoutFiles(made)).toEqual(withoutFiles(whole));
		expect(made.files.filter(({ group }) => group === 'search').length).toBe(ranges);
		const dataset = await openDataset(out);
		expect(await verifyTables(dataset, new AbortController().signal)).toEqual([]);
		dataset.close();
	}
});

it('rows come out of a stream as they went in', async () => {
	const columns = { kind: 'text', place: 'int', item: 'long', blob: 'bytes' } as const;
	const rows = Array.from({ length: 9000 }, (_, place) => ({
		kind: place % 3 === 0 ? null : `é${place}`,
		place,
		item: place % 2 === 0 ? null : (1n << 60n) + BigInt(place),
		blob: place % 5 === 0 ? null : Uint8Array.of(place % 256, 7)
	}));
	async function* all() {
		yield* rows;
	}
	const stream = new PassThrough();
	const written = writeRows(stream, columns, all());
	const read = [];
	for await (const row of readRows(stream, columns))
		read.push({ ...row, blob: row.blob && Uint8Array.from(row.blob) });
	await written;
	expect(read).toEqual(rows);
});
