import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import type { FileFacts, RecordCounts } from '../../lib/corpus/pass/accounting.ts';
import type { Item } from '../../lib/corpus/pass/parts.ts';
import type { RowSumState } from '../../lib/base/row-sum.ts';
import type { CorpusAccount, InputAccount } from '../../lib/dataset/account.ts';
import type { DatasetFile } from '../../lib/dataset/manifest.ts';
import type { TableName } from '../../lib/dataset/schema.ts';
import type { CountsState } from '../../lib/pipeline/write/paper-counts.ts';
import type { SampleText } from '../../lib/source/sample-draw.ts';
import { quoteText } from '../../lib/queries/sql/quote.ts';
import { fromDuckDb } from '../dataset/chunks.ts';
import type { Engine } from '../dataset/engine.ts';
import type { WantedBuild } from '../input/build-options.ts';

/** What steps hand to each other as bytes that only they read. */
export interface Packed {
	item: Item;
	part: FileFacts & { title: string | null; listed: string | null };
	/** Of a file, with what it says of the corpus. */
	account: Pick<CorpusAccount, 'title' | 'listed'> & { input: InputAccount };
	counts: RecordCounts;
	text: SampleText;
	written: WrittenPart;
	terms: PackedTerms;
	job: SparkJob;
	fitted: Fitted;
}

/** What is built, and of which files. */
export interface SparkJob {
	wanted: WantedBuild;
	/** Files as Spark names them, in their order: by path, and by address; and as the account does. */
	paths: readonly string[];
	uris: readonly string[];
	names: readonly string[];
}

/** What is known once the themes are fitted. */
export interface Fitted {
	/** Without its rejections. */
	account: CorpusAccount;
	/** Papers that the themes were fitted on. */
	sampled: number;
	/** Terms that begin the parts of the search index, but for the first. */
	bounds: readonly string[];
}

/** A file of a dataset whose number is not final. */
export interface StagedFile extends DatasetFile {
	path: string;
	sha256: string;
}

/** Some of a dataset's tables, as a task has written them. */
export interface WrittenPart {
	files: readonly StagedFile[];
	sums: readonly (readonly [TableName, RowSumState])[];
	/** What was counted of papers; nothing for a part of the search index. */
	counts: CountsState | null;
}

/** Terms in code-unit order, with their postings one after the other. */
export interface PackedTerms {
	terms: readonly string[];
	documents: Int32Array;
	ends: Int32Array;
	bytes: Uint8Array;
}

export const pack = <K extends keyof Packed>(_: K, value: Packed[K]): Uint8Array => serialize(value);
export const unpack = <K extends keyof Packed>(_: K, bytes: Uint8Array): Packed[K] =>
	deserialize(bytes) as Packed[K];

/** An item, with its bytes in the encoding that was found of its whole file. */
export function itemIn({ encoding, blob }: { encoding: string | null; blob: Uint8Array | null }): Item {
	const item = unpack('item', blob!);
	return 'piece' in item && encoding !== null ? { piece: { ...item.piece, encoding } } : item;
}

/** The folder that all processes of a job share. */
export class Staging {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
	}

	path(...names: string[]): string {
		return join(this.folder, ...names);
	}

	save<K extends 'job' | 'fitted'>(kind: K, value: Packed[K]): void {
		mkdirSync(this.folder, { recursive: true });
		const path = this.path(kind);
		writeFileSync(`${path}.tmp`, pack(kind, value));
		renameSync(`${path}.tmp`, path);
	}

	load<K extends 'job' | 'fitted'>(kind: K): Packed[K] {
		return unpack(kind, readFileSync(this.path(kind)));
	}

	/**
	 * Rows of a table that Spark has written as Parquet, a chunk of them at a time.
	 * @param rest of the query
	 */
	async *rows<R>(engine: Engine, table: string, columns: string, rest: string): AsyncGenerator<R> {
		if (!existsSync(this.path(table))) return;
		const files = quoteText(this.path(table, '*.parquet'));
		const result = await engine.connection.stream(
			`SELECT ${columns} FROM read_parquet(${files}) AS "${table}" ${rest}`
		);
		const names = result.columnNames();
		for (
			let chunk = await result.fetchChunk();
			chunk && chunk.rowCount > 0;
			chunk = await result.fetchChunk()
		) {
			const values = chunk.getColumns().map((column) => column.map(fromDuckDb));
			for (let row = 0; row < chunk.rowCount; row++)
				yield Object.fromEntries(names.map((name, at) => [name, values[at]![row]])) as R;
		}
	}
}

/** Bits of an item's number that tell the records of a file apart, and those beside them that tell files of an input. */
const [itemBits, partBits] = [28n, 16n];

/** Number of the input that a file, told by its items' numbers without their last bits, is or stands in. */
export const inputOf = (number: bigint): number => Number(number >> partBits);

/** A number that puts items into the order of the corpus. */
export const itemNumber = (input: number, part: number, item: number): bigint =>
	(((BigInt(input) << partBits) | BigInt(part)) << itemBits) | BigInt(item);
