import type { Suggestion, SuggestDimension } from '../../../src/lib/queries/papers/paper-types.ts';
import { namesOf, type KnownPaper } from './reference.ts';

const folded = (text: string) =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/\p{Mn}/gu, '');

/** UTF-8 order, which is DuckDB's. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What `suggest` gives, computed plainly. */
export function suggestions(
	papers: readonly KnownPaper[],
	dimension: SuggestDimension,
	text: string
): Suggestion[] {
	const counts = new Map<string, number>();
	for (const paper of papers) {
		const values = namesOf(paper)[dimension];
		for (const value of new Set(values.length === 0 ? [''] : values)) {
			if (folded(value).includes(folded(text))) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
	}
	const first = (value: string) => (folded(value).startsWith(folded(text)) ? 0 : 1);
	return [...counts]
		.map(([value, count]) => ({ value, papers: count }))
		.sort((a, b) => first(a.value) - first(b.value) || b.papers - a.papers || byBytes(a.value, b.value));
}

/** How often the papers that name a value are cited together and how many of them say so, computed plainly. */
export function citationsOf(
	papers: readonly KnownPaper[],
	dimension: SuggestDimension,
	value: string
): { citations: number | null; counted: number } {
	const counts = papers
		.filter((paper) => namesOf(paper)[dimension].includes(value))
		.flatMap(({ citations }) => citations ?? []);
	const citations = counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
	return { citations, counted: counts.length };
}
