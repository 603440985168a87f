import type { ArrangedThemes } from './arrange.ts';
import { tidyName, type ThemeArrangement } from './arrangement.ts';

/** With another name for a theme; an empty one gives it back the name that it has by itself. */
export function renamed(arrangement: ThemeArrangement, themeId: number, text: string): ThemeArrangement {
	const name = tidyName(text);
	const others = [...arrangement.names].filter(([id]) => id !== themeId);
	return { ...arrangement, names: new Map(name === '' ? others : [...others, [themeId, name]]) };
}

/** With some themes as one: what had been merged into them before is part of it. */
export function merged(
	arrangement: ThemeArrangement,
	{ themes }: Pick<ArrangedThemes, 'themes'>,
	themeIds: readonly number[]
): ThemeArrangement {
	const chosen = themes.filter(({ themeId }) => themeIds.includes(themeId));
	if (chosen.length < 2) return arrangement;
	const nodes = chosen.flatMap((theme) => theme.nodes);
	const others = arrangement.merges.filter((group) => !group.some((node) => nodes.includes(node)));
	return { ...arrangement, merges: [...others, nodes] };
}

/** With a merged theme as the themes that it was made of, under the names that they have by themselves. */
export function split(
	arrangement: ThemeArrangement,
	{ themes }: Pick<ArrangedThemes, 'themes'>,
	themeId: number
): ThemeArrangement {
	const nodes = themes.find((theme) => theme.themeId === themeId)?.nodes ?? [];
	const merges = arrangement.merges.filter((group) => !group.some((node) => nodes.includes(node)));
	return renamed({ ...arrangement, merges }, themeId, '');
}
