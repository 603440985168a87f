import { fileName } from '../../dataset/files.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import type { FileGroup } from '../../dataset/schema.ts';

/** Raw bytes from which a group of files goes on in a new part. */
const partBytes = 16 * 1024 * 1024;
/** Estimated bytes from which the papers' rows go on in a new file, which must stay below the 25 MB that some hosts refuse. */
export const rowFileBytes = 20 * 1024 * 1024;

/** Entries that follow each other in one part: from, up to but not including to. */
export interface PartRun {
	part: number;
	from: number;
	to: number;
}

/** Cuts a group of files into parts of bounded size, in key order. */
export class Parts {
	readonly files: DatasetFile[] = [];
	readonly #group: FileGroup;
	readonly #limit: number;
	readonly #first: number;
	#bytes = 0;

	/** @param first number of the first part */
	constructor(group: FileGroup, limit = partBytes, first = 0) {
		this.#group = group;
		this.#limit = limit;
		this.#first = first;
	}

	/** The part that an entry goes to. Keys must ascend. */
	place(key: number | string, bytes: number): number {
		const last = this.files.at(-1);
		if (last && this.#bytes + bytes <= this.#limit) {
			this.#bytes += bytes;
			last.last = key;
			return last.part;
		}
		const part = this.#first + this.files.length;
		this.files.push({ file: fileName(this.#group, part), group: this.#group, part, first: key, last: key });
		this.#bytes = bytes;
		return part;
	}

	/** The parts that entries with the keys `first`, `first` + 1, ... go to. */
	placeAll(first: number, count: number, bytesOf: (entry: number) => number): PartRun[] {
		const runs: PartRun[] = [];
		for (let entry = 0; entry < count; entry++) {
			const part = this.place(first + entry, bytesOf(entry));
			const run = runs.at(-1);
			if (run?.part === part) run.to = entry + 1;
			else runs.push({ part, from: entry, to: entry + 1 });
		}
		return runs;
	}
}
