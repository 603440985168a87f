import { packKeys, type KeyColumns } from '../../lib/corpus/pass/key-columns.ts';
import { pieceRecords } from '../../lib/corpus/pass/read-piece.ts';
import { surveyRecords, type Surveyed } from '../../lib/corpus/pass/survey-piece.ts';
import { noDecoding } from '../../lib/corpus/bytes/decode.ts';
import { samplingOf } from '../../lib/pipeline/options.ts';
import { SampleDraw } from '../../lib/source/sample-draw.ts';
import type { Columns, RowOf } from './arrow.ts';
import { itemIn, pack, type Packed, type Staging } from './staging.ts';

export const surveyInput = {
	...{ item: 'long', file: 'int', encoding: 'text', blob: 'bytes' }
} as const satisfies Columns;
/**
 * Items with the numbers of their papers and records, the first as `place`; records that became no paper, by their place
 * among the records; keys of each paper; texts of papers that may be drawn.
 */
export const surveyColumns = {
	...{ kind: 'text', item: 'long', place: 'int', file: 'int' },
	...{ id: 'long', doi: 'long', text: 'long', title_year: 'long' },
	...{ rank: 'long', records: 'int', reason: 'text', excerpt: 'text', blob: 'bytes' }
} as const satisfies Columns;

type Row = Partial<RowOf<typeof surveyColumns>>;

const keyNames = { id: 'id', doi: 'doi', text: 'text', title_year: 'titleYear' } as const;

function* keyRows(keys: KeyColumns, item: bigint, file: number): Generator<Row> {
	for (let place = 0; place < keys.id.length; place++) {
		const stated = Object.entries(keyNames).map(([name, key]) => {
			const value = keys[key][place]!;
			return [name, Number.isNaN(value) ? null : BigInt(value)];
		});
		yield { kind: 'key', item, place, file, ...Object.fromEntries(stated), blob: packKeys(keys, place) };
	}
}

function surveyed(item: Packed['item'], question: Parameters<typeof surveyRecords>[1]): Surveyed {
	if ('records' in item) return surveyRecords(item.records, question);
	const decoding = noDecoding();
	const found = surveyRecords(pieceRecords(item.piece, decoding), question);
	return { ...found, undecoded: decoding.undecoded };
}

/** Says of each item what the first pass of a build learns of it. */
export async function* surveyItems(
	rows: AsyncIterable<RowOf<typeof surveyInput>>,
	staging: Staging
): AsyncGenerator<Row> {
	const { job, corpus } = staging.load('job').wanted;
	const sampling = samplingOf(job.options.pipeline);
	const draw = new SampleDraw(sampling);
	const offered: { item: bigint; place: number }[] = [];
	for await (const row of rows) {
		const [item, file] = [row.item!, row.file!];
		const found = surveyed(itemIn(row), { file, sampling, limit: draw.limit });
		const { drawn, keys, rejections, ...counts } = found;
		for (const { place, rank, ...text } of drawn) draw.add(rank, offered.push({ item, place }) - 1, text);
		if (!corpus.keepDuplicates) yield* keyRows(keys, item, file);
		for (const rejection of rejections) yield { kind: 'rejection', item, file, ...rejection };
		const { papers, records } = counts;
		yield { kind: 'item', item, place: papers, records, file, blob: pack('counts', counts) };
	}
	for (const { rank, index, title, abstract, keywords = [] } of draw.candidates())
		yield {
			...{ kind: 'text', rank: BigInt(rank), ...offered[index]! },
			blob: pack('text', { title, abstract, keywords })
		};
}
