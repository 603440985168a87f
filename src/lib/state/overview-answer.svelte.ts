import { arrangeThemes, type ArrangedTheme } from '../themes/arrange.ts';
import { groupsAsPublished, publishedArrangement, type ThemeArrangement } from '../themes/arrangement.ts';
import { formatArrangement } from '../themes/syntax.ts';
import type { Overview } from '../dataset/overview.ts';
import { formatFilters } from '../queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../queries/filters/filters.ts';
import { Answer } from './answer.svelte.ts';
import type { Failure } from './latest.ts';
import type { DatasetReader } from './reader.ts';
import type { TrendUnit } from './settings.ts';
import type { Site } from './site.ts';

/** What an overview depends on. */
interface Question {
	filters: Filters;
	unit: TrendUnit;
	arrangement: ThemeArrangement;
}

type Counted = Omit<Question, 'unit'> & { overview: Overview };

interface Sources {
	site: Site;
	use: (signal: AbortSignal) => Promise<DatasetReader>;
	/** What is asked for now. */
	question: () => Question;
	/** What the themes are called now. */
	names: () => ThemeArrangement['names'];
}

/**
 * The newest counts, each of which is noticed apart: rows that a filter leaves as they are stay the same object, and
 * nothing that is made of them alone is even looked at.
 */
class Counts implements Overview {
	unit = $state.raw() as Overview['unit'];
	papers = $state.raw() as Overview['papers'];
	themes = $state.raw() as Overview['themes'];
	trend = $state.raw() as Overview['trend'];
	team = $state.raw() as Overview['team'];
	teamByTheme = $state.raw() as Overview['teamByTheme'];
	teamOverTime = $state.raw() as Overview['teamOverTime'];

	constructor(overview: Overview) {
		this.take(overview);
	}

	take({ unit, papers, themes, trend, team, teamByTheme, teamOverTime }: Overview): void {
		Object.assign(this, { unit, papers, themes, trend, team, teamByTheme, teamOverTime });
	}
}

/** The counts that the page shows: those of the site itself while they answer what is asked, else the newest answer. */
export class OverviewAnswer {
	readonly #sources: Sources;
	readonly #answer = new Answer<void>();
	readonly #counts: Counts;
	#filters = $state.raw(noFilters);
	/** That of the counts. */
	#arrangement = $state.raw(publishedArrangement);

	constructor(sources: Sources) {
		this.#sources = sources;
		this.#counts = new Counts(sources.site.overview);
	}

	/** The themes that `overview` counts, by the names that are asked for, largest first. */
	readonly themes: readonly ArrangedTheme[] = $derived.by(() => {
		const { site, names } = this.#sources;
		return arrangeThemes(site, { ...this.#arrangement, names: names() }).themes;
	});

	/**
	 * The newest answer; the whole corpus until there is one. One object whose fields change: read them, do not copy or
	 * keep it.
	 */
	get overview(): Overview {
		return this.#counts;
	}

	/** The filters that `overview` answers. */
	get filters(): Filters {
		return this.#filters;
	}

	get pending(): boolean {
		return this.#answer.pending;
	}

	get failure(): Failure | null {
		return this.#answer.failure;
	}

	/** What is asked for as one text, names of themes aside: while it stays the same, so does the answer. */
	get key(): string {
		const { filters, unit, arrangement } = this.#sources.question();
		const grouping = formatArrangement({ ...arrangement, names: publishedArrangement.names });
		return JSON.stringify([grouping, formatFilters(filters), unit]);
	}

	ask(): void {
		const { filters, unit, arrangement } = this.#sources.question();
		const { overview: whole } = this.#sources.site;
		const isWhole = formatFilters(filters).length === 0 && unit === whole.unit;
		const suffices = isWhole && groupsAsPublished(arrangement);
		if (suffices) {
			this.#answer.clear();
			return this.#take({ overview: whole, filters: noFilters, arrangement: publishedArrangement });
		}
		void this.#answer.ask(async (signal) => {
			const reader = (await this.#sources.use(signal)).arranged(arrangement);
			const overview = await reader.overview(filters, unit, signal);
			signal.throwIfAborted();
			this.#take({ overview, filters, arrangement });
		});
	}

	#take({ overview, filters, arrangement }: Counted): void {
		this.#counts.take(overview);
		this.#filters = filters;
		this.#arrangement = arrangement;
	}
}
