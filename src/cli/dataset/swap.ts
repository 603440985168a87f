import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

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
