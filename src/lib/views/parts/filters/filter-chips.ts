import { noFilters, type Filters } from '../../../queries/filters/filters.ts';
import { areaWords } from './area-words.ts';
import { datedWords, dateRangeWords, rangeFilterWords, teamRangeWords } from './range-words.ts';

/** A filter in force, as it is shown and taken away. */
export interface FilterChip {
	key: string;
	label: string;
	/** The theme, where the chip stands for one. */
	themeId: number | null;
	/** What taking it away changes. */
	without: Partial<Filters>;
}

const nameKinds = [
	{ key: 'organisations', unknown: 'no organisation' },
	{ key: 'venues', unknown: 'no venue' },
	{ key: 'authors', unknown: 'no author' },
	{ key: 'keywords', unknown: 'no keyword' },
	{ key: 'countries', unknown: 'no country' }
] as const;

/** A search in quotes, unless it has some of its own. */
const quoted = (query: string) => (/["“”„]/.test(query) ? query : `“${query}”`);

/** Every filter in force, in the order in which the page offers them. */
export function filterChips(filters: Filters, labelOf: (themeId: number) => string): FilterChip[] {
	const { themes, date, dated, team, query, area } = filters;
	const chip = (key: string, label: string, without: Partial<Filters>, themeId: number | null = null) => ({
		key,
		label,
		themeId,
		without
	});
	return [
		...themes.map((id) =>
			chip(`theme ${id}`, labelOf(id), { themes: themes.filter((other) => other !== id) }, id)
		),
		...(query.trim() === '' ? [] : [chip('query', quoted(query.trim()), { query: noFilters.query })]),
		...(date ? [chip('date', rangeFilterWords(date, dateRangeWords, 'undated'), { date: null })] : []),
		...(dated.length === 0 ? [] : [chip('dated', datedWords(dated), { dated: noFilters.dated })]),
		...(team
			? [chip('team', rangeFilterWords(team, teamRangeWords, 'team size unknown'), { team: null })]
			: []),
		...nameKinds.flatMap(({ key, unknown }) =>
			filters[key].map((value) =>
				chip(`${key} ${value}`, value === '' ? unknown : value, {
					[key]: filters[key].filter((other) => other !== value)
				})
			)
		),
		...(area.length === 0 ? [] : [chip('area', areaWords(area), { area: noFilters.area })])
	];
}
