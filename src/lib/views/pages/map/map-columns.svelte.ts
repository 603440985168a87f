import { noFilters } from '../../../queries/filters/filters.ts';
import type { PaperMeasure } from '../../../queries/map/paper-columns.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { ArrangedReader } from '../../../state/reader.ts';
import type { MapColour, MapSize } from '../../../state/settings.ts';
import {
	dateClasses,
	dotSizes,
	hitClasses,
	mostNames,
	nameClasses,
	numberClasses,
	paintedClasses,
	type Classes,
	type DotSizes
} from './colour-steps.ts';
import { timeAxis, type TimeAxis } from './time-axis.ts';

type Stated = Readonly<Record<PaperMeasure, number>>;

/** By what the titles of papers are chosen: the first that a paper of the corpus states. */
export type Prominence = 'citations' | 'upvotes' | 'similarity';

/** What is known of the papers beside where they lie, each column read when it is first needed. */
export class MapColumns {
	readonly #dashboard: DashboardState;
	/** How many papers state what. */
	readonly stated = new Answer<Stated>();
	readonly axis = new Answer<TimeAxis | null>();
	readonly rank = new Answer<{ by: Prominence; of: Int32Array }>();
	readonly classes = new Answer<{ classes: Classes; painted: Uint8Array }>();
	readonly sizes = new Answer<DotSizes>();

	constructor(dashboard: DashboardState) {
		this.#dashboard = dashboard;
	}

	/** Reads what every map needs: dates for the slider, and what makes a paper prominent. */
	begin(): void {
		void this.axis.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			return timeAxis(await reader.dates(signal), this.#dashboard.site.granularity);
		});
		void this.stated.ask(async (signal) => (await this.#dashboard.use(signal)).stated(signal));
		void this.rank.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const stated = await reader.stated(signal);
			const by = (['citations', 'upvotes'] as const).find((measure) => stated[measure] > 0) ?? 'similarity';
			return { by, of: await reader.measure(by, signal) };
		});
	}

	colourBy(colour: MapColour): void {
		if (colour === 'theme') return this.classes.clear();
		const query = this.#dashboard.filters.query;
		void this.classes.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			const classes = await this.#classesOf(colour, query, reader, signal);
			return { classes, painted: paintedClasses(classes) };
		});
	}

	sizeBy(size: MapSize | null): void {
		if (size === null) return this.sizes.clear();
		void this.sizes.ask(async (signal) => {
			const reader = await this.#dashboard.use(signal);
			return dotSizes(await reader.measure(size, signal));
		});
	}

	async #classesOf(
		colour: Exclude<MapColour, 'theme'>,
		query: string,
		reader: ArrangedReader,
		signal: AbortSignal
	): Promise<Classes> {
		if (colour === 'search') return hitClasses(await this.#hits(query, reader, signal));
		if (colour === 'organisation')
			return nameClasses(await reader.topNames('organisation', mostNames, signal));
		if (colour === 'team') return numberClasses(await reader.measure('team_size', signal), 'unknown');
		if (colour !== 'date') return numberClasses(await reader.measure(colour, signal));
		const axis = timeAxis(await reader.dates(signal), this.#dashboard.site.granularity);
		return axis
			? dateClasses(axis)
			: { of: new Uint8Array(this.#dashboard.site.counts.papers), entries: [], grey: ['without a date'] };
	}

	/** Papers that hold the words searched for: none while nothing is. */
	async #hits(query: string, reader: ArrangedReader, signal: AbortSignal): Promise<Uint8Array> {
		if (query.trim() === '') return new Uint8Array(this.#dashboard.site.counts.papers);
		return reader.passing({ ...noFilters, query }, signal);
	}

	clear(): void {
		for (const answer of [this.stated, this.axis, this.rank, this.classes, this.sizes]) answer.clear();
	}
}
