import { capitalised, formatNumber, listed } from '../../../format/format.ts';
import type { Contributor } from '../../../queries/papers/contributors.ts';
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

/** Who writes, where and on what: what papers name. */
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

/** The dimensions that are offered for a dataset: those by whose names papers can be told apart. */
export const dimensionsOf = (site: Pick<Site, 'named' | 'alike'>): ContributorDimension[] =>
	(Object.keys(dimensions) as ContributorDimension[]).filter((dimension) => offersNames(site, dimension));

/** What stands above the names that are offered, at least one kind: `Who and where`, `Venues`. */
export function contributorsTitle(offered: readonly ContributorDimension[]): string {
	const [only, ...others] = offered;
	if (only && others.length === 0) return dimensions[only].title;
	const asked: readonly (readonly [string, readonly ContributorDimension[]])[] = [
		['who', ['author']],
		['where', ['organisation', 'country', 'venue']],
		['on what', ['keyword']]
	];
	const words = asked.filter(([, kinds]) => kinds.some((kind) => offered.includes(kind)));
	return capitalised(listed(words.map(([word]) => word)));
}

/** The filter of a dimension with other names. */
export function contributorFilter(
	dimension: ContributorDimension,
	names: readonly string[]
): Partial<Filters> {
	return { [dimensions[dimension].filter]: names };
}

/** Papers up to which all authors are fetched unasked: some megabytes. */
const fewPapers = 20_000;

/** What is shown first of what is offered: not the authors where fetching them would take long. */
export function firstDimension(
	offered: readonly ContributorDimension[],
	papers: number
): ContributorDimension | null {
	const quick = papers <= fewPapers ? offered : offered.filter((dimension) => dimension !== 'author');
	return quick[0] ?? offered[0] ?? null;
}

/** How often the papers of a name are cited together, and how many of them say so where not all do. */
export function citedWords({ citations, counted, papers }: Omit<Contributor, 'value'>): string {
	if (citations === null) return 'citations unknown';
	const cited = `cited ${citations === 1 ? 'once' : `${formatNumber(citations)} times`}`;
	return counted === papers ? cited : `${cited}, ${formatNumber(counted)} known`;
}
