import type { PaperListRow } from '../../../queries/papers/paper-types.ts';
import { describeFailure, Latest, type Failure } from '../../../state/latest.ts';

/** Gives `count` papers from a position, in the order that is shown. */
export type AskRows = (from: number, count: number, signal: AbortSignal) => Promise<PaperListRow[]>;

/** Papers fetched at a time. */
export const pageLength = 100;

interface Span {
	from: number;
	/** Exclusive. */
	to: number;
}

/**
 * The rows of a long table, fetched in pages as they come into view. Only the newest wish counts: scrolling on
 * calls off what has scrolled by. After a change of filters or order the old rows stay until new ones arrive.
 */
export class PaperRows {
	/** Has holes where no page was fetched. */
	rows = $state.raw<readonly (PaperListRow | undefined)[]>([]);
	/** The rows are those of an earlier question, or there are none yet. */
	stale = $state(true);
	failure = $state.raw<Failure | null>(null);
	readonly #latest = new Latest();
	#ask: AskRows | null = null;
	#span: Span = { from: 0, to: pageLength };
	#loading: Promise<void> | null = null;

	/** Asks another question: the rows are fetched again from the first. */
	restart(ask: AskRows): Promise<void> {
		this.#ask = ask;
		this.stale = true;
		return this.#load({ from: 0, to: pageLength });
	}

	/** Fetches what is missing between two positions. */
	need(from: number, to: number): Promise<void> {
		const { rows } = this;
		let first = from;
		let last = to;
		while (first < last && rows[first] !== undefined) first++;
		while (last > first && rows[last - 1] !== undefined) last--;
		if (this.#ask === null || this.stale || first === last) return this.#loading ?? Promise.resolve();
		const span = {
			from: Math.floor(first / pageLength) * pageLength,
			to: Math.ceil(last / pageLength) * pageLength
		};
		const isUnderWay = this.#loading && span.from >= this.#span.from && span.to <= this.#span.to;
		return isUnderWay && this.#loading ? this.#loading : this.#load(span);
	}

	/** The row at a position, fetched if need be; `undefined` beyond the end. */
	async at(index: number): Promise<PaperListRow | undefined> {
		if (index >= 0 && this.rows[index] === undefined) await this.need(index, index + 1);
		return this.rows[index];
	}

	/** Asks again, after a failure. */
	retry(): Promise<void> {
		return this.#load(this.#span);
	}

	close(): void {
		this.#latest.cancel();
	}

	#load(span: Span): Promise<void> {
		const loading = this.#fetch(span).finally(() => {
			if (this.#loading === loading) this.#loading = null;
		});
		this.#span = span;
		this.#loading = loading;
		return loading;
	}

	async #fetch({ from, to }: Span): Promise<void> {
		const ask = this.#ask;
		if (!ask) return;
		this.failure = null;
		await this.#latest.run(
			(signal) => ask(from, to - from, signal),
			(outcome) => {
				if (outcome.kind === 'failed') this.failure = describeFailure(outcome.error);
				else this.#put(from, outcome.value);
			}
		);
	}

	#put(from: number, rows: readonly PaperListRow[]): void {
		const next = this.stale ? [] : this.rows.slice();
		for (const [offset, row] of rows.entries()) next[from + offset] = row;
		this.rows = next;
		this.stale = false;
	}
}
