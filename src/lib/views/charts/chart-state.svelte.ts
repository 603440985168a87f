import type { DashboardState } from '../../state/dashboard.svelte.ts';
import { teamOverTimeModel, trendModel, type ChartSource } from './chart-models.ts';

/**
 * What the charts of a page are made from, as the dashboard has it now. The rows that a step of a brush leaves as they
 * are stay the same object, and so do the models of them: a chart that would look the same is not drawn anew.
 */
export class ChartState {
	readonly #dashboard: DashboardState;
	readonly #chosen: () => readonly number[];

	/** @param selected themes that the charts show as selected */
	constructor(dashboard: DashboardState, selected = () => dashboard.filters.themes) {
		this.#dashboard = dashboard;
		this.#chosen = selected;
	}

	readonly #selected = $derived.by(() => this.#chosen());
	readonly #unit = $derived.by(() => this.#dashboard.overview.unit);
	readonly #trend = $derived.by(() => this.#dashboard.overview.trend);
	readonly #teamOverTime = $derived.by(() => this.#dashboard.overview.teamOverTime);

	readonly source: ChartSource = $derived.by(() => {
		const { overview, themes, site, slots } = this.#dashboard;
		return { overview, themes, site, selected: this.#selected, slots };
	});
	readonly trend = $derived.by(() => {
		const { themes, site, slots } = this.#dashboard;
		const overview = { trend: this.#trend, unit: this.#unit };
		return trendModel({ overview, themes, site, selected: this.#selected, slots });
	});
	readonly teamOverTime = $derived.by(() =>
		teamOverTimeModel({
			overview: { teamOverTime: this.#teamOverTime, unit: this.#unit },
			site: this.#dashboard.site
		})
	);
}
