import { CorpusError } from './error.ts';

/** Below this many bytes nothing is suspicious. */
const harmless = 16_000_000;
/** Papers compress to a third or a twentieth; deflate cannot do better than a thousandth. */
const greatestRatio = 100;

/** Compressed bytes to inflate at once: what comes out of them is measured before more go in. */
export const inflationStep = 65_536;

/** Watches what compressed data inflate to, so that a small file cannot fill the memory or the disk. */
export class InflationGuard {
	taken = 0;
	#given = 0;
	readonly #file: string;

	constructor(file: string) {
		this.#file = file;
	}

	/** @throws CorpusError when the data inflate like no papers do */
	give(bytes: number): void {
		this.#given += bytes;
		if (this.#given > harmless && this.#given > this.taken * greatestRatio) {
			throw new CorpusError(
				`${this.#file}: it inflates to more than ${greatestRatio} times its size and is refused as a compression bomb. If it is none, inflate it and open what comes out.`
			);
		}
	}
}
