import { noRules, searchRulesOf } from '../../../words/word-rules.ts';
import { createMarker } from '../../../queries/search/mark-words.ts';
import type { PaperOrder } from '../../../queries/papers/paper-order.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import {
	directionsOf,
	isNames,
	offeredColumns,
	orderColumns,
	orderWords,
	paperTable,
	shownIn,
	type SourceColumns
} from '../paper-words/paper-columns.ts';
import { sourceColumns } from '../paper-words/source-columns.ts';

/** An order as a control names it. */
export const orderValue = ({ column, descending }: PaperOrder) => `${descending ? '-' : ''}${column}`;

/**
 * What the list of papers shows of them: its columns, the orders that it offers and the words it marks, as far as the
 * source has something to show. To be made while a component is set up.
 */
export class PaperView {
	/** Of the list, in pixels; 0 while it is not known. */
	width = $state(0);
	readonly #dashboard: DashboardState;
	#rules = $state.raw(noRules);
	#source = $state.raw<SourceColumns>({});

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
		$effect(() => {
			if (dashboard.engine.status.kind !== 'ready') return;
			const controller = new AbortController();
			void this.#learn(controller.signal);
			return () => controller.abort();
		});
	}

	readonly table = $derived.by(() =>
		paperTable(this.#source, this.width, this.#dashboard.order.column, this.#dashboard.settings.columns)
	);
	readonly shown = $derived.by(() => shownIn(this.table));
	readonly shownNames = $derived.by(() => this.shown.filter(isNames));
	readonly offered = $derived.by(() => offeredColumns(this.#source));
	/** The columns that it shows when none are chosen. */
	readonly usual = $derived.by(() =>
		shownIn(paperTable(this.#source, this.width, this.#dashboard.order.column))
	);
	readonly #query = $derived.by(() => this.#dashboard.filters.query);
	readonly #ordered = $derived.by(() => orderColumns(this.#source, this.#query.trim() !== '', this.shown));
	readonly orders = $derived.by(() =>
		this.#ordered.flatMap((column) =>
			directionsOf(column).map((descending) => {
				const order = { column, descending };
				return { value: orderValue(order), label: orderWords(order) };
			})
		)
	);
	/** Some orders have no heading to ask for them. */
	readonly someHidden = $derived.by(() =>
		this.#ordered.some((column) => this.table.columns.every(({ key }) => key !== column))
	);
	/** Cuts a text into the words that were searched for and the rest. */
	readonly marker = $derived.by(() => createMarker(this.#query, this.#rules));

	/** A source without such fields, or one that cannot be asked, has no columns for them. */
	async #learn(signal: AbortSignal): Promise<void> {
		try {
			const reader = await this.#dashboard.use(signal);
			this.#rules = searchRulesOf(reader.manifest);
			this.#source = await sourceColumns(reader, signal);
		} catch {
			this.#source = {};
		}
	}
}
