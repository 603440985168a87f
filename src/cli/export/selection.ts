import type { Manifest } from '../../lib/dataset/manifest.ts';
import { DatasetQueries } from '../../lib/queries/dataset-queries.ts';
import type { Filters } from '../../lib/queries/filters/filters.ts';
import { arrangeThemes, type ArrangedThemes } from '../../lib/themes/arrange.ts';
import type { ThemeArrangement } from '../../lib/themes/arrangement.ts';
import { datasetFolder } from '../archive/unpack.ts';
import { openDataset } from '../dataset/open.ts';
import { arrangementFrom, requireInForce, type ArrangementOptions } from './arrangement.ts';
import { filtersFrom, type FilterOptions } from './filters.ts';

/** A dataset as options arrange and filter it. */
export interface Selection {
	manifest: Manifest;
	/** Of the arranged themes. */
	queries: ReturnType<DatasetQueries['arranged']>;
	arrangement: ThemeArrangement;
	themes: ArrangedThemes['themes'];
	filters: Filters;
}

/**
 * Opens a dataset, also one in an archive, for as long as `use` takes.
 * @throws UsageError naming what was not understood of the options
 */
export async function withSelection(
	path: string,
	options: ArrangementOptions & FilterOptions,
	signal: AbortSignal,
	use: (selection: Selection) => Promise<void>
): Promise<void> {
	const dataset = await openDataset(await datasetFolder(path, signal));
	try {
		const { manifest } = dataset;
		const arrangement = arrangementFrom(options, manifest);
		const arranged = arrangeThemes(manifest, arrangement);
		requireInForce(arrangement, arranged);
		const filters = filtersFrom(options, manifest, arranged.themes);
		const queries = new DatasetQueries(dataset, manifest).arranged(arrangement);
		await use({ manifest, queries, arrangement, themes: arranged.themes, filters });
	} finally {
		dataset.close();
	}
}
