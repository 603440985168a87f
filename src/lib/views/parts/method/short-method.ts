import { thresholds } from '../../../analysis/trends/thresholds.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
import { formatNumber, formatPapers } from '../../../format/format.ts';
import type { AboutManifest } from './dataset-facts.ts';

/** How a view came about, in three lines for somebody from another field. */
export function shortMethod({ counts, seed }: AboutManifest, themes: number, trends: Trends): string[] {
	const { sampled } = counts;
	const sample =
		sampled !== null && sampled < counts.papers ? `, found on a sample of ${formatPapers(sampled)}` : '';
	const { verySure, fairlySure } = thresholds.certainty;
	const window =
		trends.kind === 'tested'
			? `the share of a theme, ${trends.window.unit} by ${trends.window.unit}`
			: 'shares';
	return [
		`Papers whose titles and abstracts use like words stand in one theme (latent semantic analysis, k-means): ` +
			`${formatNumber(themes)} ${themes === 1 ? 'theme' : 'themes'}${sample}. Names are counted, not chosen.`,
		`Trends follow ${window} (joinpoint regression). Of rises and falls called “very sure” at most ${oneIn(verySure)} ` +
			`is expected to be chance, of those called “fairly sure” ${oneIn(fairlySure)}.`,
		'Team size is the number of authors that a source states; medians, since a few teams are very large. Everything ' +
			`random follows from the seed ${seed}: the same files give the same numbers.`
	];
}

const oneIn = (p: number) => `1 in ${formatNumber(Math.round(1 / p))}`;
