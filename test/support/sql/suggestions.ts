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
	text: string,
	joined: readonly string[] = []
): Suggestion[] {
	const shown = (name: string) => (joined.includes(name) ? joined[0]! : name);
	const counts = new Map<string, number>();
	const found = new Set<string>();
	const starting = new Set<string>();
	for (const paper of papers) {
		const values = namesOf(paper)[dimension];
		const names = values.length === 0 ? [''] : values;
		for (const value of new Set(names.map(shown))) counts.set(value, (counts.get(value) ?? 0) + 1);
		for (const name of names.filter((one) => folded(one).includes(folded(text)))) {
			found.add(shown(name));
			if (folded(name).startsWith(folded(text))) starting.add(shown(name));
		}
	}
	const first = (value: string) => (starting.has(value) ? 0 : 1);
	return [...counts]
		.filter(([value]) => found.has(value))
		.map(([value, count]) => ({ value, papers: count }))
		.sort((a, b) => first(a.value) - first(b.value) || b.papers - a.papers || byBytes(a.value, b.value));
}

/** The first of them, and the empty one for papers that name none last, where it is among them. */
export function firstOf(all: readonly Suggestion[], count: number): Suggestion[] {
	const none = all.filter(({ value }) => value === '');
	return [...all.filter(({ value }) => value !== '').slice(0, count - none.length), ...none];
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
