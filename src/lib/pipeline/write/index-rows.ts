import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { utf8Length } from '../../base/byte-writer.ts';
import type { Parts } from './parts.ts';
import type { TermSource } from './postings.ts';
import type { TableWriter } from './table-writer.ts';

/** About what a posting takes in a file. */
const postingBytes = 10;
/** Rows that are written at once: as many as DuckDB keeps together. */
const rowsAtOnce = 122_880;

/** Gathers rows of whole numbers to columns. */
class IntegerRows<Name extends string> {
	readonly #names: readonly Name[];
	readonly #columns: readonly Int32Array[];
	length = 0;

	constructor(names: readonly Name[]) {
		this.#names = names;
		this.#columns = names.map(() => new Int32Array(rowsAtOnce));
	}

	get isFull(): boolean {
		return this.length === rowsAtOnce;
	}

	/** Adds a row, for which there must be room. */
	add(row: readonly number[]): void {
		for (let column = 0; column < row.length; column++) {
			(this.#columns[column] as Int32Array)[this.length] = row[column] as number;
		}
		this.length++;
	}

	/** The rows so far, which begin anew. They are valid until the next is added. */
	take(): { length: number; columns: Record<Name, Int32Array> } {
		const { length } = this;
		this.length = 0;
		const columns = this.#columns.map((values, column) => [this.#names[column], values.subarray(0, length)]);
		return { length, columns: Object.fromEntries(columns) as Record<Name, Int32Array> };
	}
}

/** Writes the postings of terms into one part after another. */
class PostingWriter {
	readonly #writer: TableWriter;
	readonly #postings = new IntegerRows(['term_id', 'paper_id', 'frequency', 'position']);
	readonly #repeats = new IntegerRows(['term_id', 'paper_id', 'position']);
	#part = 0;

	constructor(writer: TableWriter) {
		this.#writer = writer;
	}

	async write(termId: number, postings: Uint32Array, part: number): Promise<void> {
		if (part !== this.#part) await this.flush();
		this.#part = part;
		for (let at = 0; at < postings.length;) {
			const [paper, frequency, first] = [postings[at], postings[at + 1], postings[at + 2]] as [
				number,
				number,
				number
			];
			const end = at + 2 + frequency;
			this.#postings.add([termId, paper, frequency, first]);
			if (this.#postings.isFull) await this.flush();
			for (at += 3; at < end; at++) {
				this.#repeats.add([termId, paper, postings[at] as number]);
				if (this.#repeats.isFull) await this.flush();
			}
		}
	}

	async flush(): Promise<void> {
		if (this.#postings.length > 0) await this.#writer.write('postings', this.#postings.take(), this.#part);
		if (this.#repeats.length > 0) await this.#writer.write('repeats', this.#repeats.take(), this.#part);
	}
}

/** Terms between two checkpoints: some tens of milliseconds. */
const termsAtOnce = 500;

/**
 * Writes the search index, cut by term: part after part, so that one of them is open at a time.
 * @param firstTerm id of the first term
 */
export async function writeIndex(
	index: TermSource,
	writer: TableWriter,
	parts: Pick<Parts, 'place'>,
	hooks: Hooks,
	firstTerm = 0
): Promise<void> {
	const postings = new PostingWriter(writer);
	let termId = firstTerm;
	for (const { term, documentFrequency, postings: list } of index.terms()) {
		if (termId % termsAtOnce === 0) {
			await checkpoint(hooks, { stage: 'write', done: termId - firstTerm, total: index.size });
		}
		const part = parts.place(term, utf8Length(term) + documentFrequency * postingBytes);
		await writer.add('terms', { term_id: termId, term, document_frequency: documentFrequency }, part);
		await postings.write(termId++, list, part);
	}
	await postings.flush();
	await checkpoint(hooks, { stage: 'write', done: index.size, total: index.size });
}
