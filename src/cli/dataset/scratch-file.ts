import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

import type { Scratch } from '../../lib/dataset/sink.ts';

/** Room in a file that is made with the first bytes and goes with `close`. */
export class ScratchFile implements Scratch {
	readonly #path: string;
	#file: number | null = null;
	length = 0;

	constructor(path: string) {
		this.#path = path;
	}

	append(bytes: Uint8Array): void {
		this.#file ??= openSync(this.#path, 'wx+');
		for (let done = 0; done < bytes.length;) {
			done += writeSync(this.#file, bytes, done, bytes.length - done, this.length + done);
		}
		this.length += bytes.length;
	}

	read(from: number, into: Uint8Array): void {
		for (let done = 0; done < into.length;) {
			const count = readSync(this.#file as number, into, done, into.length - done, from + done);
			if (count === 0) throw new Error(`${this.#path} is shorter than what was written to it`);
			done += count;
		}
	}

	close(): void {
		if (this.#file === null) return;
		closeSync(this.#file);
		this.#file = null;
		rmSync(this.#path);
	}
}
