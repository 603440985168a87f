import { spawnSync } from 'node:child_process';
import {
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readArguments } from '../../../src/cli/arguments.ts';
import { assertReplaceable, assertReplaceableFile } from '../../../src/cli/dataset/replaceable.ts';
import { FolderSwap, settleSwap, tidyLeftovers } from '../../../src/cli/dataset/swap.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

function folderWith(path: string, text: string): void {
	mkdirSync(path);
	writeFileSync(join(path, 'a'), text);
}

describe('a folder swap', () => {
	it('puts the new folder in place of the old one and leaves nothing beside it', () => {
		const parent = temporaryFolder();
		const target = join(parent, 'out');
		folderWith(target, 'old');
		const swap = new FolderSwap(target);
		writeFileSync(join(swap.path, 'a'), 'new');
		expect(readFileSync(join(target, 'a'), 'utf8')).toBe('old');
		swap.commit();
		expect(readFileSync(join(target, 'a'), 'utf8')).toBe('new');
		expect(readdirSync(parent)).toEqual(['out']);
	});

	it('leaves the old folder as it was when it is discarded', () => {
		const parent = temporaryFolder();
		const target = join(parent, 'out');
		folderWith(target, 'old');
		new FolderSwap(target).discard();
		expect(readFileSync(join(target, 'a'), 'utf8')).toBe('old');
		expect(readdirSync(parent)).toEqual(['out']);
	});

	it('removes what dead builds left, but not what a living one is writing', () => {
		const parent = temporaryFolder();
		const target = join(parent, 'out');
		folderWith(`${target}.tmp-${deadPid()}`, 'half');
		folderWith(`${target}.tmp-${process.ppid}`, 'in work');
		folderWith(`${target}.tmp-notes`, 'mine');
		tidyLeftovers(target);
		expect(readdirSync(parent).sort()).toEqual([`out.tmp-${process.ppid}`, 'out.tmp-notes'].sort());
	});

	it('is settled for who reads: a dead one is undone, a living one waited for, a link followed', async () => {
		const parent = temporaryFolder();
		const target = join(parent, 'out');
		const pid = deadPid();
		folderWith(`${target}.tmp-${pid}-old`, 'old');
		folderWith(`${target}.tmp-${pid}`, 'new');
		symlinkSync('out', join(parent, 'link'));
		await settleSwap(join(parent, 'link'));
		expect(readFileSync(join(target, 'a'), 'utf8')).toBe('old');
		const living = `${target}.tmp-${process.ppid}-old`;
		renameSync(target, living);
		const events: string[] = [];
		const settled = settleSwap(target).then(() => events.push('settled'));
		await new Promise((resolve) => setTimeout(resolve, 60));
		events.push('put back');
		renameSync(living, target);
		await settled;
		expect(events).toEqual(['put back', 'settled']);
		await settleSwap(join(parent, 'none', 'none'));
		expect(readdirSync(parent).sort()).toEqual(['link', 'out']);
	});

	it('brings the old folder back when a build died between its two renames', () => {
		const parent = temporaryFolder();
		const target = join(parent, 'out');
		const pid = deadPid();
		folderWith(`${target}.tmp-${pid}-old`, 'old');
		folderWith(`${target}.tmp-${pid}`, 'new');
		tidyLeftovers(target);
		expect(readFileSync(join(target, 'a'), 'utf8')).toBe('old');
		expect(readdirSync(parent)).toEqual(['out']);
	});
});

const manifest = '{"schemaVersion": "1.0", "tables": []}';

describe('the place of a dataset', () => {
	it('may be nothing, empty or a dataset, and nothing else', () => {
		const parent = temporaryFolder();
		expect(() => assertReplaceable(join(parent, 'new'))).not.toThrow();
		expect(() => assertReplaceable(parent)).not.toThrow();
		writeFileSync(join(parent, 'thesis.txt'), '');
		expect(() => assertReplaceable(parent)).toThrow(/would be deleted/);
		expect(() => assertReplaceable(join(parent, 'thesis.txt'))).toThrow(/is a file/);
		expect(() => assertReplaceable(join(parent, 'thesis.txt', 'new'))).toThrow(/is a file/);
		writeFileSync(join(parent, 'manifest.json'), manifest);
		expect(() => assertReplaceable(parent)).toThrow(/thesis\.txt\), which would be deleted/);
		rmSync(join(parent, 'thesis.txt'));
		expect(() => assertReplaceable(parent)).not.toThrow();
		writeFileSync(join(parent, 'manifest.json'), '{"name": "An app", "icons": []}');
		expect(() => assertReplaceable(parent)).toThrow(/would be deleted/);
	});

	it('is not the working folder where no name is given', () => {
		expect(() => readArguments({ args: ['--out', ''], options: { out: { type: 'string' } } })).toThrow(
			/--out is empty/
		);
		expect(() => assertReplaceable('')).toThrow(/would be deleted/);
	});

	it('of one file may be nothing, empty or such a file', () => {
		const file = join(temporaryFolder(), 'a.corpuscope.zip');
		expect(() => assertReplaceableFile(file)).not.toThrow();
		writeFileSync(file, 'old notes');
		expect(() => assertReplaceableFile(file)).toThrow(/is no dataset and would be lost/);
		writeFileSync(file, `PK\x03\x04${' '.repeat(26)}manifest.json{}`);
		expect(() => assertReplaceableFile(file)).not.toThrow();
	});

	it('is what a link leads to, and the link stays', () => {
		const parent = temporaryFolder();
		folderWith(join(parent, 'real'), 'old');
		symlinkSync(join(parent, 'real'), join(parent, 'link'));
		const swap = new FolderSwap(join(parent, 'link'));
		writeFileSync(join(swap.path, 'a'), 'new');
		swap.commit();
		expect(readFileSync(join(parent, 'real', 'a'), 'utf8')).toBe('new');
		expect(lstatSync(join(parent, 'link')).isSymbolicLink()).toBe(true);
	});
});
