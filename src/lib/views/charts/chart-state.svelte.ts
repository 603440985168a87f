import type { Trends } from '../../analysis/trends.ts';
import { sumOf, type Count, type Dimension } from '../../dataset/overview.ts';
import { formatFilters } from '../../queries/filters/filter-syntax.ts';
import type { DashboardState } from '../../state/dashboard.svelte.ts';
import { labelsOf, type Chart, type ChartSource } from './chart.ts';

interface Page {
	dashboard: DashboardState;
	trends: () => Trends;
	selected: () => readonly number[];
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
	readonly #unit = $derived.by(() => this.#page.dashboard.overview.unit);
	readonly #measure = $derived.by(() => this.#page.dashboard.settings.measure);
	readonly #form = $derived.by(() => this.#page.dashboard.settings.form);
	readonly source: ChartSource<D> = $derived.by(() => {
		const { themes, site, slots } = this.#page.dashboard;
		const [rows, unit, selected] = [this.rows, this.#unit, this.#selected];
		return { rows, unit, span: site.span, themes, selected, slots, measure: this.#measure, form: this.#form };
	});
	readonly model: M = $derived.by(() => this.chart.model(this.source));
	readonly #narrowed = $derived.by(() => {
		const ignored: readonly string[] = this.chart.ignoring;
		return formatFilters(this.#page.dashboard.answered).some(([name]) => !ignored.includes(name));
	});
	readonly trends: Trends = $derived.by(() => this.#page.trends());
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

	/** @param selected themes that the charts show as selected */
	constructor(
		dashboard: DashboardState,
		trends: () => Trends,
		selected: () => readonly number[] = () => dashboard.filters.themes
	) {
		this.#page = { dashboard, trends, selected };
	}

	of<D extends Dimension, M>(chart: Chart<D, M>): ShownChart<D, M> {
		return new ShownChart(chart, this.#page);
	}
}
