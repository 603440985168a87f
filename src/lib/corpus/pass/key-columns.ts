import type { Paper } from '../../dataset/paper.ts';
import { fullness, recordKeys, type RecordKeys } from '../paper/identity.ts';

/** The keys of records and how much each says, in columns: NaN stands for what a record does not state. */
export interface KeyColumns {
	readonly id: Float64Array<ArrayBuffer>;
	readonly doi: Float64Array<ArrayBuffer>;
	readonly text: Float64Array<ArrayBuffer>;
	readonly titleYear: Float64Array<ArrayBuffer>;
	readonly authors: Float64Array<ArrayBuffer>;
	readonly year: Uint16Array<ArrayBuffer>;
	readonly fullness: Uint16Array<ArrayBuffer>;
	readonly hasAbstract: Uint8Array<ArrayBuffer>;
}

/** The keys of papers of the file with the given number. */
export function keysOf(papers: readonly Paper[], file: number): KeyColumns {
	const { length } = papers;
	const columns: KeyColumns = {
		id: new Float64Array(length),
		doi: new Float64Array(length),
		text: new Float64Array(length),
		titleYear: new Float64Array(length),
		authors: new Float64Array(length),
		year: new Uint16Array(length),
		fullness: new Uint16Array(length),
		hasAbstract: new Uint8Array(length)
	};
	for (const [row, paper] of papers.entries()) {
		const keys = recordKeys(paper, file);
		columns.id[row] = keys.id ?? NaN;
		columns.doi[row] = keys.doi ?? NaN;
		columns.text[row] = keys.text;
		columns.titleYear[row] = keys.titleYear ?? NaN;
		columns.authors[row] = keys.authors;
		columns.year[row] = keys.year ?? 0;
		columns.fullness[row] = fullness(paper);
		columns.hasAbstract[row] = keys.hasAbstract ? 1 : 0;
	}
	return columns;
}

const stated = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/** One record's keys. */
export function keysAt(columns: KeyColumns, row: number): RecordKeys {
	return {
		id: stated(columns.id[row]),
		doi: stated(columns.doi[row]),
		text: columns.text[row] as number,
		titleYear: stated(columns.titleYear[row]),
		authors: columns.authors[row] as number,
		year: columns.year[row] || null,
		hasAbstract: columns.hasAbstract[row] === 1
	};
}

/** The buffers of the columns. */
export function keyBuffers(columns: KeyColumns): ArrayBuffer[] {
	return Object.values(columns).map(({ buffer }: { buffer: ArrayBuffer }) => buffer);
}
