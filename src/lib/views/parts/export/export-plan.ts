import type { Joins } from '../../../dataset/joined-names.ts';
import type { ThemeSummary } from '../../../dataset/manifest.ts';
import type { Overview } from '../../../dataset/overview.ts';
import { fileStem } from '../../../export/file-name.ts';
import { readingFormats, type ReadingFormatName } from '../../../export/formats.ts';
import { noFilters, type Filters } from '../../../queries/filters/filters.ts';
import type { ExportSelection } from '../../../queries/paper-queries.ts';
import type { PaperOrder } from '../../../queries/papers/paper-order.ts';
import type { ReadingListEntry } from '../../../state/reading-list.svelte.ts';
import type { Site } from '../../../state/site.ts';
import { filterChips } from '../filters/filter-chips.ts';

/** Papers up to which an export can be in the order of the screen: they are held in memory until all are there. */
export const mostInOrder = 20_000;

/** Which papers are wanted: what the filters leave, all, those of a theme, or the reading list. */
export type Wanted =
	| { kind: 'filtered' }
	| { kind: 'all' }
	| { kind: 'theme'; themeId: number }
	| { kind: 'list'; entries: readonly ReadingListEntry[] };

export interface ExportWish {
	wanted: Wanted;
	/** A zip archive with a file for each theme instead of one file. */
	byTheme: boolean;
	format: ReadingFormatName;
	/** Order of the papers within a file; without one that of their ids. A reading list has its own. */
	order?: PaperOrder | null;
}

/** One file of an export; `themes` asks for an archive of them. */
export interface ExportPlan {
	format: ReadingFormatName;
	fileName: string;
	mediaType: string;
	/** Names that count as one. */
	joins: Joins;
	/** Papers that the page says there are. */
	papers: number;
	selection: ExportSelection;
	/** The reading list, whose order and marks the file has. */
	entries: readonly ReadingListEntry[] | null;
	/** Filters that leave all papers of the file, and their order; `null` for that of the ids. */
	sorted: { filters: Filters; order: PaperOrder } | null;
	/** Files of the archive, by theme; `null` for one plain file. */
	themes: readonly { themeId: number; label: string; selection: ExportSelection }[] | null;
}

/** What the page shows, as far as an export depends on it. */
export interface Shown {
	filters: Filters;
	joins: Joins;
	/** The answer to these filters. */
	overview: Pick<Overview, 'papers' | 'themes'>;
	/** Those that the overview counts. */
	themes: readonly ThemeSummary[];
	site: Pick<Site, 'title' | 'files' | 'counts'>;
}

function filtersOf(wanted: Wanted, { filters }: Shown): Filters {
	if (wanted.kind === 'theme') return { ...noFilters, themes: [wanted.themeId] };
	return wanted.kind === 'filtered' ? filters : noFilters;
}

function papersOf(wanted: Wanted, { overview, themes, site }: Shown): number {
	if (wanted.kind === 'list') return wanted.entries.length;
	if (wanted.kind === 'filtered') return overview.papers;
	if (wanted.kind === 'all') return site.counts.papers;
	return themes.find(({ themeId }) => themeId === wanted.themeId)?.papers ?? 0;
}

/** Themes that have papers among the wanted ones, in the order of the page. */
function themesOf(wanted: Wanted, { filters, overview, themes }: Shown): ThemeSummary[] {
	if (wanted.kind === 'theme') return themes.filter(({ themeId }) => themeId === wanted.themeId);
	if (wanted.kind !== 'filtered') return themes.filter(({ papers }) => papers > 0);
	const left = new Map(overview.themes.map(({ themeId, papers }) => [themeId, papers]));
	const isSelected = (id: number) => filters.themes.length === 0 || filters.themes.includes(id);
	return themes.filter(({ themeId }) => isSelected(themeId) && (left.get(themeId) ?? 0) > 0);
}

function subjectOf(wanted: Wanted, { filters, joins, themes }: Shown): string {
	const labelOf = (id: number) => themes.find(({ themeId }) => themeId === id)?.label ?? `theme ${id}`;
	if (wanted.kind === 'list') return 'reading list';
	if (wanted.kind === 'theme') return labelOf(wanted.themeId);
	if (wanted.kind === 'all') return '';
	return filterChips(filters, labelOf, joins)
		.map(({ label }) => label)
		.join(' ');
}

/** The corpus's own name, or that of its first file without what formats add to it. */
function corpusOf({ title, files }: Shown['site']): string {
	return title ?? files[0]?.replace(/(?<=.)(?:\.[A-Za-z]\w{0,5}){1,2}$/, '') ?? '';
}

/** What an export will write, and under which name. */
export function planExport({ wanted, byTheme, format, order }: ExportWish, shown: Shown): ExportPlan {
	const filters = filtersOf(wanted, shown);
	const entries = wanted.kind === 'list' ? wanted.entries : null;
	const papers = papersOf(wanted, shown);
	const isArchive = byTheme && !entries;
	const subject = subjectOf(wanted, shown);
	const { extension, mediaType } = readingFormats[format];
	const stem = [
		fileStem(corpusOf(shown.site), 'papers'),
		...(subject === '' ? [] : [fileStem(subject, 'papers')]),
		...(isArchive ? ['by-theme'] : [])
	].join('-');
	return {
		format,
		joins: shown.joins,
		fileName: `${stem}.${isArchive ? 'zip' : extension}`,
		mediaType: isArchive ? 'application/zip' : mediaType,
		papers,
		selection: entries ? { paperIds: entries.map(({ paperId }) => paperId) } : { filters },
		entries,
		sorted: order && !entries && papers <= mostInOrder ? { filters, order } : null,
		themes: isArchive
			? themesOf(wanted, shown).map(({ themeId, label }) => ({
					themeId,
					label,
					selection: { filters: { ...filters, themes: [themeId] } }
				}))
			: null
	};
}
