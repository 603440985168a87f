import { parseSearch } from '../queries/search/search-query.ts';

/** Words and phrases whose trends are shown at once: one for each colour. */
export const mostTerms = 8;

/** What a search asks for, so that two ways to write it are one. */
function keyOf(term: string): string {
	const clauses = parseSearch(term).map((clause) => JSON.stringify(clause));
	return clauses.length === 0 ? term : clauses.sort().join();
}

/** Words and phrases from a text in which commas part them; what finds the same papers once, as it was written first. */
export function readTerms(text: string): string[] {
	const terms = text
		.split(',')
		.map((term) => term.replace(/\s+/g, ' ').trim())
		.filter((term) => term !== '');
	const distinct = new Map<string, string>();
	for (const term of terms) {
		const key = keyOf(term);
		if (!distinct.has(key)) distinct.set(key, term);
	}
	return [...distinct.values()].slice(0, mostTerms);
}
