import { usualDrift, type Drift } from '../../lib/pipeline/cluster/drift.ts';
import { grouped } from './numbers.ts';

/** Themes that are named one by one. */
const shown = 5;
/** Papers from which a theme's share means something. */
const enough = 20;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** How well papers fit the themes of a model, and which themes fit worst. */
export function driftLines(
	{ papers, share, themes }: Drift,
	labels: readonly { themeId: number; label: string }[]
): string[] {
	const nameOf = new Map(labels.map(({ themeId, label }) => [themeId, label]));
	const worst = themes
		.filter((theme) => theme.papers >= enough && theme.share > 2 * usualDrift)
		.sort((a, b) => b.share - a.share || a.themeId - b.themeId)
		.slice(0, shown);
	return [
		`Drift: ${percent(share)} of ${grouped(papers)} papers fit their theme worse than 95 % of the model's own (${percent(usualDrift)} means no drift)`,
		...worst.map(
			(theme) => `  ${percent(theme.share)} of ${grouped(theme.papers)} in ${nameOf.get(theme.themeId) ?? ''}`
		)
	];
}
