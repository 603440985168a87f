import { createHash } from 'node:crypto';

import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';

import { ZipError } from '../../../src/lib/zip/error.ts';
import { openArchive } from '../../../src/lib/archive/read.ts';
import { writeArchive } from '../../../src/lib/archive/write.ts';
import { randomSource } from '../../support/random.ts';
import { sampleManifest } from '../../support/sample-manifest.ts';
import { fileOf, joined } from '../../support/saved-dataset.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const manifest = utf8(JSON.stringify(sampleManifest()));

/** Bytes that hardly deflate. */
function noise(length: number): Uint8Array {
	const random = randomSource(7);
	return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

const contents: Readonly<Record<string, Uint8Array>> = {
	'manifest.json': manifest,
	'model/model.json': utf8('{"themes": 3}'),
	'model/space.terms.data.f32': noise(200_000),
	'dataset.duckdb': utf8('rows '.repeat(50_000)),
	'texts-0000.duckdb': new Uint8Array(0)
};

const saved = (files: Readonly<Record<string, Uint8Array>>) =>
	joined(writeArchive(Object.entries(files).map(([name, bytes]) => ({ name, content: [bytes] }))));

/** Files by their digests, since comparing long arrays one by one takes seconds. */
const digests = (files: Readonly<Record<string, Uint8Array>>) =>
	Object.fromEntries(
		Object.entries(files).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')])
	);

async function readAll(bytes: Uint8Array): Promise<Record<string, string>> {
	const { manifestBytes, entries } = await openArchive(fileOf(bytes));
	const files: Record<string, Uint8Array> = { 'manifest.json': manifestBytes };
	for (const { name, whole } of entries) files[name] = await whole();
	return digests(files);
}

const refusal = (bytes: Uint8Array) => readAll(bytes).then(String, (error: Error) => error);

describe('a saved dataset', () => {
	let archive: Uint8Array;
	beforeAll(async () => {
		archive = await saved(contents);
	});

	it('gives back what was put in, and another reader finds it, too', async () => {
		expect(await readAll(archive)).toEqual(digests(contents));
		const { 'checksums.sha256': list, ...files } = unzipSync(archive);
		expect(digests(files)).toEqual(digests(contents));
		// Of an empty file, as in any table of test values.
		expect(new TextDecoder().decode(list)).toContain(
			'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  texts-0000.duckdb\n'
		);
	});

	it('is read from archives that other programs pack, stored or deflated', async () => {
		const files = unzipSync(archive);
		expect(await readAll(zipSync(files, { level: 0 }))).toEqual(digests(contents));
		expect(await readAll(zipSync(files, { level: 9 }))).toEqual(digests(contents));
	});

	it('may contain what looks like a part of a zip archive', async () => {
		const signatures = [0x504b0708, 0x504b0304, 0x504b0102].map((sign) => {
			const bytes = new Uint8Array(4);
			new DataView(bytes.buffer).setUint32(0, sign);
			return bytes;
		});
		const tricky = Buffer.concat([noise(1000), ...signatures, noise(500), ...signatures]);
		const files = { ...contents, 'model/tricky.f64': new Uint8Array(tricky) };
		const stored = zipSync(unzipSync(await saved(files)), { level: 0 });
		expect(await readAll(stored)).toEqual(digests(files));
	});

	it('holds nothing that could land elsewhere', async () => {
		for (const name of ['../evil', 'model/../../evil', '/etc/passwd', 'notes.txt', 'model/a\\b', 'C:model']) {
			const message = String(await refusal(await saved({ ...contents, [name]: manifest })));
			expect(message).toMatch(
				/^ArchiveError: saved\.corpuscope\.zip holds ".*", which is no part of a dataset/
			);
		}
		const twice = [...Object.entries(contents), ['dataset.duckdb', manifest] as const];
		const bytes = await joined(writeArchive(twice.map(([name, content]) => ({ name, content: [content] }))));
		expect(String(await refusal(bytes))).toMatch(/holds dataset\.duckdb twice/);
	});

	it('is refused when it would unpack to what no dataset is', async () => {
		const bomb = zipSync({ 'dataset.duckdb': new Uint8Array(70_000_000) }, { level: 1 });
		expect(String(await refusal(bomb))).toMatch(/refused as a compression bomb/);
	});

	it('is refused when it states other sizes than it has', async () => {
		const bytes = archive.slice();
		const directory = new DataView(bytes.buffer);
		// The directory's record of dataset.duckdb, by its signature and name.
		const at = Buffer.from(bytes).lastIndexOf('dataset.duckdb') - 46;
		expect(directory.getUint32(at, true)).toBe(0x02014b50);
		directory.setUint32(at + 24, 100, true);
		expect(String(await refusal(bytes))).toMatch(/dataset\.duckdb is longer than the archive says/);
		directory.setUint32(at + 24, 300_000, true);
		expect(String(await refusal(bytes))).toMatch(/dataset\.duckdb is shorter than the archive says/);
	});

	it('is refused when it was changed, cut off, or lacks something', async () => {
		const files = unzipSync(archive);
		const changed = zipSync({ ...files, 'model/model.json': utf8('{"themes": 4}') });
		expect(String(await refusal(changed))).toMatch(/model\/model\.json has another checksum/);
		expect(String(await refusal(archive.slice(0, -30)))).toMatch(
			/no whole zip archive \(its end is missing\)/
		);
		const without = (name: string) =>
			zipSync(Object.fromEntries(Object.entries(files).filter(([other]) => other !== name)));
		expect(String(await refusal(without('dataset.duckdb')))).toMatch(/lacks dataset\.duckdb/);
		expect(String(await refusal(without('checksums.sha256')))).toMatch(
			/is no saved dataset: it has no checksums/
		);
		const old = await saved({ ...contents, 'manifest.json': utf8('{"schemaVersion":"0.3"}') });
		expect(String(await refusal(old))).toMatch(/manifest that cannot be read: .*schema 0\.3/);
		const title = JSON.stringify({ ...sampleManifest(), title: 'x'.repeat(5_000_000) });
		const long = await saved({ ...contents, 'manifest.json': utf8(title) });
		expect(String(await refusal(long))).toMatch(
			/manifest that cannot be read: title must be text of at most/
		);
	});

	it('never gives wrong bytes or breaks otherwise, whatever is changed in it', async () => {
		const small = await saved({ ...contents, 'model/space.terms.data.f32': noise(300) });
		const whole = await readAll(small);
		const random = randomSource(11);
		let refused = 0;
		for (let trial = 0; trial < 200; trial++) {
			const bytes = small.slice(0, random() < 0.2 ? Math.floor(random() * small.length) : undefined);
			const at = Math.floor(random() * bytes.length);
			bytes[at] = Math.floor(random() * 256);
			const read = await readAll(bytes).catch((error: unknown) => error);
			if (!(read instanceof Error)) expect(read).toEqual(whole);
			else if (read instanceof ZipError) refused++;
			else throw read;
		}
		expect(refused).toBeGreaterThan(100);
	});
});
