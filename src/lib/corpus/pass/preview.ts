import type { DateOrders } from '../../dataset/account.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { ByteSource } from '../bytes/bytes.ts';
import { CorpusError } from '../bytes/error.ts';
import type { CorpusOptions } from './open.ts';
import { partsOf, reasonOf, type Part } from './parts.ts';
import type { DateOrder } from '../paper/dates.ts';
import { noteDates, ordersOf, settled, statedOrders, type DayEvidence } from '../paper/day-order.ts';
import type { Parsed } from '../paper/record.ts';
import type { JsonObject } from '../paper/object-reader.ts';
import { tableOfObjects, unknownTable, type UnknownTable } from './unknown-table.ts';
import { parquet } from '../formats/table/parquet.ts';
import { UnknownColumns } from '../formats/table/unknown-columns.ts';

/** What the first records of a file, or of one in an archive, become. Duplicates are not looked for. */
export interface PartPreview {
	file: string;
	/** Id of its format. */
	format: string;
	/** Ids of formats that would make papers of it, too, of less of it. */
	others: readonly string[];
	records: number;
	papers: number;
	/** The encoding of a text, as `TextDecoder` calls it; `null` for what is no text. */
	encoding: string | null;
	/** Characters that could not be decoded, as far as was read. */
	undecoded: number;
	/** Columns with dates whose order of day and month only others show, as far as was read. */
	dateOrders: DateOrders[];
	/** The first papers. */
	sample: Paper[];
	/** Why records became none, and how many. */
	reasons: { reason: string; records: number }[];
}

export interface FilePreview {
	parts: PartPreview[];
	/** Whether the file was read to its end. */
	complete: boolean;
	/** Why the file cannot be read, or not further. */
	problem: string | null;
	/** A table, or objects, of which no column is known to hold titles or abstracts. */
	table: UnknownTable | null;
}

/** Records of a file that are looked at, and papers of a part that are shown. */
const lookedAt = 500;
const shown = 5;
/** Objects by which fields are shown that are not known. */
const shownObjects = 50;

const emptyPreview = ({ file, format, others = [] }: Part): PartPreview => ({
	...{ file, format, others, records: 0, papers: 0, encoding: null, undecoded: 0 },
	...{ dateOrders: [], sample: [], reasons: [] }
});

type Read = Exclude<Parsed, { reason: string }>;

/** Reads on in a part; says whether it ended within so many records. */
async function look(
	part: Part,
	preview: PartPreview,
	records: number,
	dateOrder: DateOrder | undefined
): Promise<boolean> {
	const reasons = new Map<string, number>();
	const days: DayEvidence = new Map();
	const first: Read[] = [];
	let isOver = false;
	while (!isOver && preview.records < records) {
		const next = await part.records.next();
		if (next.done) isOver = true;
		else {
			preview.records++;
			if ('reason' in next.value) reasons.set(next.value.reason, (reasons.get(next.value.reason) ?? 0) + 1);
			else {
				noteDates(days, next.value.dates);
				if (preview.papers++ < shown) first.push(next.value);
			}
		}
	}
	preview.sample = first.map(({ paper, dates }) => settled(paper, dates, ordersOf(days, dateOrder)));
	preview.dateOrders = statedOrders(days, dateOrder);
	preview.encoding = part.decoding?.encoding ?? null;
	preview.undecoded = part.decoding?.undecoded ?? 0;
	preview.reasons = [...reasons].map(([reason, count]) => ({ reason, records: count }));
	return isOver;
}

/** What a file's objects have for fields, where no paper came of any. */
function unknownObjects(parts: readonly PartPreview[], unread: readonly JsonObject[]): UnknownTable | null {
	if (unread.length === 0 || parts.some(({ papers }) => papers > 0)) return null;
	const { columns, rows } = tableOfObjects(unread);
	const called = parts[0]?.format === parquet.id ? 'column' : 'field';
	return columns.length === 0 ? null : unknownTable(called, columns, rows);
}

/**
 * What a file is, and what its first records become. Never fails for what the file holds.
 * @param maxBytes bytes of a file that the host can take, at most
 */
export async function previewFile(
	input: ByteSource,
	options: CorpusOptions,
	maxBytes: number
): Promise<FilePreview> {
	const found: FilePreview = { parts: [], complete: false, problem: null, table: null };
	const { format = 'auto', ...reading } = options;
	const unread: JsonObject[] = [];
	const onUnread = (value: JsonObject) => {
		if (unread.length < shownObjects) unread.push(value);
	};
	let left = lookedAt;
	try {
		for await (const part of partsOf(input, { ...reading, format, hasher: () => null, maxBytes, onUnread })) {
			const preview = emptyPreview(part);
			found.parts.push(preview);
			found.complete = await look(part, preview, left, options.dateOrder);
			if (!found.complete) break;
			left -= preview.records;
		}
		found.table = unknownObjects(found.parts, unread);
	} catch (error) {
		if (!(error instanceof CorpusError)) throw error;
		found.problem = reasonOf(input.name, error);
		if (error instanceof UnknownColumns) found.table = unknownTable('column', error.columns, error.rows);
	}
	return found;
}
