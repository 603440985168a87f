import { arrangeThemes, type ArrangedThemes, carryThemes } from '../themes/arrange.ts';
import type { ThemeArrangement } from '../themes/arrangement.ts';
import type { Filters } from '../queries/filters/filters.ts';
import type { Sides } from './side-syntax.ts';
import type { Site } from './site.ts';

type Source = Pick<Site, 'themes' | 'tree'>;

/** An arrangement and the themes of it that are selected: what a change starts from and an undo goes back to. */
export interface Arranged {
	readonly arrangement: ThemeArrangement;
	readonly selected: readonly number[];
}

/** What became of the selected themes: the papers of all of them, before and after. */
export interface Moved {
	readonly before: number;
	readonly after: number;
}

function papersOf({ themes }: ArrangedThemes, selected: readonly number[]): number {
	return themes.reduce((sum, { themeId, papers }) => sum + (selected.includes(themeId) ? papers : 0), 0);
}

/** Another arrangement, with the selection that comes nearest to the one before; `moved` where papers differ. */
export function rearrange(
	source: Source,
	before: Arranged,
	arrangement: ThemeArrangement
): Arranged & { moved: Moved | null } {
	const from = arrangeThemes(source, before.arrangement);
	const to = arrangeThemes(source, arrangement);
	const selected = carryThemes(source, before.selected, from, to);
	const moved = { before: papersOf(from, before.selected), after: papersOf(to, selected) };
	return { arrangement, selected, moved: moved.before === moved.after ? null : moved };
}

/** What every node of the theme tree is called, themes that are shown by the name that they are shown under. */
export function labelsOf(
	{ tree }: Pick<Source, 'tree'>,
	shown: readonly { themeId: number; label: string }[]
): ReadonlyMap<number, string> {
	return new Map([...tree, ...shown].map(({ themeId, label }) => [themeId, label]));
}

/** Two sides of a comparison whose themes become those of another arrangement that come nearest to them. */
export function rearrangeSides(
	source: Source,
	from: ThemeArrangement,
	to: ThemeArrangement,
	{ a, b }: Sides
): Sides {
	const carried = (filters: Filters): Filters => {
		const before = { arrangement: from, selected: filters.themes };
		return { ...filters, themes: rearrange(source, before, to).selected };
	};
	return { a: carried(a), b: carried(b) };
}
