import { surenessWords } from '../../../analysis/trends/finding-words.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
import { formatNumber, formatPapers } from '../../../format/format.ts';
import type { AboutManifest } from './dataset-facts.ts';

/** How a view came about, in three lines for somebody from another field. */
export function shortMethod({ counts, seed }: AboutManifest, themes: number, trends: Trends): string[] {
	const { sampled } = counts;
	const sample =
		sampled !== null && sampled < counts.papers ? `, found on a sample of ${formatPapers(sampled)}` : '';
	const window =
		trends.kind === 'tested'
			? `the share of a theme, ${trends.window.unit} by ${trends.window.unit}`
			: 'shares';
	return [
		`Papers whose titles and abstracts use like words stand in one theme (latent semantic analysis, k-means): ` +
			`${formatNumber(themes)} ${themes === 1 ? 'theme' : 'themes'}${sample}. Names come from counts of words, unless somebody gave others.`,
		`Trends follow ${window} (joinpoint regression). ${surenessWords}`,
		'Team size is the number of authors that a source states; medians, since a few teams are very large. Everything ' +
			`random follows from the seed ${seed}: the same files give the same numbers.`
	];
}
