import { CorpusError } from './error.ts';

/** Below this many bytes nothing is suspicious. */
const harmless = 16_000_000;
/** Papers compress to a third or a twentieth; deflate cannot do better than a thousandth. */
const greatestRatio = 100;

/** Compressed bytes to inflate at once: what comes out of them is measured before more go in. */
export const inflationStep = 65_536;

/** Whether bytes inflate to so many like no papers do. */
export const isBomb = (given: number, taken: number) => given > harmless && given > taken * greatestRatio;

export function bomb(file: string): CorpusError {
	return new CorpusError(
		`${file}: it inflates to more than ${greatestRatio} times its size and is refused as a compression bomb. If it is none, inflate it and open what comes out.`
	);
}

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
		if (isBomb(this.#given, this.taken)) throw bomb(this.#file);
	}
}
