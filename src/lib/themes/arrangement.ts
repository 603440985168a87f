/** How a reader has arranged the themes of a dataset. */
export interface ThemeArrangement {
	/** Number of themes into which the tree is cut; `null` for the published ones. */
	readonly cut: number | null;
	/** Nodes of the tree that are one theme: two or more in a group, none below or in another. */
	readonly merges: readonly (readonly number[])[];
	/** Names given by hand, by theme id. */
	readonly names: ReadonlyMap<number, string>;
}

/** The themes as they were published. */
export const publishedArrangement: ThemeArrangement = { cut: null, merges: [], names: new Map() };

/** Whether papers are grouped as published, whatever the themes are called. */
export function groupsAsPublished({ cut, merges }: ThemeArrangement): boolean {
	return cut === null && merges.length === 0;
}

/** Characters of a name. */
export const longestName = 80;

/** A name as it is kept: one line, no blanks around it, not too long; empty when nothing is left. */
export function tidyName(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	return [...line].slice(0, longestName).join('').trim();
}
