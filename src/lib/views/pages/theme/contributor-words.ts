import { formatNumber } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import { offersNames, type Site } from '../../../state/site.ts';
import type { SuggestDimension } from '../../../queries/papers/paper-types.ts';

type NameFilter = 'authors' | 'organisations' | 'venues' | 'countries' | 'keywords';

/** Who, where and what about, of all that papers can be filtered by. */
export type ContributorDimension = SuggestDimension;

interface Dimension {
	/** As a choice is labelled. */
	title: string;
	/** `an author`, for sentences. */
	singular: string;
	plural: string;
	/** The filter that holds its names. */
	filter: NameFilter;
}

/** Who writes, where and on what: what the papers of a theme name. */
export const dimensions: Readonly<Record<ContributorDimension, Dimension>> = {
	author: { title: 'Authors', singular: 'an author', plural: 'authors', filter: 'authors' },
	organisation: {
		title: 'Organisations',
		singular: 'an organisation',
		plural: 'organisations',
		filter: 'organisations'
	},
	country: { title: 'Countries', singular: 'a country', plural: 'countries', filter: 'countries' },
	venue: { title: 'Venues', singular: 'a venue', plural: 'venues', filter: 'venues' },
	keyword: { title: 'Keywords', singular: 'a keyword', plural: 'keywords', filter: 'keywords' }
};

/** The dimensions that are offered for a dataset: those that its papers name. */
export const dimensionsOf = (site: Pick<Site, 'named'>): ContributorDimension[] =>
	(Object.keys(dimensions) as ContributorDimension[]).filter((dimension) => offersNames(site, dimension));

/** The filter of a dimension with other names. */
export function contributorFilter(
	dimension: ContributorDimension,
	names: readonly string[]
): Partial<Filters> {
	return { [dimensions[dimension].filter]: names };
}

/** Papers up to which all authors are fetched unasked: some megabytes. */
const fewPapers = 20_000;

/** What is shown first: the authors, unless fetching them would take long or no paper names any. */
export function firstDimension({ counts, named }: Pick<Site, 'counts' | 'named'>): ContributorDimension {
	const offered = dimensionsOf(named ? { named } : {});
	const usual = counts.papers <= fewPapers ? 'author' : 'organisation';
	return offered.includes(usual) ? usual : (offered[0] ?? usual);
}

/** How often papers are cited together. */
export function citedWords(citations: number): string {
	return `cited ${citations === 1 ? 'once' : `${formatNumber(citations)} times`}`;
}
