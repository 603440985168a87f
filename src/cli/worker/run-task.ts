import { availableParallelism } from 'node:os';

import type { EarlierPapers } from '../../lib/corpus/pass/earlier.ts';
import type { PaperSource } from '../../lib/source/source.ts';
import { assignDataset, buildDataset } from '../../lib/pipeline/build.ts';
import { datasetFolder } from '../archive/unpack.ts';
import { withEarlier } from '../dataset/earlier.ts';
import type { Engine } from '../dataset/engine.ts';
import { fillDataset, type Make } from '../dataset/fill.ts';
import { readModel } from '../dataset/read-model.ts';
import { inWords } from '../errors.ts';
import { openFiles } from '../input/file-source.ts';
import { reportingSource, strictSource } from '../input/after-reading.ts';
import { collectGarbage } from './heaps.ts';
import { sparingly } from './sparingly.ts';
import { withThreads } from './thread-pool.ts';
import { ThreadedSink } from './threaded-sink.ts';
import type { BuildMessage, BuildTask } from './protocol.ts';

function makerOf({ job }: BuildTask, source: PaperSource, earlier?: EarlierPapers): Make {
	if (job.kind === 'build') return (sink, hooks) => buildDataset(source, job.options, sink, hooks);
	const model = readModel(job.model);
	return (sink, hooks) => assignDataset(source, model, job.options, sink, hooks, earlier?.inputs.length);
}

/** Lends the papers of the dataset that others are added to, where there is one. */
function withWhatWas<T>({ job }: BuildTask, use: (earlier?: EarlierPapers) => Promise<T>): Promise<T> {
	return job.kind === 'assign' && job.addTo !== null ? withEarlier(job.model, job.addTo, use) : use();
}

/** The papers of a task, with what is to be done when they have been read. */
function sourceOf({ paths, corpus, report, strict }: BuildTask, earlier?: EarlierPapers): PaperSource {
	const opened = reportingSource(openFiles(paths, corpus, earlier), report);
	return strict ? strictSource(opened, earlier?.rejections.length) : opened;
}

/** The task with the folder of its model, which may be named as a saved dataset. */
async function unpacked(task: BuildTask): Promise<BuildTask> {
	if (task.job.kind === 'build') return task;
	// Whoever hears a signal ends the process.
	const model = await datasetFolder(task.job.model, new AbortController().signal);
	return { ...task, job: { ...task.job, model } };
}

const sinkOf = (engine: Engine, folder: string) => new ThreadedSink(engine, folder);

/** Does a build and says how it goes; never throws. */
export async function runTask(wanted: BuildTask, say: (message: BuildMessage) => void): Promise<void> {
	try {
		const task = await unpacked(wanted);
		const onProgress = sparingly((progress) => say({ kind: 'progress', progress }));
		await withWhatWas(task, async (earlier) => {
			const source = sourceOf(task, earlier);
			const make = makerOf(task, source, earlier);
			const { manifest, drift } = await withThreads(availableParallelism(), (pool) =>
				fillDataset(task.folder, make, { onProgress, pool, collect: collectGarbage }, sinkOf)
			);
			say({ kind: 'done', manifest, drift, rejections: source.account().rejections });
		});
	} catch (error) {
		say({ kind: 'failed', message: inWords(error) });
	}
}
