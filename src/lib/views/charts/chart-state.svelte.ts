import type { Trends } from '../../analysis/trends/findings.ts';
import { sumOf, type Count, type Dimension } from '../../dataset/overview.ts';
import { formatFilters } from '../../queries/filters/filter-syntax.ts';
import type { DashboardState } from '../../state/dashboard.svelte.ts';
import type { ThemeFindings } from '../parts/findings/theme-findings.svelte.ts';
import { shownDays } from '../parts/findings/trend-marks.ts';
import { labelsOf, type Chart, type ChartSource } from './chart.ts';

interface Page {
	dashboard: DashboardState;
	findings: Pick<ThemeFindings, 'trends' | 'whole'>;
	selected: () => readonly number[];
	slots: () => ChartSource<never>['slots'];
}

/**
 * A chart as the dashboard has it now. Rows that a step of a brush leaves as they are stay the same object, and so
 * does the model of them: a chart that would look the same is not drawn anew.
 */
export class ShownChart<D extends Dimension = Dimension, M = unknown> {
	readonly chart: Chart<D, M>;
	readonly #page: Page;

	constructor(chart: Chart<D, M>, page: Page) {
		this.chart = chart;
		this.#page = page;
	}

	readonly rows: readonly Count<D>[] = $derived.by(() => sumOf(this.#page.dashboard.overview, this.chart));
	readonly #selected = $derived.by(() => this.#page.selected());
	readonly #slots = $derived.by(() => this.#page.slots());
	readonly #unit = $derived.by(() => this.#page.dashboard.overview.unit);
	readonly #measure = $derived.by(() => this.#page.dashboard.settings.measure);
	readonly #form = $derived.by(() => this.#page.dashboard.settings.form);
	/** As text, so that other trends over the same days leave the drawings. */
	readonly #daysText = $derived.by(() => {
		const { dashboard, findings } = this.#page;
		const days = dashboard.settings.periods === 'all' ? null : shownDays(findings.trends, findings.whole);
		return JSON.stringify(days);
	});
	readonly #days = $derived.by(() => JSON.parse(this.#daysText) as ChartSource<D>['days']);
	readonly source: ChartSource<D> = $derived.by(() => {
		const { themes, site } = this.#page.dashboard;
		const [rows, unit, selected] = [this.rows, this.#unit, this.#selected];
		return {
			rows,
			unit,
			span: site.span,
			themes,
			selected,
			slots: this.#slots,
			measure: this.#measure,
			form: this.#form,
			days: this.#days
		};
	});
	readonly model: M = $derived.by(() => this.chart.model(this.source));
	readonly #narrowed = $derived.by(() => {
		const ignored: readonly string[] = this.chart.ignoring;
		return formatFilters(this.#page.dashboard.answered).some(([name]) => !ignored.includes(name));
	});
	readonly trends: Trends = $derived.by(() => this.#page.findings.trends);
	readonly headline = $derived.by(() => {
		return this.chart.headline({
			...this.source,
			labels: labelsOf(this.source.themes),
			narrowed: this.#narrowed,
			trends: this.trends
		});
	});
}

/** The charts of a page. */
export class ChartState {
	readonly #page: Page;

	/** @param own themes that the charts show as selected, and colours of themes, where they are not the dashboard's */
	constructor(
		dashboard: DashboardState,
		findings: Pick<ThemeFindings, 'trends' | 'whole'>,
		own: Partial<Pick<Page, 'selected' | 'slots'>> = {}
	) {
		const [selected, slots] = [() => dashboard.selected, () => dashboard.slots];
		this.#page = { dashboard, findings, selected, slots, ...own };
	}

	of<D extends Dimension, M>(chart: Chart<D, M>): ShownChart<D, M> {
		return new ShownChart(chart, this.#page);
	}
}
