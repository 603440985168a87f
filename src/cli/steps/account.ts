import { Accounting, type FileFacts } from '../../lib/corpus/pass/accounting.ts';
import { optionsOf } from '../../lib/corpus/pass/open.ts';
import { noMerges, withMerged } from '../../lib/corpus/pass/merges.ts';
import { mergeKeys, type CorpusAccount, type MergeCounts } from '../../lib/dataset/account.ts';
import type { Columns, RowOf } from './arrow.ts';
import { inputOf, pack, unpack, type Packed, type SparkJob, type Staging } from './staging.ts';

/** What is known of each file, with how many of its papers were merged, by what, and then the counts of its items. */
export const accountInput = {
	...{ number: 'long', kind: 'text', merged: 'text', blob: 'bytes' }
} as const satisfies Columns;
/** One row for each file: its name, and the orders of day and month in its columns. */
export const accountColumns = {
	...{ number: 'long', file: 'text', orders: 'text', blob: 'bytes' }
} as const satisfies Columns;

type Account = RowOf<typeof accountColumns>;

/** Counts by places in `mergeKeys`, as JSON. */
function mergeCounts(merged: string | null): MergeCounts {
	const counts = noMerges();
	for (const [place, count] of Object.entries(JSON.parse(merged ?? '{}') as Record<string, number>))
		counts[mergeKeys[Number(place)]!] += count;
	return counts;
}

/** Adds up what is known of one file. */
class FileSum {
	readonly #account: CorpusAccount = { title: null, listed: null, inputs: [], rejections: [] };
	readonly #accounting = new Accounting(this.#account);
	readonly #number: bigint;
	readonly #merged: MergeCounts;
	readonly #part: Packed['part'];

	constructor({ number, merged, blob }: RowOf<typeof accountInput>) {
		this.#number = number!;
		this.#merged = mergeCounts(merged);
		this.#part = unpack('part', blob!);
		this.#accounting.begin();
	}

	add(blob: Uint8Array): void {
		this.#accounting.take(unpack('counts', blob));
	}

	row({ wanted: { corpus } }: SparkJob): Account {
		const { title, listed, ...facts } = this.#part;
		this.#accounting.end(facts satisfies FileFacts, optionsOf(corpus, inputOf(this.#number)).dateOrder);
		const read = this.#account.inputs[0]!;
		const input = corpus.keepDuplicates ? read : withMerged(read, this.#merged, false);
		const orders = JSON.stringify(this.#accounting.dateOrders[0]);
		return {
			number: this.#number,
			file: input.file,
			orders,
			blob: pack('account', { title, listed, input })
		};
	}
}

/** Adds up the account of each file; its rows come one after the other, the first says what the file is. */
export async function* accountForFiles(
	rows: AsyncIterable<RowOf<typeof accountInput>>,
	staging: Staging
): AsyncGenerator<Account> {
	const job = staging.load('job');
	let sum: FileSum | null = null;
	for await (const row of rows) {
		if (row.kind !== 'part') {
			sum!.add(row.blob!);
			continue;
		}
		if (sum) yield sum.row(job);
		sum = new FileSum(row);
	}
	if (sum) yield sum.row(job);
}
