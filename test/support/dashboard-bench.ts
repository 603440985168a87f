import type { Overview } from '../../src/lib/dataset/overview.ts';
import type { Filters } from '../../src/lib/queries/filters/filters.ts';
import { DashboardState } from '../../src/lib/state/dashboard.svelte.ts';
import type { DatasetReader } from '../../src/lib/state/reader.ts';
import { sampleSite } from './site.ts';

/** An engine at whose door the questions wait until a test answers them. */
export class FakeEngine {
	asked: {
		filters: Filters;
		unit: string;
		signal: AbortSignal;
		answer(papers: number): void;
		fail(): void;
	}[] = [];
	readonly site = sampleSite();
	boots = 0;
	broken = false;

	readonly boot = async (): Promise<DatasetReader> => {
		this.boots++;
		if (this.broken) throw new Error('no WebAssembly here');
		const overview: DatasetReader['overview'] = (filters, unit, signal) =>
			new Promise<Overview>((resolve, reject) => {
				this.asked.push({
					filters,
					unit,
					signal,
					answer: (papers) => resolve({ ...this.site.overview, unit, papers }),
					fail: () => reject(new Error('binder error'))
				});
			});
		const reader = { overview, arranged: () => reader, close: async () => {} } as unknown as DatasetReader;
		return reader;
	};
}

/** Lets what waits for its turn happen. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A dashboard over an engine that waits, with the history entries that it makes. */
export class DashboardBench {
	readonly engine = new FakeEngine();
	readonly entries = [''];
	/** Ends the delay that is running. */
	pause: () => void = () => {};
	readonly dashboard = new DashboardState({
		site: this.engine.site,
		boot: this.engine.boot,
		navigation: {
			push: (search) => this.entries.push(search),
			replace: (search) => (this.entries[this.entries.length - 1] = search)
		},
		store: null,
		delay: (callback) => {
			this.pause = callback;
			return () => (this.pause = () => {});
		}
	});
}
