import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { assertReplaceable } from '../../../src/cli/dataset/replaceable.ts';
import { FolderSwap, tidyLeftovers } from '../../../src/cli/dataset/swap.ts';
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

describe('the place of a dataset', () => {
	it('may be nothing, empty or a dataset, and nothing else', () => {
		const parent = temporaryFolder();
		expect(() => assertReplaceable(join(parent, 'new'))).not.toThrow();
		expect(() => assertReplaceable(parent)).not.toThrow();
		writeFileSync(join(parent, 'thesis.txt'), '');
		expect(() => assertReplaceable(parent)).toThrow(/would be deleted/);
		expect(() => assertReplaceable(join(parent, 'thesis.txt'))).toThrow(/is a file/);
		writeFileSync(join(parent, 'manifest.json'), '{}');
		expect(() => assertReplaceable(parent)).not.toThrow();
		expect(existsSync(join(parent, 'thesis.txt'))).toBe(true);
	});
});
