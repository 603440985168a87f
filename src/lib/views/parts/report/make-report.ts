import type { FramedChart } from '../../../drawing/frames.ts';
import type { Manifest } from '../../../dataset/manifest.ts';
import { formatArrangement } from '../../../themes/syntax.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { PaperListRow } from '../../../queries/papers/paper-types.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { corpusName } from '../../../state/site.ts';
import { datasetCitation, datasetFacts } from '../method/dataset-facts.ts';
import { methodSteps } from '../method/method-words.ts';
import { parameterWords } from '../method/parameter-words.ts';
import { orderWords } from '../paper-words/paper-columns.ts';
import { publishedWords } from '../paper-words/published.ts';
import { chartFigure } from './chart-figure.ts';
import type { ReportContent, ReportFact, ReportFigure } from './report-html.ts';
import { shownOf } from './shown.ts';
import { filterWords, papersWords, sourceLine } from './source-words.ts';

/** Papers that a report lists at most. */
export const mostListed = 1000;

/** What was asked of the dataset, and everything that made it. */
export function reportParameters(
	manifest: Pick<Manifest, 'parameters' | 'seed'>,
	dashboard: Pick<DashboardState, 'filters' | 'arrangement' | 'unit' | 'settings'>
): ReportFact[] {
	const asked = [...formatFilters(dashboard.filters), ...formatArrangement(dashboard.arrangement)];
	return [
		{ name: 'filters', value: asked.map(([name, value]) => `${name}=${value}`).join(' ') || 'none' },
		{ name: 'period', value: dashboard.unit },
		{ name: 'measure', value: dashboard.settings.measure },
		...Object.entries(manifest.parameters).map(([name, value]) => ({
			name,
			value: parameterWords(value)
		})),
		{ name: 'seed', value: String(manifest.seed) }
	];
}

async function figureOf(chart: FramedChart, source: string): Promise<ReportFigure> {
	const { title, description, table } = chart;
	const { svg } = await chartFigure(chart, source);
	return { svg, title, description, table };
}

/**
 * What a report of the page says.
 * @param address of the page, with all that it shows
 * @throws the signal's reason when called off
 */
export async function reportContent(
	dashboard: DashboardState,
	charts: readonly FramedChart[],
	address: string,
	signal: AbortSignal
): Promise<ReportContent> {
	const shown = shownOf(dashboard);
	const { filters, order } = dashboard;
	const { manifest } = await dashboard.engine.use(signal);
	const reader = await dashboard.use(signal);
	const rows = await reader.papers(filters, order, 0, mostListed, signal);
	const figures: ReportFigure[] = [];
	for (const chart of charts) figures.push(await figureOf(chart, sourceLine(shown)));
	signal.throwIfAborted();
	return {
		corpus: corpusName(shown.site),
		papersWords: papersWords(shown),
		filters: filterWords(shown),
		address,
		facts: datasetFacts(manifest),
		figures,
		method: methodSteps(manifest),
		citation: `${datasetCitation(manifest)} View: ${papersWords(shown)}, ${filterWords(shown)}.`,
		parameters: reportParameters(manifest, dashboard),
		papers: rows.map((row: PaperListRow) => ({
			title: row.title,
			published: publishedWords(row.published),
			teamSize: row.teamSize,
			theme: shown.labelOf(row.themeId)
		})),
		total: shown.papers,
		order: orderWords(order).toLowerCase()
	};
}
