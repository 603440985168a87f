import { arrangeThemes, type ArrangedTheme, type ArrangedThemes } from '../themes/arrange.ts';
import { themeColours, type Slots } from '../themes/theme-colours.ts';
import type { ThemeArrangement } from '../themes/arrangement.ts';
import type { Overview } from '../dataset/overview.ts';
import { formatFilters } from '../queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../queries/filters/filters.ts';
import type { PaperOrder } from '../queries/papers/paper-order.ts';
import { formatAddress, nothingAsked, parseAddress, type Asked, type ForeignDataset } from './address.ts';
import { ArrangementPast } from './arrangement-past.svelte.ts';
import { Belongings, type Belonging } from './belongings.svelte.ts';
import { EngineSession, type Boot } from './engine-session.svelte.ts';
import { HistoryWriter, type Delay, type Navigation } from './history-writer.ts';
import type { KeptStore } from './kept-store.ts';
import type { Failure } from './latest.ts';
import { OverviewAnswer } from './overview-answer.svelte.ts';
import { ReadingList } from './reading-list.svelte.ts';
import type { ArrangedReader, DatasetReader } from './reader.ts';
import { labelsOf, rearrange, rearrangeSides, type Arranged, type Moved } from './rearrange.ts';
import { defaultSettings, withoutPaper, type Settings, type TrendUnit } from './settings.ts';
import type { Site } from './site.ts';

export interface DashboardParts {
	site: Site;
	boot: Boot<DatasetReader>;
	navigation: Navigation;
	/** Where what the visitor adds is kept; `null` where it is not. */
	store: KeptStore | null;
	delay?: Delay;
}

/**
 * One visitor's view of one dataset: what is asked for, the newest answer, and how both reach the address. What
 * the visitor changes is written to the history; what the address brings (`follow`) is not.
 */
export class DashboardState {
	readonly site: Site;
	readonly belongings: Belongings;
	/** Colour of every node of the theme tree, whatever is asked for. */
	readonly slots: Slots;
	readonly readingList: ReadingList;
	/** The query string that was last looked at; empty where none was. */
	readonly lastView: Belonging<string>;
	readonly engine: EngineSession<DatasetReader>;
	/** The theme that pointer or keyboard is on, in whatever view. */
	highlighted = $state<number | null>(null);
	// Apart, so that a step of a brush marks nothing that is made of the others.
	#filters = $state.raw(nothingAsked.filters);
	#settings = $state.raw(nothingAsked.settings);
	#arrangement = $state.raw(nothingAsked.arrangement);
	/** What of the address was not understood, as it stands there. */
	problems = $state.raw<readonly string[]>([]);
	/** The dataset that the address was made for, when that is not this one. */
	foreign = $state.raw<ForeignDataset | null>(null);
	/** How a change of the themes has moved the filter by themes; `null` when it selects the same papers. */
	moved = $state.raw<Moved | null>(null);
	/** The unit that a page's statements about trends are made at, for charts whose unit nobody has chosen. */
	#suggested = $state<TrendUnit | null>(null);
	readonly #past = new ArrangementPast();
	readonly #answer: OverviewAnswer;
	readonly #history: HistoryWriter;

	constructor({ site, boot, navigation, store, delay }: DashboardParts) {
		this.site = site;
		this.slots = themeColours(site.tree, site.themes.length);
		this.belongings = new Belongings(site.fingerprint, store);
		this.readingList = new ReadingList(this.belongings);
		this.lastView = this.belongings.value('view', (stored) => (typeof stored === 'string' ? stored : ''));
		this.engine = new EngineSession(boot);
		this.#history = new HistoryWriter(navigation, '', delay);
		this.#answer = new OverviewAnswer({
			site,
			use: (signal) => this.engine.use(signal),
			question: () => ({ filters: this.filters, unit: this.unit, arrangement: this.arrangement }),
			names: () => this.arrangement.names
		});
	}

	/** What is asked for; `themes` is what is there. */
	readonly arranged: ArrangedThemes = $derived.by(() => arrangeThemes(this.site, this.arrangement));
	readonly canUndo: boolean = $derived.by(() => this.#past.canUndo);
	readonly unit: TrendUnit = $derived.by(
		() => this.settings.unit ?? this.#suggested ?? this.site.overview.unit
	);
	/** The order of the papers: the one chosen, else the best match first while searching, else the newest. */
	readonly order: PaperOrder = $derived.by(() => {
		const column = this.#isSearch ? 'relevance' : 'published';
		return this.settings.order ?? { column, descending: true };
	});
	readonly #isSearch: boolean = $derived.by(() => this.filters.query.trim() !== '');
	/** The query string of the state: what a link that keeps it carries. */
	readonly search: string = $derived.by(() => formatAddress(this.#asked, this.site));
	/** The filters' themes. What is made of them alone is not marked by a change of other filters, as a step of a brush. */
	readonly selected: readonly number[] = $derived.by(() => this.#filters.themes);
	readonly filtered: boolean = $derived.by(() => formatFilters(this.filters).length > 0);
	/** The themes that `overview` counts, by the names that are asked for, largest first. */
	readonly themes: readonly ArrangedTheme[] = $derived.by(() => this.#answer.themes);
	readonly #labels = $derived.by(() => labelsOf(this.site, [...this.arranged.themes, ...this.themes]));
	/** A newer answer is on its way: `overview` is that of an earlier state. */
	readonly pending: boolean = $derived.by(() => this.#answer.pending);
	readonly failure: Failure | null = $derived.by(() => this.#answer.failure);

	get filters(): Filters {
		return this.#filters;
	}

	get settings(): Settings {
		return this.#settings;
	}

	get arrangement(): ThemeArrangement {
		return this.#arrangement;
	}

	/**
	 * The newest answer; the whole corpus until there is one. One object whose fields change: read them, do not copy or
	 * keep it.
	 */
	get overview(): Overview {
		return this.#answer.overview;
	}

	/** The filters that `overview` answers. */
	get answered(): Filters {
		return this.#answer.filters;
	}

	get #asked(): Asked {
		const { filters, settings, arrangement } = this;
		return { filters, settings, arrangement };
	}

	/** @param gesture name of the gesture that this change is part of, when it makes one history entry with others */
	setFilters(patch: Partial<Filters>, gesture?: string): void {
		const filters = { ...this.filters, ...patch };
		this.#change({ ...this.#asked, filters }, gesture);
	}

	/** What a theme is called, any node of the theme tree included. */
	labelOf(themeId: number): string {
		return this.#labels.get(themeId) ?? `theme ${themeId}`;
	}

	/** The dataset, under the arrangement and with the joined names that are in force when it is there. */
	async use(signal: AbortSignal): Promise<ArrangedReader> {
		return (await this.engine.use(signal)).arranged(this.arrangement, this.settings.joined);
	}

	/**
	 * Arranges the themes anew. Selected themes become those of the new ones that come nearest to their papers.
	 * @param gesture as in `setFilters`; the selection is then that of its beginning
	 */
	arrange(patch: Partial<ThemeArrangement>, gesture?: string): void {
		const now = { arrangement: this.arrangement, selected: this.filters.themes };
		const before = this.#past.startOf(now, gesture);
		const arrangement = { ...this.arrangement, ...patch };
		const cut = arrangement.cut === this.site.themes.length ? null : arrangement.cut;
		const { moved, ...next } = rearrange(this.site, before, { ...arrangement, cut });
		this.#arrange(next, gesture);
		this.#past.note(before, next.selected, gesture);
		this.moved = moved;
	}

	/** Takes back the last change of the themes of this visit. */
	undoArrange(): void {
		const last = this.#past.pop();
		if (!last) return;
		const now = { arrangement: this.arrangement, selected: this.filters.themes };
		// What was selected since then stays selected.
		const isUntouched = now.selected.join() === last.became.join();
		this.#arrange(isUntouched ? last : rearrange(this.site, now, last.arrangement));
	}

	/** @param unit `null` leaves it to the dataset */
	suggestUnit(unit: TrendUnit | null): void {
		const before = this.#answer.key;
		this.#suggested = unit;
		if (this.#answer.key !== before) this.#answer.ask();
	}

	/** Lets all papers pass, and shows those of all dates. */
	reset(): void {
		this.#change({ ...this.#asked, filters: noFilters, settings: { ...this.settings, time: null } });
	}

	/** Selects a theme alone, or nothing if it was; with `additive` the other ones stay as they are. */
	toggleTheme(id: number, additive: boolean): void {
		const { themes } = this.filters;
		const others = themes.filter((theme) => theme !== id);
		const isSelected = others.length < themes.length;
		if (additive) this.setFilters({ themes: isSelected ? others : [...themes, id] });
		else this.setFilters({ themes: isSelected && others.length === 0 ? [] : [id] });
	}

	/** @param gesture as in `setFilters` */
	setSettings(patch: Partial<Settings>, gesture?: string): void {
		this.#change({ ...this.#asked, settings: { ...this.settings, ...patch } }, gesture);
	}

	/** Has names count as one, or no longer, and filters by them. */
	joinNames(joined: Settings['joined'], filters: Partial<Filters>): void {
		const settings = { ...this.settings, joined };
		this.#change({ ...this.#asked, settings, filters: { ...this.filters, ...filters } });
	}

	/** The query string of other filters, all else as it is, with no paper open. */
	searchFor(filters: Filters): string {
		return formatAddress({ ...this.#asked, filters, settings: withoutPaper(this.settings) }, this.site);
	}

	/** Opens the panel of a paper, or closes it. */
	openPaper(id: number | null): void {
		this.setSettings({ paper: id });
	}

	/** Ends the gesture under way, so that the next change is a history entry of its own. */
	settle(): void {
		this.#past.settle();
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
		this.#past.follow(this.arrangement, asked.arrangement);
		this.#take(asked);
	}

	/** Leaves a link made for another dataset, for this one. */
	dismissForeign(): void {
		this.foreign = null;
		this.#history.commit(this.search);
	}

	/** Leaves aside a setting whose value the page does not understand, and names it. */
	dropSetting(name: 'embed'): void {
		this.problems = [...this.problems, `${name}=${this.settings[name]}`];
		this.#take({ ...this.#asked, settings: { ...this.settings, [name]: defaultSettings[name] } });
	}

	dismissProblems(): void {
		this.problems = [];
		this.#history.amend(this.search);
	}

	/** Asks again, after a failure. */
	retry(): void {
		void this.engine.start();
		this.#answer.ask();
	}

	#arrange({ arrangement, selected }: Arranged, gesture?: string): void {
		const filters = { ...this.filters, themes: selected };
		const sides = rearrangeSides(this.site, this.arrangement, arrangement, this.settings.sides);
		const settings = { ...this.settings, sides };
		this.#change({ arrangement, filters, settings }, gesture);
	}

	#change(asked: Asked, gesture?: string): void {
		const before = this.search;
		this.moved = null;
		if (gesture === undefined) this.#past.settle();
		this.foreign = null;
		this.problems = [];
		this.#take(asked);
		if (this.search === before) return;
		if (gesture === undefined) this.#history.commit(this.search);
		else this.#history.during(gesture, this.search);
	}

	#take(asked: Asked): void {
		const before = this.#answer.key;
		this.#filters = asked.filters;
		this.#settings = asked.settings;
		this.#arrangement = asked.arrangement;
		if (this.#answer.key !== before) this.#answer.ask();
	}
}
