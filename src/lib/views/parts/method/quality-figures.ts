import { formatNumber, formatShare } from '../../../format/format.ts';
import type { AboutManifest } from './dataset-facts.ts';

export interface QualityFigure {
	name: string;
	value: string;
	meaning: string;
}

const decimal = (value: number | null) => (value === null ? 'not defined' : formatNumber(value, 3));

/** The dataset's quality figures and how to read them. They have no textbook thresholds, so none are given. */
export function qualityFigures({ quality }: AboutManifest): QualityFigure[] {
	const { coherence, diversity, silhouette, inertia } = quality;
	return [
		{
			name: 'Coherence of leading terms',
			value: decimal(coherence),
			meaning:
				'Whether the ten leading terms of a theme stand in the same papers (NPMI, mean over the themes): 1 always ' +
				'together, 0 as chance would have it, −1 never. Compare it between builds of the same corpus.'
		},
		{
			name: 'Distinct terms',
			value: diversity === null ? 'not defined' : formatShare(diversity, 1),
			meaning:
				'Different terms among the ten leading ones of every theme: all of them when no two themes share one.'
		},
		{
			name: 'Silhouette',
			value: decimal(silhouette),
			meaning:
				'How much nearer papers are to their own theme than to the next one, from −1 to 1. Texts overlap, so this is ' +
				'small for every way of grouping them; it only ranks groupings of the same papers. It is taken of a draw of ' +
				'papers, and the curve above of others: the two may differ a little.'
		},
		{
			name: 'Inertia',
			value: formatNumber(inertia, 1),
			meaning:
				'Sum of squared distances of the papers to the centre of their theme: lower is tighter, and more themes ' +
				'always lower it.'
		}
	];
}
