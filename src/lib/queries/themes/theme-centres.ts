import type { ArrangedThemes } from '../../themes/arrange.ts';
import { dot, type LeafVectors } from './vectors.ts';

/** Where the themes of an arrangement lie, each at the mean of its papers' unit vectors. */
export interface ThemeCentres {
	/** In the order of the arrangement. */
	readonly themeIds: readonly number[];
	/** Place in `themeIds` of the theme of each row of the vectors. */
	readonly placeOf: Int16Array;
	readonly columns: number;
	/** Unit rows, one for each theme; zeros for a theme none of whose papers has a vector. */
	readonly data: Float64Array;
}

/** Adds a row of `from`, made one long, to a row of `to`. */
function addUnit(from: ArrayLike<number>, at: number, to: Float64Array, toAt: number, columns: number): void {
	const length = Math.sqrt(dot(from, at, from, at, columns));
	if (length === 0) return;
	for (let c = 0; c < columns; c++) {
		to[toAt + c] = (to[toAt + c] as number) + (from[at + c] as number) / length;
	}
}

export function themeCentres(
	{ table, leafOf }: LeafVectors,
	{ themes, themeOfLeaf }: ArrangedThemes
): ThemeCentres {
	const { ids, columns, data } = table;
	const themeIds = themes.map(({ themeId }) => themeId);
	const placeOfLeaf = themeOfLeaf.map((themeId) => themeIds.indexOf(themeId));
	const placeOf = Int16Array.from(ids, (paperId) => placeOfLeaf[leafOf[paperId] as number] as number);
	const sums = new Float64Array(themeIds.length * columns);
	for (const [row, place] of placeOf.entries()) addUnit(data, row * columns, sums, place * columns, columns);
	const unit = new Float64Array(sums.length);
	for (let at = 0; at < sums.length; at += columns) addUnit(sums, at, unit, at, columns);
	return { themeIds, placeOf, columns, data: unit };
}

/**
 * The themes nearest to one by the cosine of their centres, most similar first, equal ones by id.
 * @throws RangeError when it is none of the themes
 */
export function nearestThemes(
	{ themeIds, columns, data }: ThemeCentres,
	themeId: number,
	count: number
): { themeId: number; similarity: number }[] {
	const own = themeIds.indexOf(themeId) * columns;
	if (own < 0) throw new RangeError(`There is no theme ${themeId} among the themes shown.`);
	return themeIds
		.map((id, place) => ({ themeId: id, similarity: dot(data, own, data, place * columns, columns) }))
		.filter((other) => other.themeId !== themeId)
		.sort((a, b) => b.similarity - a.similarity || a.themeId - b.themeId)
		.slice(0, count);
}
