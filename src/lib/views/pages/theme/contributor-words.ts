import type { Filters } from '../../../queries/filters/filters.ts';
import type { SuggestDimension } from '../../../queries/papers/paper-types.ts';

type NameFilter = 'authors' | 'organisations' | 'venues';

/** Who and where, of all that papers can be filtered by. */
export type ContributorDimension = Exclude<SuggestDimension, 'keyword' | 'country'>;

interface Dimension {
	/** As a choice is labelled. */
	title: string;
	/** `an author`, for sentences. */
	singular: string;
	plural: string;
	/** The filter that holds its names. */
	filter: NameFilter;
}

/** Who writes, and where: what the papers of a theme name. */
export const dimensions: Readonly<Record<ContributorDimension, Dimension>> = {
	author: { title: 'Authors', singular: 'an author', plural: 'authors', filter: 'authors' },
	organisation: {
		title: 'Organisations',
		singular: 'an organisation',
		plural: 'organisations',
		filter: 'organisations'
	},
	venue: { title: 'Venues', singular: 'a venue', plural: 'venues', filter: 'venues' }
};

/** The filter of a dimension with other names. */
export function contributorFilter(
	dimension: ContributorDimension,
	names: readonly string[]
): Partial<Filters> {
	return { [dimensions[dimension].filter]: names };
}

/** Papers up to which all authors are fetched unasked: some megabytes. */
const fewPapers = 20_000;

/** What is shown first: the authors, unless fetching them would take long. */
export function firstDimension(papers: number): ContributorDimension {
	return papers <= fewPapers ? 'author' : 'organisation';
}
