import { countedAs, shownNames, type Joins } from '../../../dataset/joined-names.ts';
import type { NameDimension } from '../../../dataset/manifest.ts';
import { noFilters, type Filters } from '../../../queries/filters/filters.ts';
import { datedWords, dateRangeWords, rangeFilterWords, teamRangeWords } from './range-words.ts';
import { areaSteps, type Area } from '../../../queries/filters/area.ts';

const place = (step: number) => (step / areaSteps).toFixed(2);
const stretch = (steps: readonly number[]) => `${place(Math.min(...steps))}–${place(Math.max(...steps))}`;

/** `map area 0.20–0.50 × 0.30–0.63`: the rectangle, or the one around a drawn outline. */
function areaWords(area: Area): string {
	const words = area.length === 2 ? 'area' : 'outline';
	return `map ${words} ${stretch(area.map(([x]) => x))} × ${stretch(area.map(([, y]) => y))}`;
}

/** A filter in force, as it is shown and taken away. */
export interface FilterChip {
	key: string;
	label: string;
	/** The theme, where the chip stands for one. */
	themeId: number | null;
	/** What taking it away changes. */
	without: Partial<Filters>;
}

/** Filters by names: what each is of, and what is said of papers that state none. */
export const nameKinds = [
	{ dimension: 'organisation', key: 'organisations', label: 'Organisation', unknown: 'no organisation' },
	{ dimension: 'venue', key: 'venues', label: 'Venue', unknown: 'no venue' },
	{ dimension: 'author', key: 'authors', label: 'Author', unknown: 'no author' },
	{ dimension: 'keyword', key: 'keywords', label: 'Keyword', unknown: 'no keyword' },
	{ dimension: 'country', key: 'countries', label: 'Country', unknown: 'no country' }
] as const;

/** A search in quotes, unless it has some of its own. */
const quoted = (query: string) => (/["“”„]/.test(query) ? query : `“${query}”`);

/** What stands for joined names: `Google and 1 more`. */
export function nameWords(joins: Joins, dimension: NameDimension, shown: string): string {
	const others = countedAs(joins, dimension, shown).length - 1;
	return others === 0 ? shown : `${shown} and ${others} more`;
}

/**
 * Every filter in force, in the order in which the page offers them.
 * @param joins names that count as one stand as one where all of them are filtered by
 */
export function filterChips(
	filters: Filters,
	labelOf: (themeId: number) => string,
	joins: Joins = []
): FilterChip[] {
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
		...nameKinds.flatMap(({ dimension, key, unknown }) => {
			const whole = joins.filter(({ names }) => names.every((name) => filters[key].includes(name)));
			return shownNames(whole, dimension, filters[key]).map((value) =>
				chip(`${key} ${value}`, value === '' ? unknown : nameWords(whole, dimension, value), {
					[key]: without(whole, dimension, filters[key], value)
				})
			);
		}),
		...(area.length === 0 ? [] : [chip('area', areaWords(area), { area: noFilters.area })])
	];
}

/** Names without one, and without all that count as it. */
function without(
	joins: Joins,
	dimension: NameDimension,
	names: readonly string[],
	taken: string
): readonly string[] {
	const all = countedAs(joins, dimension, taken);
	return names.filter((name) => !all.includes(name));
}
