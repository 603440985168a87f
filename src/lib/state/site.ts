import { nameDimensions, type Manifest, type NameDimension } from '../dataset/manifest.ts';

/** What every prerendered page carries of a manifest; the rest is fetched where it is needed. */
export type Site = Pick<
	Manifest,
	| 'schemaVersion'
	| 'title'
	| 'listed'
	| 'fingerprint'
	| 'counts'
	| 'named'
	| 'alike'
	| 'span'
	| 'years'
	| 'granularity'
	| 'notices'
	| 'asGood'
	| 'themes'
	| 'tree'
	| 'overview'
> & {
	/** Names of the files that the dataset was made from. */
	files: string[];
	/** Whether the visitor opened it: only this browser has it, and every link to it names it. */
	opened: boolean;
};

/** What the papers are called: the corpus’s own title, else the files it came from. */
export function corpusName({ title, files }: Pick<Site, 'title' | 'files'>): string {
	if (title !== null) return title;
	const [first = '', ...more] = files;
	return more.length > 1 ? `${first} and ${more.length} more files` : files.join(', ');
}

export function siteOf(manifest: Manifest, opened = false): Site {
	const { schemaVersion, title, listed, fingerprint, counts, named, alike, span, years } = manifest;
	const { granularity, notices, asGood, themes, tree, overview } = manifest;
	const files = manifest.inputs.map(({ file }) => file);
	return {
		schemaVersion,
		title,
		listed,
		fingerprint,
		counts,
		...(named === undefined ? {} : { named }),
		...(alike === undefined ? {} : { alike }),
		span,
		years,
		granularity,
		notices,
		...(asGood ? { asGood } : {}),
		themes,
		tree,
		overview,
		files,
		opened
	};
}

/** Countries and keywords are newer than other names: a dataset that says nothing of names has none. */
const recent: readonly NameDimension[] = ['country', 'keyword'];

/** Whether papers can be told apart by names of this kind, as far as the dataset says so. */
export const offersNames = (
	{ named, alike = [] }: Pick<Site, 'named' | 'alike'>,
	dimension: NameDimension
): boolean => (named ? named[dimension] > 0 : !recent.includes(dimension)) && !alike.includes(dimension);

/** Whether papers can be told apart by their dates, as far as the dataset says so. */
export const offersDates = ({ counts, alike = [] }: Pick<Site, 'counts' | 'alike'>): boolean =>
	counts.dated > 0 && !alike.includes('date');

/** Whether papers can be told apart by the sizes of their teams, as far as the dataset says so. */
export const offersTeams = ({ counts, alike = [] }: Pick<Site, 'counts' | 'alike'>): boolean =>
	counts.withTeamSize > 0 && !alike.includes('team');

/** Whether papers can be told apart by any of these. */
export const offersFilters = (site: Site): boolean =>
	offersDates(site) || offersTeams(site) || nameDimensions.some((one) => offersNames(site, one));
