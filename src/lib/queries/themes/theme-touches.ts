import { dot, type LeafVectors } from './vectors.ts';
import type { ThemeCentres } from './theme-centres.ts';
import { nearness, type ThemePair } from './theme-pairs.ts';

/** The theme that each row's paper is near to beside its own, by its place among the themes; -1 for none. */
export function secondThemes({ table }: LeafVectors, centres: ThemeCentres): Int16Array {
	const { placeOf, themeIds, columns, data } = centres;
	const similarityTo = (row: number, place: number) =>
		dot(table.data, row * columns, data, place * columns, columns);
	return placeOf.map((own, row) => {
		let second = -1;
		let best = 0;
		for (let place = 0; place < themeIds.length; place++) {
			const similarity = place === own ? 0 : similarityTo(row, place);
			if (similarity > best) [second, best] = [place, similarity];
		}
		const nearest = similarityTo(row, own);
		return nearest > 0 && best >= nearness * nearest ? second : -1;
	});
}

/**
 * The pairs of themes with most papers between them, equal ones by id.
 * @param second as `secondThemes` gives it
 * @param passing 1 for the papers that count, by their id
 */
export function pairsBetween(
	{ table }: LeafVectors,
	{ placeOf, themeIds }: ThemeCentres,
	second: Int16Array,
	passing: ArrayLike<number>,
	count: number
): ThemePair[] {
	const pairs = new Map<string, ThemePair>();
	for (const [row, other] of second.entries()) {
		if (other < 0 || passing[table.ids[row] as number] !== 1) continue;
		const ids = [placeOf[row] as number, other].map((place) => themeIds[place] as number);
		const [first, last] = ids.sort((a, b) => a - b) as [number, number];
		const key = `${first} ${last}`;
		pairs.set(key, { first, second: last, papers: (pairs.get(key)?.papers ?? 0) + 1 });
	}
	return [...pairs.values()]
		.sort((a, b) => b.papers - a.papers || a.first - b.first || a.second - b.second)
		.slice(0, count);
}
