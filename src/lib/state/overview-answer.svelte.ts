import { arrangeThemes, type ArrangedTheme } from '../themes/arrange.ts';
import { groupsAsPublished, publishedArrangement, type ThemeArrangement } from '../themes/arrangement.ts';
import { formatArrangement } from '../themes/syntax.ts';
import type { Overview } from '../dataset/overview.ts';
import { formatFilters } from '../queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../queries/filters/filters.ts';
import { Answer } from './answer.svelte.ts';
import type { DatasetReader } from './reader.ts';
import type { TrendUnit } from './settings.ts';
import type { Site } from './site.ts';

/** What an overview depends on. */
interface Question {
	filters: Filters;
	unit: TrendUnit;
	arrangement: ThemeArrangement;
}

interface Sources {
	site: Site;
	use: (signal: AbortSignal) => Promise<DatasetReader>;
	/** What is asked for now. */
	question: () => Question;
}

/** The counts that the page shows: those of the site itself while they answer what is asked, else the newest answer. */
export class OverviewAnswer {
	readonly #sources: Sources;
	readonly #answer = new Answer<Omit<Question, 'unit'> & { overview: Overview }>();

	constructor(sources: Sources) {
		this.#sources = sources;
	}

	readonly #wholeSuffices: boolean = $derived.by(() => {
		const { filters, unit, arrangement } = this.#sources.question();
		const isWhole = formatFilters(filters).length === 0 && unit === this.#sources.site.overview.unit;
		return isWhole && groupsAsPublished(arrangement);
	});
	readonly #shown = $derived.by(() => (this.#wholeSuffices ? null : this.#answer.value));
	/** The newest answer; the whole corpus until there is one. */
	readonly overview: Overview = $derived.by(() => this.#shown?.overview ?? this.#sources.site.overview);
	/** The filters that `overview` answers. */
	readonly filters: Filters = $derived.by(() => this.#shown?.filters ?? noFilters);
	readonly #asked = $derived.by(() => this.#sources.question().arrangement);
	readonly #answered = $derived.by(() =>
		this.#wholeSuffices ? this.#asked : (this.#shown?.arrangement ?? publishedArrangement)
	);
	/** The themes that `overview` counts, by the names that are asked for, largest first. */
	readonly themes: readonly ArrangedTheme[] = $derived.by(() => {
		const [arrangement, names] = [this.#answered, this.#asked.names];
		return arrangeThemes(this.#sources.site, { ...arrangement, names }).themes;
	});
	readonly pending = $derived.by(() => this.#answer.pending);
	readonly failure = $derived.by(() => this.#answer.failure);

	/** What is asked for as one text, names of themes aside: while it stays the same, so does the answer. */
	get key(): string {
		const { filters, unit, arrangement } = this.#sources.question();
		const grouping = formatArrangement({ ...arrangement, names: publishedArrangement.names });
		return JSON.stringify([grouping, formatFilters(filters), unit]);
	}

	ask(): void {
		if (this.#wholeSuffices) return this.#answer.clear();
		const { filters, unit, arrangement } = this.#sources.question();
		void this.#answer.ask(async (signal) => {
			const reader = (await this.#sources.use(signal)).arranged(arrangement);
			return { overview: await reader.overview(filters, unit, signal), filters, arrangement };
		});
	}
}
