import type { ArrangedThemes } from '../dataset/arrangement/arrange.ts';
import { quoteInteger, quoteIntegers } from './quote.ts';

/** SQL for what stands in a list under the leaf of a paper. */
const byLeaf = (values: readonly number[], leaf: string) =>
	`([${values.map(quoteInteger).join(', ')}])[${leaf} + 1]`;

/**
 * SQL for the theme of a paper, a SMALLINT's worth as an INTEGER.
 * @param leaf SQL of the paper's leaf
 */
export function themeColumn({ themeOfLeaf }: ArrangedThemes, leaf = 'leaf_id'): string {
	return byLeaf(themeOfLeaf, leaf);
}

/** SQL for the place of a paper's theme in the order of the labels, case aside. */
export function themePlace({ themes, themeOfLeaf }: ArrangedThemes, leaf = 'leaf_id'): string {
	const labels = [...new Set(themes.map(({ label }) => label.toLowerCase()))].sort();
	const place = new Map(themes.map(({ themeId, label }) => [themeId, labels.indexOf(label.toLowerCase())]));
	return byLeaf(
		themeOfLeaf.map((themeId) => place.get(themeId) as number),
		leaf
	);
}

/** Condition on a paper's leaf: it belongs to one of these themes. */
export function inThemes({ themeOfLeaf }: ArrangedThemes, themes: readonly number[]): string {
	const leaves = themeOfLeaf.flatMap((themeId, leaf) => (themes.includes(themeId) ? [leaf] : []));
	return leaves.length === 0 ? 'false' : `leaf_id IN ${quoteIntegers(leaves)}`;
}

/**
 * SQL for what a published theme has become: the theme that holds all of its leaves, or NULL.
 * @param column SQL of the published theme's id
 */
export function publishedThemeColumn(
	column: string,
	{ themeOfLeaf }: ArrangedThemes,
	published: ArrangedThemes
): string {
	const cases = published.themes.flatMap(({ themeId, leaves }) => {
		const now = new Set(leaves.map((leaf) => themeOfLeaf[leaf] as number));
		const [only] = now;
		return now.size === 1 ? [`WHEN ${quoteInteger(themeId)} THEN ${quoteInteger(only as number)}`] : [];
	});
	return cases.length === 0 ? 'CAST(NULL AS INTEGER)' : `CASE ${column} ${cases.join(' ')} END`;
}
