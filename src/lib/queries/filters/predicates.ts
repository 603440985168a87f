import type { ArrangedThemes } from '../../themes/arrange.ts';
import { dateBounds } from './date-bounds.ts';
import type { Filters, Range } from './filters.ts';
import { inThemes } from './grouping.ts';
import { quoteDay, quoteInteger, quoteTexts } from '../sql/quote.ts';

function dateClause(range: Range<string>): string {
	const { from, last } = dateBounds(range);
	const clauses = ['published IS NOT NULL'];
	if (from !== null) clauses.push(`published >= ${quoteDay(from)}`);
	if (last !== null) {
		clauses.push(
			`published <= CASE date_precision WHEN 'year' THEN ${quoteDay(last.year)} ` +
				`WHEN 'month' THEN ${quoteDay(last.month)} ELSE ${quoteDay(last.day)} END`
		);
	}
	return clauses.join(' AND ');
}

function teamClause({ from, to }: Range<number>): string {
	const clauses = ['team_size IS NOT NULL'];
	if (from !== null) clauses.push(`team_size >= ${quoteInteger(from)}`);
	if (to !== null) clauses.push(`team_size <= ${quoteInteger(to)}`);
	return clauses.join(' AND ');
}

function either(clauses: readonly (string | null)[]): string {
	const stated = clauses.filter((clause) => clause !== null);
	return stated.length === 0 ? 'false' : `(${stated.map((clause) => `(${clause})`).join(' OR ')})`;
}

/**
 * Condition on a row of `papers`: theme, date and how finely it is stated, team size, and membership in the papers
 * that pass the filters on rows.
 * @param matches table of the paper ids that pass those; `null` for all
 * @param grouping what the filter's themes are
 */
export function paperCondition(
	{ themes, date, dated, team }: Filters,
	matches: string | null,
	grouping: ArrangedThemes
): string {
	const clauses: string[] = [];
	if (themes.length > 0) clauses.push(inThemes(grouping, themes));
	if (date) {
		clauses.push(either([date.range && dateClause(date.range), date.unknown ? 'published IS NULL' : null]));
	}
	if (dated.length > 0) clauses.push(`date_precision IN ${quoteTexts(dated)}`);
	if (team) {
		clauses.push(either([team.range && teamClause(team.range), team.unknown ? 'team_size IS NULL' : null]));
	}
	if (matches !== null) clauses.push(`paper_id IN (SELECT paper_id FROM ${matches})`);
	return clauses.length === 0 ? 'true' : clauses.join(' AND ');
}
