import { DuplicateSurvey } from '../../lib/corpus/pass/duplicates.ts';
import { unpackKeys } from '../../lib/corpus/pass/key-columns.ts';
import type { Columns, RowOf } from './arrow.ts';

/** Records that share keys, directly or by others, are of one component. */
export const mergeInput = {
	...{ component: 'long', record: 'long', item: 'long', place: 'int', file: 'int', blob: 'bytes' }
} as const satisfies Columns;
/** Papers in whose place another is kept, and by what, as a place in `mergeKeys`. */
export const mergeColumns = { item: 'long', place: 'int', by: 'int' } as const satisfies Columns;

type Row = RowOf<typeof mergeInput>;

/** Records that are held at once, but for a larger component. */
const recordsAtOnce = 50_000;

function* merged(rows: Row[]): Generator<RowOf<typeof mergeColumns>> {
	rows.sort((a, b) => (a.record! < b.record! ? -1 : 1));
	const survey = new DuplicateSurvey();
	for (const { blob, file } of rows) survey.addKeys(unpackKeys(blob!), file!);
	const { kept, by } = survey.merged();
	for (const [place, row] of rows.entries())
		if (kept[place] !== place) yield { item: row.item, place: row.place, by: by[place]! };
}

/**
 * Decides which records are the same paper. Only records of one component can be, so that components can be looked at
 * apart from each other; the rows of each come one after the other.
 */
export async function* mergeRecords(rows: AsyncIterable<Row>): AsyncGenerator<RowOf<typeof mergeColumns>> {
	let held: Row[] = [];
	for await (const row of rows) {
		if (held.length >= recordsAtOnce && held.at(-1)!.component !== row.component) {
			yield* merged(held);
			held = [];
		}
		held.push({ ...row, blob: row.blob!.slice() });
	}
	yield* merged(held);
}
