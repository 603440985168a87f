import { isSure, type Trends } from '../../../analysis/trends.ts';

/** Themes that clearly rise or fall: charts label them even where they have no colour of their own. */
export function notedThemes(trends: Trends): ReadonlySet<number> {
	return new Set(trends.kind === 'tested' ? trends.findings.filter(isSure).map(({ id }) => id) : []);
}
