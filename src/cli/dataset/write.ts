import type { Hooks } from '../../lib/source/hooks.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { PaperSource } from '../../lib/source/source.ts';
import { buildDataset, type BuildOptions } from '../../lib/pipeline/build.ts';
import { fillDataset, type Make } from './fill.ts';
import { assertReplaceable } from './replaceable.ts';
import { swapFolder } from './swap.ts';

/**
 * Has a folder filled and puts it in place of the dataset at `out`, whole or not at all.
 * @throws CommandError where `out` is something else than a dataset; otherwise what filling throws. `out` is then as
 * it was
 */
export async function replaceDataset<T>(
	out: string,
	fill: (folder: string) => Promise<T>,
	signal?: AbortSignal
): Promise<T> {
	assertReplaceable(out);
	return swapFolder(out, fill, signal);
}

/** Builds a dataset and puts it in place of the one at `out`; see `replaceDataset` and `fillDataset` for errors. */
export async function writeDataset(
	source: PaperSource,
	options: BuildOptions,
	out: string,
	hooks: Hooks
): Promise<Manifest> {
	const make: Make = (sink, lent) => buildDataset(source, options, sink, lent);
	return (await replaceDataset(out, (folder) => fillDataset(folder, make, hooks), hooks.signal)).manifest;
}
