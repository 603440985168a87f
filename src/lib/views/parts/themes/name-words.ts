import { capitalised, formatShare } from '../../../format/format.ts';
import { mixedLabel, type ThemeName } from '../../../dataset/theme-tree.ts';
import type { ArrangedTheme } from '../../../themes/arrange.ts';

type Named = Pick<ArrangedTheme, 'label' | 'found' | 'papers' | 'names'>;

/** A name as a label: `Agents, software`. */
const labelOf = ({ terms }: ThemeName) => capitalised(terms.join(', '));
const isFound = ({ label, found }: Named) => label === found || label.startsWith(`${found} (`);

/** Which of its names a theme is called by; none when a reader calls it something else. */
export function ownName(theme: Named): ThemeName | undefined {
	return isFound(theme) ? theme.names[0] : theme.names.find((name) => labelOf(name) === theme.label);
}

/** How many papers of a theme say its name: `57 % say “software” or “agent”`; empty where that is not known. */
export function coverageWords(theme: Named): string {
	const name = ownName(theme);
	if (!name) return '';
	const words = `${formatShare(name.papers, theme.papers)} say ${name.terms.map((term) => `“${term}”`).join(' or ')}`;
	return theme.found.startsWith(mixedLabel) && isFound(theme)
		? `${words}; its papers have few words in common`
		: words;
}

/** A name to call a theme instead. */
export interface OtherName {
	readonly label: string;
	/** How many of its papers say it, `57 %`. */
	readonly share: string;
	/** What to rename the theme to; empty for the name that was found. */
	readonly text: string;
}

/** Whether two names are the same terms, in whatever order. */
const isSame = (one: ThemeName, other: ThemeName) =>
	one.terms.length === other.terms.length && one.terms.every((term) => other.terms.includes(term));

/** The names that a theme could have instead, the best first; none that only turns another round. */
export function otherNames(theme: Named): OtherName[] {
	const own = ownName(theme);
	const names = theme.names.filter(
		(name, rank) =>
			name === own ||
			(!(own && isSame(name, own)) && !theme.names.slice(0, rank).some((before) => isSame(before, name)))
	);
	return names
		.map((name, rank) => ({
			name,
			label: rank === 0 ? theme.found : labelOf(name),
			share: formatShare(name.papers, theme.papers),
			text: rank === 0 ? '' : labelOf(name)
		}))
		.filter(({ name }) => name !== own)
		.map(({ label, share, text }) => ({ label, share, text }));
}
