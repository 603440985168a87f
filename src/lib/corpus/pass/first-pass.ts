import { checkpoint, poolOf, type Hooks } from '../../source/hooks.ts';
import { inOrder } from '../../base/in-order.ts';
import { ownThread, type Pool } from '../../threads/pool.ts';
import { SampleDraw, type Sample, type Sampling } from '../../source/sample-draw.ts';
import type { CorpusAccount } from '../../dataset/account.ts';
import type { DateOrder } from '../paper/dates.ts';
import type { Orders } from '../paper/day-order.ts';
import { Accounting, factsOf } from './accounting.ts';
import { DuplicateSurvey, type Merged } from './duplicates.ts';
import { earlierAccount, type EarlierPapers } from './earlier.ts';
import { accountOfMerges } from './merges.ts';
import { itemsOf, type Item, type Part } from './parts.ts';
import { surveyPiece, surveyRecords, type SurveyQuestion, type Surveyed } from './survey-piece.ts';

/** What the first pass has found. */
export interface Found {
	account: CorpusAccount;
	/** For each paper of the corpus, 1 when another record is kept instead; nothing where all are kept. */
	duplicates: Uint8Array | null;
	/** Papers of each item, duplicates included, in the order of the items. */
	itemPapers: readonly number[];
	/** For each input, the order of day and month of its columns. */
	dateOrders: readonly Orders[];
	sample: Sample;
}

/** Items under way for each thread, so that none waits. */
const itemsPerThread = 2;
/** Inputs of fewer bytes are read in this thread: starting others would take longer. */
const smallInput = 4_000_000;

export interface FirstPassOptions {
	keepDuplicates: boolean;
	sampling: Sampling | null;
	/** Bytes of all inputs, where they are known. */
	bytes: number;
	/** Papers that the new ones are added to, where there are any; their parts are read first. */
	earlier?: EarlierPapers | undefined;
}

/** Takes the inputs in, part by part. */
export class FirstPass {
	readonly #account: CorpusAccount;
	readonly #survey: DuplicateSurvey | null;
	readonly #draw: SampleDraw | null;
	readonly #accounting: Accounting;
	readonly #options: FirstPassOptions;
	readonly #pool: Pool;
	readonly #hooks: Hooks;

	constructor(options: FirstPassOptions, hooks: Hooks) {
		this.#options = options;
		this.#account = earlierAccount(options.earlier);
		this.#accounting = new Accounting(this.#account);
		this.#hooks = hooks;
		this.#pool = options.bytes < smallInput ? ownThread() : poolOf(hooks);
		this.#survey = options.keepDuplicates ? null : new DuplicateSurvey();
		this.#draw = options.sampling && new SampleDraw(options.sampling);
	}

	/** @param dateOrder of day and month, where the user states it */
	async read(part: Part, dateOrder?: DateOrder): Promise<void> {
		const width = this.#pool.size === 1 ? 1 : this.#pool.size * itemsPerThread;
		const file = this.#account.inputs.length;
		this.#accounting.begin();
		for await (const surveyed of inOrder(itemsOf(part, this.#account), width, (item) =>
			this.#ask(item, file)
		)) {
			this.#survey?.addKeys(surveyed.keys, file);
			const { papers } = this.#accounting;
			for (const { place, rank, ...text } of surveyed.drawn) this.#draw?.add(rank, papers + place, text);
			this.#accounting.list(surveyed.rejections, part.file);
			this.#accounting.take(surveyed);
			await checkpoint(this.#hooks, { stage: 'read', done: this.#accounting.papers, total: null });
		}
		this.#accounting.end(factsOf(part), dateOrder);
	}

	/** What was found in all that was read. */
	finish(): Found {
		const merged = this.#survey?.merged() ?? null;
		const duplicates = merged && Uint8Array.from(merged.kept, (kept, record) => (kept === record ? 0 : 1));
		const account = this.#accountWith(merged);
		return {
			account,
			duplicates,
			itemPapers: this.#accounting.itemPapers,
			dateOrders: this.#accounting.dateOrders,
			sample: {
				papers: this.#draw?.finish((paper) => duplicates?.[paper] === 1) ?? [],
				total: account.inputs.reduce((sum, { papers }) => sum + papers, 0)
			}
		};
	}

	#accountWith(merged: Merged | null): CorpusAccount {
		const { earlier } = this.#options;
		const account = merged
			? accountOfMerges(this.#account, this.#accounting.firstPaper, merged, earlier)
			: this.#account;
		return { ...account, rejections: [...(earlier?.rejections ?? []), ...account.rejections] };
	}

	#ask(item: Item, file: number): Promise<Surveyed> {
		const { sampling } = this.#options;
		const question: SurveyQuestion = { file, sampling, limit: this.#draw?.limit ?? 0 };
		if ('records' in item) return Promise.resolve(surveyRecords(item.records, question));
		const { piece } = item;
		return this.#pool.run(surveyPiece, { ...question, piece }, [piece.bytes.buffer]);
	}
}
