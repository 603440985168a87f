import { leastForThemes, leastPapers } from '../../../dataset/theme-limits.ts';
import { formatPapers } from '../../../format/format.ts';
import type { Site } from '../../../state/site.ts';

/** Said where a corpus is one theme because it has too few papers for more; else `null`. */
export function fewPapersWords({ counts, themes }: Pick<Site, 'counts' | 'themes'>): string | null {
	if (themes.length > 1 || counts.papers >= leastForThemes) return null;
	const are = counts.papers === 1 ? 'is' : 'are';
	return (
		`${formatPapers(counts.papers)} ${are} too few to tell themes apart, so they stand in one. ` +
		`It takes at least ${leastForThemes} papers, and about ${leastPapers} for each theme.`
	);
}
