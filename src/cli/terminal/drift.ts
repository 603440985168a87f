import { wilson } from '../../lib/analysis/wilson.ts';
import { usualDrift, type Drift } from '../../lib/pipeline/cluster/drift.ts';
import { grouped } from './numbers.ts';

/** Themes that are named one by one. */
const shown = 5;
/** Papers from which a theme's share means something. */
const enough = 20;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Drift from which new themes are worth a fit, as a multiple of the usual one. */
const muchDrift = 2;

/** Whether surely, at 95 %, more papers fit badly than a model bears; a few odd papers do not show that. */
const isWornOut = ({ papers, share }: Drift) =>
	(wilson(Math.round(share * papers), papers)?.lower ?? 0) > muchDrift * usualDrift;

/** How well papers fit the themes of a model, which themes fit worst, and whether it is time to fit anew. */
export function driftLines(drift: Drift, labels: readonly { themeId: number; label: string }[]): string[] {
	const { papers, share, themes } = drift;
	const nameOf = new Map(labels.map(({ themeId, label }) => [themeId, label]));
	const worst = themes
		.filter((theme) => theme.papers >= enough && theme.share > muchDrift * usualDrift)
		.sort((a, b) => b.share - a.share || a.themeId - b.themeId)
		.slice(0, shown);
	return [
		`Drift: ${percent(share)} of ${grouped(papers)} papers fit their theme worse than 95 % of the model's own (${percent(usualDrift)} means no drift)`,
		...worst.map(
			(theme) => `  ${percent(theme.share)} of ${grouped(theme.papers)} in ${nameOf.get(theme.themeId) ?? ''}`
		),
		...(isWornOut(drift)
			? [
					'Fit again: these papers are about other things than the themes. Build a dataset of all papers anew.'
				]
			: [])
	];
}
