import {
	closeSync,
	createReadStream,
	existsSync,
	fsyncSync,
	ftruncateSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { createInterface } from 'node:readline';

import { CommandError } from '../errors.ts';
import { requireFilePlace } from '../output-place.ts';

/** How far a download is. */
export interface State {
	/** What was asked for. */
	request: Readonly<Record<string, string>>;
	/** Where the next page begins; `null` when all have come. */
	cursor: string | null;
	/** Bytes of the file that belong to pages before it. */
	bytes: number;
	papers: number;
	repeats: number;
	rejected: number;
}

/** Writes a file so that it is on the disk before the old one goes. */
function replaceFile(path: string, text: string): void {
	const temporary = `${path}.tmp`;
	writeFileSync(temporary, text, { flush: true });
	renameSync(temporary, path);
}

/**
 * A file that grows page by page under another name, with its state beside it. Whatever is killed in between: lines
 * behind the state's mark are cut off when it is opened again.
 */
export class PartialFile {
	readonly #path: string;
	readonly #part: string;
	readonly #statePath: string;
	readonly #file: number;
	#state: State;

	/** @throws CommandError when the file exists, its folder does not, or another download has begun there */
	constructor(path: string, fresh: State) {
		this.#path = path;
		this.#part = `${path}.part`;
		this.#statePath = `${path}.state.json`;
		requireFilePlace(path);
		if (existsSync(path)) {
			// A download that was killed while it gave the file its name.
			if (!existsSync(this.#part)) rmSync(this.#statePath, { force: true });
			throw new CommandError(`${path} exists already. Name another file with --out, or remove it.`);
		}
		this.#state = this.#readState(fresh);
		this.#file = openSync(this.#part, existsSync(this.#part) ? 'r+' : 'w+');
		ftruncateSync(this.#file, this.#state.bytes);
	}

	get state(): State {
		return this.#state;
	}

	/** The lines that have been kept so far. */
	lines(): AsyncIterable<string> {
		return createInterface({ input: createReadStream(this.#part), crlfDelay: Infinity });
	}

	/** Adds a page and notes that it has come. */
	add(lines: readonly string[], state: Omit<State, 'bytes' | 'request'>): void {
		const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
		for (let done = 0; done < bytes.length;) {
			done += writeSync(this.#file, bytes, done, bytes.length - done, this.#state.bytes + done);
		}
		fsyncSync(this.#file);
		this.#state = { ...this.#state, ...state, bytes: this.#state.bytes + bytes.length };
		replaceFile(this.#statePath, `${JSON.stringify(this.#state, null, '\t')}\n`);
	}

	close(): void {
		closeSync(this.#file);
	}

	/** Gives the complete file its name. */
	finish(): void {
		this.close();
		renameSync(this.#part, this.#path);
		rmSync(this.#statePath, { force: true });
	}

	#readState(fresh: State): State {
		if (!existsSync(this.#statePath) || !existsSync(this.#part)) return fresh;
		const state = parseState(readFileSync(this.#statePath, 'utf8'));
		if (state && JSON.stringify(state.request) === JSON.stringify(fresh.request)) return state;
		throw new CommandError(
			`${this.#part} belongs to another download (${state ? JSON.stringify(state.request) : 'its state is damaged'}). Name another file with --out, or remove it and ${this.#statePath}.`
		);
	}
}

function parseState(text: string): State | null {
	try {
		const state = JSON.parse(text) as Partial<State>;
		const isWhole = [state.bytes, state.papers, state.repeats, state.rejected].every(Number.isSafeInteger);
		return isWhole && state.request && state.cursor !== undefined ? (state as State) : null;
	} catch {
		return null;
	}
}
