import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

import { nativeGunzip } from '../../../src/cli/input/native-gunzip.ts';
import { inflated, portableGunzip } from '../../../src/lib/corpus/bytes/gunzip.ts';

const text = (i: number) => `Case ${i} of ice, as the river left it.\n`.repeat(40 + (i % 7) * 900);
const member = (i: number) => gzipSync(strToU8(text(i)));
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const zeros = (length: number) => new Uint8Array(length);
/** Noise, which stays as long as it is. */
const noise = (length: number) => {
	let state = 7;
	return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24);
};

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const readers = { portable: portableGunzip, native: nativeGunzip };
const kinds = Object.keys(readers) as (keyof typeof readers)[];

async function unpacked(kind: keyof typeof readers, bytes: Uint8Array, size: number): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of inflated('a.gz', cut(bytes, size), readers[kind])) parts.push(part.slice());
	return Buffer.concat(parts);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
	const other = bytes.slice();
	other[at < 0 ? other.length + at : at]! ^= 1;
	return other;
}

const sizes = [33, 4096, 65_536, 1 << 20];

describe.each(kinds)('the %s reader of gzip data', (kind) => {
	it.each(sizes)('gives what was packed, in slices of %d bytes', async (size) => {
		const raw = noise(30_000);
		const members = [member(1), gzipSync(zeros(0)), gzipSync(raw), member(3), gzipSync(strToU8('end'))];
		const whole = Buffer.concat([strToU8(text(1)), raw, strToU8(text(3)), strToU8('end')]);
		for (const padding of [0, 1, 8, 20, 70_000]) {
			const found = await unpacked(kind, joined([...members, zeros(padding)]), size);
			expect([padding, found.equals(whole)]).toEqual([padding, true]);
		}
	});

	it.each(sizes)('refuses what was not packed, in slices of %d bytes', async (size) => {
		const one = member(2);
		const said = (bytes: Uint8Array) =>
			unpacked(kind, bytes, size).then(
				() => 'nothing',
				({ name, message }: Error) => `${name}: ${message}`
			);
		for (const bytes of [flipped(one, -8), flipped(one, -3), joined([flipped(one, -8), member(1)])])
			expect(await said(bytes)).toBe(
				'CorpusError: a.gz: its gzip data is damaged (its checksum does not fit). Compress or download it again.'
			);
		expect(await said(joined([one, zeros(70), Uint8Array.of(7), zeros(9)]))).toMatch(/is damaged/);
		expect(await said(joined([one, flipped(member(1), -5), zeros(30)]))).toMatch(/is damaged/);
		expect(await said(joined([one, strToU8('not gzip data at all, but a sentence')]))).toMatch(/is damaged/);
		expect(await said(joined([one, member(1).slice(0, -20)]))).toMatch(
			/gzip data (?:is damaged|ends too early)/
		);
		expect(await said(one.slice(0, -9))).toMatch(/gzip data (?:is damaged|ends too early)/);
	});

	it('refuses a bomb', async () => {
		await expect(unpacked(kind, gzipSync(zeros(40_000_000)), 65_536)).rejects.toThrow(/compression bomb/);
	});

	it('passes on what goes wrong before it, and may be left early', async () => {
		const broken = async function* () {
			yield member(6);
			throw new Error('the disk is gone');
		};
		const read = async () => {
			for await (const part of inflated('a.gz', broken(), readers[kind]))
				expect(part.length).toBeGreaterThan(0);
		};
		await expect(read()).rejects.toThrow('the disk is gone');
		for await (const part of inflated('a.gz', cut(member(6), 100), readers[kind])) {
			expect(part.length).toBeGreaterThan(0);
			break;
		}
	});
});
