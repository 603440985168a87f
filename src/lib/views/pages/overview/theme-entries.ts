import { surelyWords } from '../../../analysis/trends/finding-words.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
import { plotted, type Measure } from '../../../drawing/trend-values.ts';
import type { Overview } from '../../../dataset/overview.ts';
import type { Slots } from '../../../themes/theme-colours.ts';
import type { TrendModel } from '../../charts/trend/trend-model.ts';

/** A theme as the list shows it. */
export interface ThemeEntry {
	id: number;
	label: string;
	slot: number | null;
	selected: boolean;
	papers: number;
	/** Papers of all themes that pass the other filters: the denominator of its share. */
	of: number;
	/** The same values as in the trend chart, period by period. */
	values: number[];
	/** `rising, very sure`; nothing where trends cannot be tested. */
	trend: string | null;
}

/** Themes by the papers that the other filters leave them, the whole corpus deciding between equals. */
export function themeEntries(
	source: { overview: Pick<Overview, 'themes'>; slots: Slots },
	trend: TrendModel,
	measure: Measure,
	trends: Trends
): ThemeEntry[] {
	const words = new Map(
		trends.kind === 'tested'
			? trends.findings.map((finding) => [finding.id, surelyWords(finding, trends.window)] as const)
			: []
	);
	const papers = new Map(source.overview.themes.map((theme) => [theme.themeId, theme.papers]));
	const of = source.overview.themes.reduce((sum, theme) => sum + theme.papers, 0);
	return trend.series
		.map(({ id, label, selected, counts }) => ({
			id,
			label,
			slot: source.slots.get(id) ?? null,
			selected,
			papers: papers.get(id) ?? 0,
			of,
			values: trend.periods.map((period, index) => plotted(counts[index] ?? 0, period, measure) ?? 0),
			trend: words.get(id) ?? null
		}))
		.sort((a, b) => b.papers - a.papers);
}
