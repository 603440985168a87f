import { chunkOf } from '../../lib/corpus/pass/open.ts';
import { readPiece } from '../../lib/corpus/pass/read-piece.ts';
import type { ThemeModel } from '../../lib/pipeline/model.ts';
import { PaperPass } from '../../lib/pipeline/write/paper-pass.ts';
import type { Index } from '../../lib/pipeline/write/postings.ts';
import type { PaperSource } from '../../lib/source/source.ts';
import { ownThread } from '../../lib/threads/pool.ts';
import { readModel } from '../dataset/read-model.ts';
import type { Columns, RowOf } from './arrow.ts';
import { itemIn, pack, type PackedTerms, type Staging } from './staging.ts';
import { writePart } from './written-part.ts';

/** Items in the order of the corpus, range after range; of each the places of papers that are dropped, with commas between. */
export const assignInput = {
	...{ range: 'int', first_id: 'int', papers: 'int', dropped: 'text' },
	...{ orders: 'text', encoding: 'text', blob: 'bytes' }
} as const satisfies Columns;
/** What a range has written, and its postings by the part of the index that they go to. */
export const assignColumns = {
	...{ kind: 'text', range: 'int', target: 'int', piece: 'int', blob: 'bytes' }
} as const satisfies Columns;

type Row = RowOf<typeof assignInput>;
type Assigned = Partial<RowOf<typeof assignColumns>>;

/** Bytes of postings that travel together. */
const pieceBytes = 1 << 20;

/** Rows that can be looked at before they are taken. */
class Rows {
	next: Row | null = null;
	readonly #rows: AsyncIterator<Row>;

	constructor(rows: AsyncIterable<Row>) {
		this.#rows = rows[Symbol.asyncIterator]();
	}

	async move(): Promise<void> {
		const { done, value } = await this.#rows.next();
		this.next = done ? null : value;
	}
}

function chunkFrom(row: Row) {
	const papers = row.papers!;
	const places = row.dropped?.split(',') ?? [];
	const dropped = places.length === 0 ? null : new Uint8Array(papers);
	for (const place of places) dropped![Number(place)] = 1;
	const kept = papers - places.length;
	return { chunk: chunkOf(itemIn(row), { papers, kept, dropped }, JSON.parse(row.orders!)), papers: kept };
}

/** The items of one range as a corpus. */
function sourceOf(rows: Rows, range: number): PaperSource {
	const unused = (): never => {
		throw new Error('a range has chunks alone');
	};
	return {
		papers: unused,
		account: unused,
		read: readPiece,
		chunks: async function* () {
			for (; rows.next?.range === range; await rows.move()) yield chunkFrom(rows.next);
		}
	};
}

/** Gathers terms for one part of the index. */
class TermPiece {
	#terms: string[] = [];
	#documents: number[] = [];
	#ends: number[] = [];
	#bytes: Uint8Array[] = [];
	#length = 0;

	get isEmpty(): boolean {
		return this.#terms.length === 0;
	}

	get isFull(): boolean {
		return this.#length >= pieceBytes;
	}

	add(term: string, documents: number, bytes: Uint8Array): void {
		this.#terms.push(term);
		this.#documents.push(documents);
		this.#bytes.push(bytes.slice());
		this.#ends.push((this.#length += bytes.length));
	}

	take(): PackedTerms {
		const [terms, documents, ends] = [this.#terms, this.#documents, this.#ends];
		const bytes = Buffer.concat(this.#bytes);
		[this.#terms, this.#documents, this.#ends, this.#bytes, this.#length] = [[], [], [], [], 0];
		return { terms, documents: Int32Array.from(documents), ends: Int32Array.from(ends), bytes };
	}
}

function* termRows(index: Index, range: number, bounds: readonly string[]): Generator<Assigned> {
	const open = new TermPiece();
	let [target, piece] = [0, 0];
	const take = (): Assigned => ({
		...{ kind: 'terms', range, target, piece: piece++ },
		blob: pack('terms', open.take())
	});
	for (const { term, documentFrequency, bytes } of index.packed()) {
		const isBeyond = target < bounds.length && term >= bounds[target]!;
		if (!open.isEmpty && (isBeyond || open.isFull)) yield take();
		while (target < bounds.length && term >= bounds[target]!) target++;
		open.add(term, documentFrequency, bytes);
	}
	if (!open.isEmpty) yield take();
}

async function* assignRange(
	rows: Rows,
	{ range, first_id }: Row,
	model: ThemeModel,
	staging: Staging
): AsyncGenerator<Assigned> {
	const { bounds } = staging.load('fitted');
	const { cubeCells, partBytes } = staging.load('job').wanted.job.options;
	const postings: Assigned[] = [];
	const { written } = await writePart(staging, async (writer, sink) => {
		const limits = { cubeCells, partBytes, earlier: 0, firstId: first_id! };
		const pass = new PaperPass(model, writer, limits, sink.scratch);
		await pass.run(sourceOf(rows, range!), null, ownThread(readPiece), {});
		postings.push(...termRows(pass.index, range!, bounds));
		return { files: pass.files(), counts: pass.counts.state() };
	});
	yield* postings;
	yield { kind: 'range', range, blob: pack('written', written) };
}

/** Puts papers into themes, range after range, and writes their tables. */
export async function* assignItems(items: AsyncIterable<Row>, staging: Staging): AsyncGenerator<Assigned> {
	const model = readModel(staging.path('model'));
	const rows = new Rows(items);
	for (await rows.move(); rows.next;) yield* assignRange(rows, rows.next, model, staging);
}
