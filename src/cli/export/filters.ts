import type { Manifest, ThemeSummary } from '../../lib/dataset/manifest.ts';
import { parseFilters, type FilterName } from '../../lib/queries/filters/filter-syntax.ts';
import type { Filters } from '../../lib/queries/filters/filters.ts';
import { searchRulesOf, type SearchRules } from '../../lib/words/word-rules.ts';
import { asksNothing } from '../../lib/queries/search/search-query.ts';
import { UsageError } from '../errors.ts';

/** Options that filter, as they were given. */
export interface FilterOptions {
	theme?: string[] | undefined;
	from?: string | undefined;
	to?: string | undefined;
	date?: string | undefined;
	dated?: string[] | undefined;
	team?: string[] | undefined;
	query?: string | undefined;
	organisation?: string[] | undefined;
	venue?: string[] | undefined;
	author?: string[] | undefined;
	keyword?: string[] | undefined;
	country?: string[] | undefined;
	area?: string | undefined;
}

function dateOf({ from, to, date }: FilterOptions): string[] {
	if (date !== undefined && (from !== undefined || to !== undefined)) {
		throw new UsageError('Give either --date or --from and --to.');
	}
	if (date !== undefined) return [date];
	return from === undefined && to === undefined ? [] : [`${from ?? ''}..${to ?? ''}`];
}

/** What to write instead of a value that was not understood. */
function hint(problem: string, themes: readonly ThemeSummary[]): string {
	const name = problem.slice(0, problem.indexOf('='));
	const value = problem.slice(name.length + 1);
	if (name === 'theme') {
		const known = themes.map(({ themeId, label }) => `  ${themeId}  ${label}`).join('\n');
		return `--theme ${value}: the themes are\n${known}`;
	}
	if (name === 'date') {
		return `--date, --from or --to (${value}): write 2024, 2024-03, 2024-03-07, a range such as 2023..2024-06, or unknown.`;
	}
	if (name === 'dated') return `--dated ${value}: write day, month, year, or several as day,month.`;
	if (name === 'area') {
		return `--area "${value}": write corners between 0 and 1 as "0.2,0.3 0.5,0.6": two of a rectangle, or more of a polygon.`;
	}
	return `--${name} ${value}: write 5, 2..10, 11.., ..3, or unknown.`;
}

/** @throws UsageError for a search that leaves every paper */
function requireSearch(query: string, rules: SearchRules): void {
	if (query.trim() === '' || !asksNothing(query, rules)) return;
	throw new UsageError(
		`--query ${query}: numbers, single letters and words that every text has cannot be searched for.`
	);
}

/**
 * Options as filters, in the syntax that the page's address has.
 * @param known the themes that can be filtered by
 * @throws UsageError naming what was not understood
 */
export function filtersFrom(
	options: FilterOptions,
	manifest: Pick<Manifest, 'granularity' | 'parameters' | 'schemaVersion'>,
	known: readonly ThemeSummary[]
): Filters {
	const values: Record<FilterName, string[]> = {
		theme: options.theme ?? [],
		date: dateOf(options),
		dated: options.dated ?? [],
		team: options.team ?? [],
		q: options.query === undefined ? [] : [options.query],
		organisation: options.organisation ?? [],
		venue: options.venue ?? [],
		author: options.author ?? [],
		keyword: options.keyword ?? [],
		country: options.country ?? [],
		area: options.area === undefined ? [] : [options.area]
	};
	const themes = known.map(({ themeId }) => themeId);
	const { filters, problems } = parseFilters((name) => values[name], {
		themes,
		granularity: manifest.granularity
	});
	if (problems.length > 0) {
		throw new UsageError(problems.map((problem) => hint(problem, known)).join('\n'));
	}
	requireSearch(filters.query, searchRulesOf(manifest));
	return filters;
}
