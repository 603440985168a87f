import type { CorpusAccount } from '../../dataset/account.ts';
import type { LinePiece } from '../bytes/cut-lines.ts';
import type { Part } from './parts.ts';
import type { Parsed } from '../paper/record.ts';

/** Some records of a part: as they were read, or a piece of its file that any thread can read. */
export type Item = { records: readonly Parsed[] } | { piece: LinePiece };

/** Records that are handed on together: few, so that a cancel is heard in slow formats too. */
const recordsAtOnce = 256;

async function* recordItems({ records }: Part, account: CorpusAccount): AsyncGenerator<Item> {
	let item: Parsed[] = [];
	for (let next = await records.next(); ; next = await records.next()) {
		if (next.done) {
			account.title ??= next.value.title;
			account.listed ??= next.value.listed;
			break;
		}
		item.push(next.value);
		if (item.length < recordsAtOnce) continue;
		yield { records: item };
		item = [];
	}
	if (item.length > 0) yield { records: item };
}

/**
 * A part in items, cut alike in every pass.
 * @param account takes what the part says of the corpus
 */
export async function* itemsOf(part: Part, account: CorpusAccount): AsyncGenerator<Item> {
	if (part.pieces) for await (const piece of part.pieces) yield { piece };
	else yield* recordItems(part, account);
}
