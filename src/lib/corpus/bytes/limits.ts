import { CorpusError } from './error.ts';

/** Characters of a line, and of a record of JSON, at most. */
export const longestLine = 64_000_000;
/** Characters of any other record, at most: no paper is longer, and what is would fill the memory. */
export const longestRecord = 16_000_000;

export function tooLong(what: string, limit = longestRecord): CorpusError {
	return new CorpusError(`it has ${what} of more than ${Math.floor(limit / 1_000_000)} million characters.`);
}

/** Adds up the characters of the record that is being read. */
export class RecordLength {
	#length = 0;

	/** @throws CorpusError when the record is longer than any paper */
	add(characters: number): void {
		this.#length += characters;
		if (this.#length > longestRecord) throw tooLong('a record');
	}

	reset(): void {
		this.#length = 0;
	}
}
