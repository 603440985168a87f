import type { ArrangedThemes, ThemeSource } from './arrange.ts';

/**
 * Themes of one arrangement as themes of another: each new theme more than half of whose papers are among the
 * old ones, which leaves the fewest papers that belong to only one of the two choices.
 */
export function carryThemes(
	{ tree }: Pick<ThemeSource, 'tree'>,
	selected: readonly number[],
	from: ArrangedThemes,
	to: ArrangedThemes
): number[] {
	const inside = new Set(
		from.themes.filter(({ themeId }) => selected.includes(themeId)).flatMap(({ leaves }) => leaves)
	);
	const kept = to.themes.filter(({ leaves, papers }) => {
		const shared = leaves.filter((leaf) => inside.has(leaf));
		const held = shared.reduce((sum, leaf) => sum + (tree[leaf]?.papers ?? 0), 0);
		return papers === 0 ? shared.length === leaves.length : 2 * held > papers;
	});
	return kept.map(({ themeId }) => themeId).sort((a, b) => a - b);
}
