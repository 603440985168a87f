import type { Hooks } from '../dataset/hooks.ts';
import type { DatasetSink } from '../dataset/sink.ts';
import type { PaperSource } from '../dataset/source.ts';
import { fit } from './fit.ts';
import type { ThemeModel } from './model.ts';
import {
	EmptyCorpusError,
	publish,
	type AssignOptions,
	type BuildOptions,
	type BuiltDataset
} from './write/publish.ts';
import { drawSample } from './sampling.ts';
import { modelHash } from './serialise.ts';

export { EmptyCorpusError, type AssignOptions, type BuildOptions, type BuiltDataset };

/**
 * Builds a dataset in two passes over a corpus: a seeded sample fits the themes, then every paper is assigned
 * and written. Memory grows with the sample and the search index, not with the papers.
 * @throws EmptyCorpusError without a usable paper; the signal's reason when cancelled; what the source or sink throws
 */
export async function buildDataset(
	source: PaperSource,
	options: BuildOptions,
	sink: DatasetSink,
	hooks: Hooks = {}
): Promise<BuiltDataset> {
	const { sampleSize, seed } = options.pipeline;
	const { papers, total } = await drawSample(source, sampleSize, seed, hooks);
	if (total === 0) throw new EmptyCorpusError(source.account());
	const model = await fit(papers, options.pipeline, hooks);
	return publish(source, model, { papers: total, sampled: papers.length }, options, sink, hooks);
}

/**
 * Builds a dataset of a corpus under the themes of an existing model, in one pass. Its parameters are the model's, and
 * its fingerprint depends on the model.
 * @throws EmptyCorpusError without a usable paper; the signal's reason when cancelled; what the source or sink throws
 */
export function assignDataset(
	source: PaperSource,
	model: ThemeModel,
	options: AssignOptions,
	sink: DatasetSink,
	hooks: Hooks = {}
): Promise<BuiltDataset> {
	const corpus = { ...options.corpus, model: modelHash(model) };
	const complete = { ...options, pipeline: model.options, corpus };
	return publish(source, model, { papers: null, sampled: null }, complete, sink, hooks);
}
