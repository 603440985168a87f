import { listedNames, type ListedNames } from '../../../dataset/fields.ts';
import type { SuggestDimension } from '../../../queries/papers/paper-types.ts';
import { describeFailure, Latest, type Failure } from '../../../state/latest.ts';

type NamesOf = ReadonlyMap<number, readonly string[]>;

/** Gives what some papers name, by their ids. */
export type AskNames = (
	dimension: SuggestDimension,
	paperIds: readonly number[],
	signal: AbortSignal
) => Promise<NamesOf>;

const together = (known: NamesOf | undefined, found: NamesOf): NamesOf =>
	new Map([...(known ?? []), ...found]);

/** A column and the papers of which its names are not at hand. */
interface Missing {
	column: ListedNames;
	dimension: SuggestDimension;
	paperIds: readonly number[];
}

/**
 * Names of the papers in view, fetched for the columns that show them when their papers come into view. What is there
 * stays. Only the newest wish counts: scrolling on calls off what has scrolled by.
 */
export class PaperNames {
	failure = $state.raw<Failure | null>(null);
	/** Names are on their way. */
	pending = $state(false);
	#known = $state.raw<Partial<Record<ListedNames, NamesOf>>>({});
	readonly #ask: AskNames;
	readonly #latest = new Latest();

	constructor(ask: AskNames) {
		this.#ask = ask;
	}

	/** Names of a paper in source order; `null` while they are not at hand. */
	of(column: ListedNames, paperId: number): readonly string[] | null {
		return this.#known[column]?.get(paperId) ?? null;
	}

	/** Fetches what is missing of some columns for the papers in view. */
	async need(columns: readonly ListedNames[], paperIds: readonly number[]): Promise<void> {
		const missing = listedNames
			.filter(({ column }) => columns.includes(column))
			.map(({ column, dimension }) => ({
				column,
				dimension,
				paperIds: paperIds.filter((id) => this.of(column, id) === null)
			}))
			.filter((one) => one.paperIds.length > 0);
		this.failure = null;
		if (missing.length > 0) await this.#fetch(missing);
	}

	close(): void {
		this.#latest.cancel();
	}

	async #fetch(missing: readonly Missing[]): Promise<void> {
		this.pending = true;
		await this.#latest.run(
			(signal) =>
				Promise.all(missing.map(({ dimension, paperIds }) => this.#ask(dimension, paperIds, signal))),
			(outcome) => {
				this.pending = false;
				if (outcome.kind === 'failed') this.failure = describeFailure(outcome.error);
				else this.#put(missing, outcome.value);
			}
		);
	}

	#put(missing: readonly Missing[], found: readonly NamesOf[]): void {
		const known = { ...this.#known };
		for (const [index, { column }] of missing.entries())
			known[column] = together(known[column], found[index]!);
		this.#known = known;
	}
}
