import type { Hooks } from '../dataset/hooks.ts';
import { ownThread } from '../dataset/pool.ts';
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

/** Fewer papers than this are done before other threads have started. */
const fewPapers = 2000;

/** The hooks with threads that are worth their start, and can read the source. */
function withPool(hooks: Hooks, source: PaperSource, papers: number): Hooks {
	return {
		...hooks,
		pool: papers < fewPapers ? ownThread(source.read) : (hooks.pool ?? ownThread(source.read))
	};
}

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
	const threaded = withPool(hooks, source, total);
	const model = await fit(papers, options.pipeline, threaded);
	return publish(source, model, { papers: total, sampled: papers.length }, options, sink, threaded);
}

/**
 * Builds a dataset of a corpus under the themes of an existing model. Its parameters are the model's, and its
 * fingerprint depends on the model.
 * @throws EmptyCorpusError without a usable paper; the signal's reason when cancelled; what the source or sink throws
 */
export async function assignDataset(
	source: PaperSource,
	model: ThemeModel,
	options: AssignOptions,
	sink: DatasetSink,
	hooks: Hooks = {}
): Promise<BuiltDataset> {
	const corpus = { ...options.corpus, model: modelHash(model) };
	const complete = { ...options, pipeline: model.options, corpus };
	const papers = (await source.survey?.(null, hooks))?.total ?? null;
	const threaded = withPool(hooks, source, papers ?? Infinity);
	return publish(source, model, { papers, sampled: null }, complete, sink, threaded);
}
