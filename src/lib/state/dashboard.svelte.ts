import type { Overview } from '../dataset/overview.ts';
import { formatFilters } from '../queries/filter-syntax.ts';
import { noFilters, type Filters } from '../queries/filters.ts';
import type { PaperOrder } from '../queries/paper-order.ts';
import { formatAddress, nothingAsked, parseAddress, type Asked, type ForeignDataset } from './address.ts';
import { Answer } from './answer.svelte.ts';
import { currentSlots, lendSlots, ownSlots, type Slots } from './colour-slots.ts';
import { EngineSession, type Boot } from './engine-session.svelte.ts';
import { HistoryWriter, type Delay, type Navigation } from './history-writer.ts';
import type { Failure } from './latest.ts';
import { ReadingList } from './reading-list.svelte.ts';
import type { DatasetReader } from './reader.ts';
import type { Settings, TrendUnit } from './settings.ts';
import type { SideName } from './side-syntax.ts';
import type { Site } from './site.ts';
import type { KeyValueStore } from './storage.ts';

export interface DashboardParts {
	site: Site;
	boot: Boot<DatasetReader>;
	navigation: Navigation;
	store: KeyValueStore | null;
	delay?: Delay;
}

/**
 * One visitor's view of one dataset: what is asked for, the newest answer, and how both reach the address. What
 * the visitor changes is written to the history; what the address brings (`follow`) is not.
 */
export class DashboardState {
	readonly site: Site;
	readonly readingList: ReadingList;
	readonly engine: EngineSession<DatasetReader>;
	/** The theme that pointer or keyboard is on, in whatever view. */
	highlighted = $state<number | null>(null);
	#asked = $state.raw<Asked>(nothingAsked);
	/** What of the address was not understood, as it stands there. */
	problems = $state.raw<readonly string[]>([]);
	/** The dataset that the address was made for, when that is not this one. */
	foreign = $state.raw<ForeignDataset | null>(null);
	readonly #answer = new Answer<{ overview: Overview; filters: Filters }>();
	readonly #owned: Slots;
	readonly #history: HistoryWriter;

	constructor({ site, boot, navigation, store, delay }: DashboardParts) {
		this.site = site;
		this.readingList = new ReadingList(site.fingerprint, store);
		this.engine = new EngineSession(boot);
		this.#owned = ownSlots(site.themes);
		this.#history = new HistoryWriter(navigation, '', delay);
	}

	readonly filters = $derived.by(() => this.#asked.filters);
	readonly settings = $derived.by(() => this.#asked.settings);
	readonly unit: TrendUnit = $derived.by(() => this.settings.unit ?? this.site.overview.unit);
	/** The order of the papers: the one chosen, else the best match first while searching, else the newest. */
	readonly order: PaperOrder = $derived.by(() => {
		const column = this.filters.query.trim() === '' ? 'published' : 'relevance';
		return this.settings.order ?? { column, descending: true };
	});
	readonly slots: Slots = $derived.by(() => currentSlots(this.#owned, this.#asked.lent));
	/** The query string of the state: what a link that keeps it carries. */
	readonly search: string = $derived.by(() => formatAddress(this.#asked, this.site));
	readonly filtered: boolean = $derived.by(() => formatFilters(this.filters).length > 0);
	readonly #wholeSuffices: boolean = $derived.by(
		() => !this.filtered && this.unit === this.site.overview.unit
	);
	/** The newest answer; the whole corpus until there is one. */
	readonly overview: Overview = $derived.by(() =>
		this.#wholeSuffices ? this.site.overview : (this.#answer.value?.overview ?? this.site.overview)
	);
	/** The filters that `overview` answers. */
	readonly answered: Filters = $derived.by(() =>
		this.#wholeSuffices ? noFilters : (this.#answer.value?.filters ?? noFilters)
	);
	/** A newer answer is on its way: `overview` is that of an earlier state. */
	readonly pending: boolean = $derived.by(() => this.#answer.pending);
	readonly failure: Failure | null = $derived.by(() => this.#answer.failure);

	/** @param gesture name of the gesture that this change is part of, when it makes one history entry with others */
	setFilters(patch: Partial<Filters>, gesture?: string): void {
		const filters = { ...this.filters, ...patch };
		const lent = patch.themes ? lendSlots(this.#owned, patch.themes, this.#asked.lent) : this.#asked.lent;
		this.#change({ ...this.#asked, filters, lent }, gesture);
	}

	/** Lets all papers pass. */
	reset(): void {
		this.setFilters(noFilters);
	}

	/** Selects a theme alone, or nothing if it was; with `additive` the other ones stay as they are. */
	toggleTheme(id: number, additive: boolean): void {
		const { themes } = this.filters;
		const others = themes.filter((theme) => theme !== id);
		const isSelected = others.length < themes.length;
		if (additive) this.setFilters({ themes: isSelected ? others : [...themes, id] });
		else this.setFilters({ themes: isSelected && others.length === 0 ? [] : [id] });
	}

	setSettings(patch: Partial<Settings>): void {
		this.#change({ ...this.#asked, settings: { ...this.settings, ...patch } });
	}

	/** The query string of other filters, all else as it is, with no paper open. */
	searchFor(filters: Filters): string {
		const settings = { ...this.settings, paper: null };
		return formatAddress({ ...this.#asked, filters, settings, lent: nothingAsked.lent }, this.site);
	}

	/** Changes what one side of the comparison holds. */
	setSide(side: SideName, patch: Partial<Filters>, gesture?: string): void {
		const { sides } = this.settings;
		const settings = { ...this.settings, sides: { ...sides, [side]: { ...sides[side], ...patch } } };
		this.#change({ ...this.#asked, settings }, gesture);
	}

	/** Opens the panel of a paper, or closes it. */
	openPaper(id: number | null): void {
		this.setSettings({ paper: id });
	}

	/** Ends the gesture under way, so that the next change is a history entry of its own. */
	settle(): void {
		this.#history.settle();
	}

	/** Takes over the state of an address that did not come from here: a link, back, forward. */
	follow(search: string): void {
		this.#history.adopt(search);
		const address = parseAddress(search, this.site);
		const isOwn = address.kind === 'own';
		this.foreign = isOwn ? null : address.dataset;
		this.problems = isOwn ? address.problems : [];
		const asked = isOwn ? address.asked : nothingAsked;
		this.#take({ ...asked, lent: lendSlots(this.#owned, asked.filters.themes, asked.lent) });
	}

	/** Leaves a link made for another dataset, for this one. */
	dismissForeign(): void {
		this.foreign = null;
		this.#history.commit(this.search);
	}

	dismissProblems(): void {
		this.problems = [];
		this.#history.amend(this.search);
	}

	/** Asks again, after a failure. */
	retry(): void {
		void this.engine.start();
		this.#ask();
	}

	#change(asked: Asked, gesture?: string): void {
		const before = this.search;
		this.foreign = null;
		this.problems = [];
		this.#take(asked);
		if (this.search === before) return;
		if (gesture === undefined) this.#history.commit(this.search);
		else this.#history.during(gesture, this.search);
	}

	#take(asked: Asked): void {
		const [filters, unit] = [formatFilters(this.filters).join(), this.unit];
		this.#asked = asked;
		if (formatFilters(this.filters).join() !== filters || this.unit !== unit) this.#ask();
	}

	#ask(): void {
		if (this.#wholeSuffices) return this.#answer.clear();
		const { filters, unit } = this;
		void this.#answer.ask(async (signal) => {
			const reader = await this.engine.use(signal);
			return { overview: await reader.overview(filters, unit, signal), filters };
		});
	}
}
