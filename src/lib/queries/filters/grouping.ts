import type { ArrangedThemes } from '../../themes/arrange.ts';
import { quoteInteger, quoteIntegers } from '../sql/quote.ts';

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
