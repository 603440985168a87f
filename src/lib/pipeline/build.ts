import type { Hooks } from '../source/hooks.ts';
import { ownThread } from '../threads/pool.ts';
import type { DatasetSink } from '../dataset/sink.ts';
import type { PaperSource } from '../source/source.ts';
import { fit } from './fit.ts';
import type { ThemeModel } from './model.ts';
import { samplingOf, type PipelineOptions } from './options.ts';
import {
	EmptyCorpusError,
	publish,
	type AssignOptions,
	type BuildOptions,
	type BuiltDataset
} from './write/publish.ts';
import { modelHash } from './serialise.ts';
import { rankOf, SampleDraw, type Sample, type Sampling } from '../source/sample-draw.ts';
import { textKey } from '../base/text-hash.ts';

export { EmptyCorpusError, type AssignOptions, type BuildOptions, type BuiltDataset };

/** A uniform sample without replacement in one pass; all papers where they are within its bounds. */
export async function drawSample(source: PaperSource, sampling: Sampling, hooks: Hooks): Promise<Sample> {
	if (source.survey) return source.survey(sampling, hooks);
	const draw = new SampleDraw(sampling);
	let total = 0;
	for await (const batch of source.papers(hooks)) {
		for (const paper of batch)
			draw.add(rankOf(textKey(paper.title, paper.abstract), sampling.seed), total++, paper);
	}
	return { papers: draw.finish(() => false), total };
}

/** Fewer papers than this are done before other threads have started. */
const fewPapers = 2000;

/** The hooks with threads that are worth their start, and can read the source. */
function withPool(hooks: Hooks, source: PaperSource, papers: number): Hooks {
	return {
		...hooks,
		pool: papers < fewPapers ? ownThread(source.read) : (hooks.pool ?? ownThread(source.read))
	};
}

/** Draws a sample and fits the themes to it; its texts are forgotten afterwards. */
async function fitSample(source: PaperSource, options: PipelineOptions, hooks: Hooks) {
	const { papers, total } = await drawSample(source, samplingOf(options), hooks);
	if (total === 0) throw new EmptyCorpusError(source.account());
	const threaded = withPool(hooks, source, total);
	return { model: await fit(papers, options, threaded), papers: total, sampled: papers.length, threaded };
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
	const { model, papers, sampled, threaded } = await fitSample(source, options.pipeline, hooks);
	hooks.collect?.();
	return publish(source, model, { papers, sampled, earlier: 0 }, options, sink, threaded);
}

/** Papers that were kept of the first inputs, once the source was read. */
const keptOf = (source: PaperSource, inputs: number): number =>
	inputs === 0
		? 0
		: source
				.account()
				.inputs.slice(0, inputs)
				.reduce((sum, { papers }) => sum + papers, 0);

/**
 * Builds a dataset of a corpus under the themes of an existing model. Its parameters are the model's, and its
 * fingerprint depends on the model.
 * @param earlierInputs inputs at the start of the corpus whose papers are in a dataset already: how well they fit is not
 * counted again
 * @throws EmptyCorpusError without a usable paper; the signal's reason when cancelled; what the source or sink throws
 */
export async function assignDataset(
	source: PaperSource,
	model: ThemeModel,
	options: AssignOptions,
	sink: DatasetSink,
	hooks: Hooks = {},
	earlierInputs = 0
): Promise<BuiltDataset> {
	const corpus = { ...options.corpus, model: modelHash(model) };
	const complete = { ...options, pipeline: model.options, corpus };
	const papers = (await source.survey?.(null, hooks))?.total ?? null;
	const threaded = withPool(hooks, source, papers ?? Infinity);
	const earlier = keptOf(source, earlierInputs);
	return publish(source, model, { papers, sampled: null, earlier }, complete, sink, threaded);
}
