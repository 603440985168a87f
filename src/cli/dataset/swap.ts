import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { cleanUpAtExit } from '../cleanups.ts';

/** Whether a process runs; one that belongs to somebody else counts. */
function isAlive(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Puts right what dead builds have left beside a folder: half-written ones go, one that was being replaced returns. */
export function tidyLeftovers(target: string): void {
	const parent = dirname(target);
	if (!existsSync(parent)) return;
	const prefix = `${basename(target)}.tmp-`;
	for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
		const match = /^(\d+)(-old)?$/.exec(name.slice(prefix.length));
		if (!match || isAlive(Number(match[1]))) continue;
		const path = join(parent, name);
		if (match[2] && !existsSync(target)) renameSync(path, target);
		else rmSync(path, { recursive: true, force: true });
	}
}

/** What a path leads to, also where that is away. */
function endOf(path: string): string {
	const link = lstatSync(path, { throwIfNoEntry: false });
	return link?.isSymbolicLink() ? resolve(dirname(path), readlinkSync(path)) : resolve(path);
}

/** Milliseconds that a living build has between its two renames, and between two looks at it. */
const [patience, between] = [2000, 10];

/**
 * Makes sure, for who is about to read a folder, that it is not away between the two renames of a swap: what a dead
 * build left is undone, and a living one is waited for.
 */
export async function settleSwap(path: string): Promise<void> {
	const target = endOf(path);
	const prefix = `${basename(target)}.tmp-`;
	for (let waited = 0; waited < patience && !existsSync(target); waited += between) {
		const names = existsSync(dirname(target)) ? readdirSync(dirname(target)) : [];
		if (!names.some((name) => name.startsWith(prefix) && name.endsWith('-old'))) return;
		tidyLeftovers(target);
		await setTimeout(between);
	}
}

/** A folder that is written beside its target and takes its place when it is complete. */
export class FolderSwap {
	readonly path: string;
	readonly #target: string;
	readonly #settled: () => void;

	constructor(target: string) {
		// A link goes on leading to what it led to.
		this.#target = existsSync(target) ? realpathSync(target) : resolve(target);
		tidyLeftovers(this.#target);
		this.path = `${this.#target}.tmp-${process.pid}`;
		this.#settled = cleanUpAtExit(() => this.discard());
		mkdirSync(this.path, { recursive: true });
	}

	/** Puts the new folder in place of the old one, in two renames. */
	commit(): void {
		const old = `${this.path}-old`;
		if (existsSync(this.#target)) renameSync(this.#target, old);
		renameSync(this.path, this.#target);
		this.#settled();
		rmSync(old, { recursive: true, force: true });
	}

	/** Removes what was written; the target stays as it was. */
	discard(): void {
		// A thread that was given up may still be writing.
		rmSync(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
		tidyLeftovers(this.#target);
		this.#settled();
	}
}

/**
 * Has a folder filled and puts it in place of the one at a path, whole or not at all.
 * @throws what filling throws, the signal's reason when that aborts; what was there is then as it was
 */
export async function swapFolder<T>(
	target: string,
	fill: (folder: string) => Promise<T> | T,
	signal?: AbortSignal
): Promise<T> {
	const swap = new FolderSwap(target);
	try {
		const made = await fill(swap.path);
		signal?.throwIfAborted();
		swap.commit();
		return made;
	} catch (error) {
		swap.discard();
		throw error;
	}
}
