import type { CorpusAccount, InputAccount } from '../../dataset/account.ts';
import type { DateOrder } from '../paper/dates.ts';
import { addEvidence, ordersOf, statedOrders, type DayEvidence, type Orders } from '../paper/day-order.ts';
import type { Part } from './parts.ts';
import type { Surveyed } from './survey-piece.ts';

/** What an account needs of some records. */
export type RecordCounts = Pick<Surveyed, 'records' | 'papers' | 'days' | 'undecoded'>;

/** How a file was read: what is known of it when its last record has been. */
export interface FileFacts {
	readonly file: string;
	readonly format: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly others: readonly string[];
	readonly encoding: string | null;
	/** Characters that could not be decoded, but for those in pieces. */
	readonly undecoded: number;
	/** The account of the file, where its papers come from a dataset. */
	readonly input?: InputAccount | undefined;
}

/** Accounts for every record, file after file, in which duplicates count as papers. */
export class Accounting {
	/** Papers of each item, in the order of the items. */
	readonly itemPapers: number[] = [];
	/** Papers where each input begins. */
	readonly firstPaper: number[] = [];
	/** For each input, the order of day and month of its columns. */
	readonly dateOrders: Orders[] = [];
	papers = 0;
	readonly #account: CorpusAccount;
	#counts = { records: 0, papers: 0, duplicates: 0, rejected: 0 };
	#days: DayEvidence = new Map();
	#undecoded = 0;

	constructor(account: CorpusAccount) {
		this.#account = account;
	}

	begin(): void {
		this.firstPaper.push(this.papers);
		this.#counts = { records: 0, papers: 0, duplicates: 0, rejected: 0 };
		this.#days = new Map();
		this.#undecoded = 0;
	}

	/** Lists those of the next records of a file that became no paper, before they are taken in. */
	list(rejections: Surveyed['rejections'], file: string): void {
		for (const { place, ...why } of rejections) {
			const record = this.#counts.records + place + 1;
			this.#account.rejections.push({ file, record, ...why });
		}
	}

	/** Takes in the next records of a file. */
	take({ records, papers, days, undecoded }: RecordCounts): void {
		this.#counts.records += records;
		this.#counts.rejected += records - papers;
		this.#counts.papers += papers;
		this.papers += papers;
		this.itemPapers.push(papers);
		addEvidence(this.#days, days);
		this.#undecoded += undecoded;
	}

	/** @param dateOrder of day and month, where the user states it */
	end(facts: FileFacts, dateOrder?: DateOrder): void {
		const { input, others, encoding, file, format, bytes, sha256 } = facts;
		const undecoded = facts.undecoded + this.#undecoded;
		const dateOrders = statedOrders(this.#days, dateOrder);
		this.dateOrders.push(ordersOf(this.#days, dateOrder));
		this.#account.inputs.push(
			input ?? {
				...{ file, bytes, sha256, format, ...this.#counts },
				...(others.length === 0 ? {} : { others }),
				...(encoding === null ? {} : { encoding }),
				...(undecoded === 0 ? {} : { undecoded }),
				...(dateOrders.length === 0 ? {} : { dateOrders })
			}
		);
	}
}

/** What is known of a part that was read to its end. */
export const factsOf = ({ file, format, others = [], decoding, meter, input }: Part): FileFacts => ({
	...{ file, format, others, encoding: decoding?.encoding ?? null, input },
	undecoded: decoding?.undecoded ?? 0,
	...{ bytes: meter.bytes, sha256: meter.sha256() }
});
