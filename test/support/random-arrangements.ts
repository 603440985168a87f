import { arrangeThemes, type ThemeSource } from '../../src/lib/themes/arrange.ts';
import { publishedArrangement, type ThemeArrangement } from '../../src/lib/themes/arrangement.ts';
import { merged, renamed } from '../../src/lib/themes/edit.ts';

/** A cut of any size, then merges and names of some of its themes, as somebody might make them. */
export function randomArrangement(source: ThemeSource, random: () => number): ThemeArrangement {
	const leaves = (source.tree.length + 1) / 2;
	const cut = random() < 0.2 ? null : 1 + Math.floor(random() * leaves);
	let arrangement: ThemeArrangement = { ...publishedArrangement, cut };
	for (let round = Math.floor(random() * 4); round > 0; round--) {
		const arranged = arrangeThemes(source, arrangement);
		const some = arranged.themes.map(({ themeId }) => themeId).filter(() => random() < 0.3);
		const [first] = some;
		arrangement = merged(arrangement, arranged, some);
		if (first !== undefined) arrangement = renamed(arrangement, first, `Name ${round}: "a", b & c`);
	}
	return arrangement;
}
