import { leastForThemes, leastPapers, oneThemeNotice } from '../../../dataset/theme-numbers.ts';
import { formatPapers } from '../../../format/format.ts';
import type { Site } from '../../../state/site.ts';

/** Said where a corpus is one theme because it has too few papers for more, or papers of one kind; else `null`. */
export function oneThemeWords({
	counts,
	themes,
	notices
}: Pick<Site, 'counts' | 'themes' | 'notices'>): string | null {
	if (themes.length > 1) return null;
	if (counts.papers >= leastForThemes) return notices.find((notice) => notice === oneThemeNotice) ?? null;
	const are = counts.papers === 1 ? 'is' : 'are';
	return (
		`${formatPapers(counts.papers)} ${are} too few to tell themes apart, so they stand in one. ` +
		`It takes at least ${leastForThemes} papers, and about ${leastPapers} for each theme.`
	);
}
