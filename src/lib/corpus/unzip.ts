import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';

import { sliced } from './bytes.ts';
import { CorpusError } from './error.ts';
import { InflationGuard, inflationStep } from './inflation.ts';

export interface ZipEntry {
	/** Path inside the archive. */
	name: string;
	/** To be read before the next entry is asked for. */
	bytes: AsyncGenerator<Uint8Array>;
}

type Event = { kind: 'entry'; name: string } | { kind: 'data'; data: Uint8Array } | { kind: 'end' };

export const isZip = (head: Uint8Array) =>
	head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

/** Folders, and what file managers leave in archives. */
const isIgnored = (name: string) => /\/$|(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);

class ZipReader {
	readonly #file: string;
	readonly #source: AsyncIterator<Uint8Array>;
	readonly #unzip = new Unzip((file) => this.#open(file));
	readonly #guard: InflationGuard;
	#events: Event[] = [];
	#isOver = false;
	#isInside = false;

	constructor(file: string, source: AsyncIterable<Uint8Array>) {
		this.#file = file;
		this.#source = sliced(source, inflationStep)[Symbol.asyncIterator]();
		this.#guard = new InflationGuard(file);
		this.#unzip.register(UnzipInflate);
	}

	#open(entry: UnzipFile): void {
		if (isIgnored(entry.name)) return;
		this.#events.push({ kind: 'entry', name: entry.name });
		entry.ondata = (error, data, final) => {
			if (error) throw error;
			this.#guard.give(data.length);
			if (data.length > 0) this.#events.push({ kind: 'data', data });
			if (final) this.#events.push({ kind: 'end' });
		};
		entry.start();
	}

	async #next(): Promise<Event | null> {
		while (this.#events.length === 0 && !this.#isOver) {
			const { done, value } = await this.#source.next();
			this.#isOver = done === true;
			const chunk = value ?? new Uint8Array(0);
			this.#guard.taken += chunk.length;
			try {
				this.#unzip.push(chunk, this.#isOver);
			} catch (error) {
				throw this.#damaged(error);
			}
		}
		return this.#events.shift() ?? null;
	}

	#damaged(error: unknown): CorpusError {
		if (error instanceof CorpusError) return error;
		return new CorpusError(
			`${this.#file}: its zip data is damaged, encrypted or of a kind that cannot be read (${String(error)}). Unpack it and open the files.`
		);
	}

	async *#data(): AsyncGenerator<Uint8Array> {
		this.#isInside = true;
		for (let event = await this.#next(); event?.kind !== 'end'; event = await this.#next()) {
			if (event?.kind !== 'data') throw this.#damaged('an entry ends too early');
			yield event.data;
		}
		this.#isInside = false;
	}

	async *entries(): AsyncGenerator<ZipEntry> {
		for (let event = await this.#next(); event !== null; event = await this.#next()) {
			if (event.kind !== 'entry') continue;
			const bytes = this.#data();
			yield { name: event.name, bytes };
			while (!(await bytes.next()).done) continue;
			if (this.#isInside) throw this.#damaged('an entry was left before its end');
		}
	}
}

/** The files in a zip archive, in its order, inflated as they are read. */
export function zipEntries(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ZipEntry> {
	return new ZipReader(file, bytes).entries();
}
