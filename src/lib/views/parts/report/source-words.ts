import { formatPapersOf } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { corpusName, type Site } from '../../../state/site.ts';
import { filterChips } from '../filters/filter-chips.ts';

/** What a chart or a report was made from, as far as it must be said to find it again. */
export interface Shown {
	site: Pick<Site, 'title' | 'files' | 'counts' | 'fingerprint'>;
	filters: Filters;
	/** Papers that pass them. */
	papers: number;
	labelOf: (themeId: number) => string;
}

/** What the page shows now. */
export function shownOf(dashboard: DashboardState): Shown {
	return {
		site: dashboard.site,
		filters: dashboard.filters,
		papers: dashboard.overview.papers,
		labelOf: (id) => dashboard.labelOf(id)
	};
}

/** The filters in force, in words; `no filter` without any. */
export function filterWords({ filters, labelOf }: Pick<Shown, 'filters' | 'labelOf'>): string {
	const words = filterChips(filters, labelOf).map(({ label }) => label);
	return words.length === 0 ? 'no filter' : words.join(' · ');
}

/** `41 of 75 papers`. */
export function papersWords({ site, papers }: Pick<Shown, 'site' | 'papers'>): string {
	return formatPapersOf(papers, site.counts.papers);
}

/** The line below a saved chart: corpus, papers, filters, dataset. */
export function sourceLine(shown: Shown): string {
	return [
		corpusName(shown.site),
		`${papersWords(shown)}, ${filterWords(shown)}`,
		`Corpuscope dataset ${shown.site.fingerprint}`
	].join('. ');
}
