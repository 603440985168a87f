import { nameDimensions, type NameDimension } from './manifest.ts';

/** Names of organisations, venues, ... that a reader has said are one. */
export interface JoinedNames {
	readonly dimension: NameDimension;
	/** Two or more, each once; the first is how they are shown. */
	readonly names: readonly string[];
}

/** All that were joined; no name of a dimension stands in two of them. */
export type Joins = readonly JoinedNames[];

/** The names that are joined with one; `null` for one that stands alone. */
export function joinOf(joins: Joins, dimension: NameDimension, name: string): JoinedNames | null {
	return joins.find((one) => one.dimension === dimension && one.names.includes(name)) ?? null;
}

/** Every name that counts as one, itself included. */
export const countedAs = (joins: Joins, dimension: NameDimension, name: string): readonly string[] =>
	joinOf(joins, dimension, name)?.names ?? [name];

/** Names as they are shown, each once: of those that are joined the first. */
export function shownNames(joins: Joins, dimension: NameDimension, names: readonly string[]): string[] {
	return [...new Set(names.map((name) => countedAs(joins, dimension, name)[0] as string))];
}

/** Joins names, and all that they were joined with before, under the first of them. */
export function joinNames(joins: Joins, dimension: NameDimension, names: readonly string[]): Joins {
	const all = [...new Set(names.flatMap((name) => countedAs(joins, dimension, name)))];
	const others = joins.filter(
		(one) => one.dimension !== dimension || !one.names.some((name) => all.includes(name))
	);
	return all.length < 2 ? joins : [...others, { dimension, names: all }];
}

/** Takes apart what a name is joined with. */
export function partNames(joins: Joins, dimension: NameDimension, name: string): Joins {
	const joined = joinOf(joins, dimension, name);
	return joins.filter((one) => one !== joined);
}

/** Joins as one text: `venue=Nature&venue=Nature+(London)`, several parted by `;`. */
export function formatJoins(joins: Joins): string {
	return joins
		.map(({ dimension, names }) => new URLSearchParams(names.map((name) => [dimension, name])).toString())
		.join(';');
}

/** Reads what `formatJoins` writes; `null` when some of it cannot be understood. */
export function parseJoins(text: string): Joins | null {
	const joins: JoinedNames[] = [];
	for (const part of text.split(';')) {
		const pairs = [...new URLSearchParams(part)];
		const dimension = nameDimensions.find((one) => one === pairs[0]?.[0]);
		const names = [...new Set(pairs.map(([, name]) => name))];
		const isWhole = pairs.every(([name]) => name === dimension) && names.length > 1 && !names.includes('');
		if (!dimension || !isWhole || names.some((name) => joinOf(joins, dimension, name))) return null;
		joins.push({ dimension, names });
	}
	return joins;
}
