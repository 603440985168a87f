import { themeTrends } from '../../../analysis/trends/findings.ts';
import { slotColour, tokenColour } from '../../../drawing/colour.ts';
import type { FramedChart } from '../../../drawing/frames.ts';
import { escapeXml } from '../../../export/xml.ts';
import type { Manifest } from '../../../dataset/manifest.ts';
import { formatArrangement } from '../../../themes/syntax.ts';
import { formatFilters } from '../../../queries/filters/filter-syntax.ts';
import type { PaperListRow } from '../../../queries/papers/paper-types.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { corpusName } from '../../../state/site.ts';
import { papersId } from '../links/papers-link.ts';
import { accountWords, datasetCitation, datasetFacts, sumOfInputs } from '../method/dataset-facts.ts';
import { methodSteps } from '../method/method-words.ts';
import { parameterWords } from '../method/parameter-words.ts';
import { shortMethod } from '../method/short-method.ts';
import { orderWords } from '../paper-words/paper-columns.ts';
import { publishedWords } from '../paper-words/published.ts';
import { chartFigure } from './chart-figure.ts';
import { drawingSvg } from './drawing-svg.ts';
import { movesChart } from './report-chart.ts';
import type { LeadFigure, ReportContent, ReportFact, ReportFigure, ReportPaper } from './report-content.ts';
import { reportLead } from './report-lead.ts';
import { filterWords, papersWords, shownOf, sourceLine } from './source-words.ts';

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

/** Width that a report gives a chart, in pixels: that of a printed page, so that its texts keep their size there. */
const figureWidth = 720;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Has a chart drawn no wider than a report shows it; a picture of pixels, as a map is, stays as it is. */
async function atWidth<T>(chart: FramedChart | undefined, draw: () => Promise<T>): Promise<T> {
	const element = chart?.drawing();
	if (!element || element.clientWidth <= figureWidth || element.querySelector('canvas')) return draw();
	const { width } = element.style;
	element.style.width = `${figureWidth}px`;
	try {
		// What measures itself is told in the first frame and draws in the second.
		await nextFrame();
		await nextFrame();
		return await draw();
	} finally {
		element.style.width = width;
	}
}

async function figureOf(chart: FramedChart, source: string): Promise<ReportFigure> {
	const { title, description, table } = chart;
	const { svg } = await chartFigure(chart, source);
	return { svg, title, description, table };
}

/** What is drawn of a chart alone; `null` where it is not drawn. */
async function leadFigure(chart: FramedChart | undefined): Promise<LeadFigure | null> {
	const element = chart?.drawing();
	if (!chart || !element) return null;
	const { content, width, height } = await drawingSvg(element);
	const font = escapeXml(getComputedStyle(element).fontFamily);
	const [w, h] = [Math.ceil(width), Math.ceil(height)];
	const svg =
		`<svg width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${font}" role="img">` +
		`<title>${escapeXml(chart.headline)}</title>${content}</svg>`;
	return { svg, title: chart.title, caption: chart.caption };
}

/** Whether a chart can be read in the room that the first page has. */
function isWide(chart: FramedChart): boolean {
	const box = chart.drawing()?.getBoundingClientRect();
	return box !== undefined && box.width > 1.5 * box.height;
}

/** Has something drawn in the light scheme on white, whatever the page is in: a report is read on paper. */
async function onPaper<T>(draw: () => Promise<T>): Promise<T> {
	const root = document.documentElement;
	const scheme = root.dataset.theme;
	root.dataset.theme = 'light';
	root.style.setProperty('--ground', '#ffffff');
	try {
		return await draw();
	} finally {
		root.style.removeProperty('--ground');
		if (scheme === undefined) delete root.dataset.theme;
		else root.dataset.theme = scheme;
	}
}

/** A CSS colour as it is without the page's variables. */
function plainColour(colour: string): string {
	const name = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
	return name ? tokenColour(getComputedStyle(document.documentElement), name) : colour;
}

interface Drawn {
	chart: LeadFigure | null;
	figures: ReportFigure[];
	colours: ReadonlyMap<number, string>;
}

/** Every chart, the first wide one of them for the first page too, and the colours of themes. */
function drawn(
	charts: readonly FramedChart[],
	source: string,
	{ slots, themes }: Pick<DashboardState, 'slots' | 'themes'>
): Promise<Drawn> {
	return onPaper(async () => {
		const first = charts.find(isWide);
		const chart = await atWidth(first, () => leadFigure(first));
		const figures: ReportFigure[] = [];
		for (const one of charts) figures.push(await atWidth(one, () => figureOf(one, source)));
		const colours = themes.map(
			({ themeId }) => [themeId, plainColour(slotColour(slots.get(themeId) ?? null))] as const
		);
		return { chart, figures, colours: new Map(colours) };
	});
}

function paperOf(row: PaperListRow, labelOf: (themeId: number) => string): ReportPaper {
	return {
		title: row.title,
		published: publishedWords(row.published),
		teamSize: row.teamSize,
		theme: labelOf(row.themeId)
	};
}

/** What is asked of the dataset for a report. */
async function answers(dashboard: DashboardState, titles: number, signal: AbortSignal) {
	const { filters, order, settings, site } = dashboard;
	const reader = await dashboard.use(signal);
	const rows = titles > 0 ? await reader.papers(filters, order, 0, titles, signal) : [];
	const counts = await reader.sideCounts(filters, dashboard.unit, signal);
	const byUnit = await reader.trendRows(filters, signal);
	const unit = settings.unit !== null && byUnit[settings.unit] ? settings.unit : null;
	const trends = themeTrends(byUnit, site.span, { date: filters.date?.range ?? null, unit });
	return { rows, counts, trends };
}

/** Sentences that the first page has room for. */
const mostSentences = 5;

/** What the page says, or, where it only shows, what its charts say. */
function sentencesOf({ charts, sentences }: ShownPage): string[] {
	const said = sentences.length > 0 ? sentences : charts.map(({ headline }) => headline).filter(Boolean);
	return said.slice(0, mostSentences).map((text) => `${text}.`);
}

/** What is on the page: its charts and what it says in sentences. */
export interface ShownPage {
	charts: readonly FramedChart[];
	sentences: readonly string[];
	/** Of the page, with all that it shows. */
	address: string;
}

/**
 * What a report of the page says.
 * @param page what is on it
 * @param titles papers that are listed
 * @throws the signal's reason when called off
 */
export async function reportContent(
	dashboard: DashboardState,
	page: ShownPage,
	titles: number,
	signal: AbortSignal
): Promise<ReportContent> {
	const shown = shownOf(dashboard);
	const { manifest } = await dashboard.engine.use(signal);
	const { rows, counts, trends } = await answers(dashboard, titles, signal);
	const { chart, figures, colours } = await drawn(page.charts, sourceLine(shown), dashboard);
	signal.throwIfAborted();
	const { filters, overview, order, themes } = dashboard;
	const lead = reportLead({
		...{ papers: counts.papers, themes: counts.themes, team: counts.team, trends },
		...{ teamByTheme: overview.teamByTheme, teamFilter: filters.team, selected: filters.themes },
		labelOf: shown.labelOf,
		colourOf: (id) => colours.get(id) ?? '#55585c'
	});
	return {
		corpus: corpusName(shown.site),
		papersWords: papersWords(shown),
		filters: filterWords(shown),
		address: page.address,
		sentences: sentencesOf(page),
		lead,
		chart: trends.kind === 'tested' ? (movesChart(lead, trends.window.unit) ?? chart) : chart,
		account: accountWords(sumOfInputs(manifest.inputs)),
		how: shortMethod(manifest, themes.length, trends),
		facts: datasetFacts(manifest),
		figures,
		method: methodSteps(manifest),
		citation: `${datasetCitation(manifest)} View: ${papersWords(shown)}, ${filterWords(shown)}.`,
		parameters: reportParameters(manifest, dashboard),
		papers: rows.map((row) => paperOf(row, shown.labelOf)),
		total: counts.papers,
		papersAddress: `${page.address.replace(/#.*$/, '')}#${papersId}`,
		order: orderWords(order).toLowerCase()
	};
}
