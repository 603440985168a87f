import { availableParallelism } from 'node:os';

import type { PaperSource } from '../../lib/source/source.ts';
import { assignDataset, buildDataset } from '../../lib/pipeline/build.ts';
import { fillDataset, type Make } from '../dataset/fill.ts';
import { readModel } from '../dataset/read-model.ts';
import { inWords } from '../errors.ts';
import { openFiles } from '../input/file-source.ts';
import { reportingSource, strictSource } from '../input/after-reading.ts';
import { collectGarbage } from './heaps.ts';
import { withThreads } from './thread-pool.ts';
import type { BuildMessage, BuildTask } from './protocol.ts';

function makerOf({ job }: BuildTask, source: PaperSource): Make {
	if (job.kind === 'build') return (sink, hooks) => buildDataset(source, job.options, sink, hooks);
	const model = readModel(job.model);
	return (sink, hooks) => assignDataset(source, model, job.options, sink, hooks);
}

/** Does a build and says how it goes; never throws. */
export async function runTask(task: BuildTask, say: (message: BuildMessage) => void): Promise<void> {
	try {
		const opened = reportingSource(openFiles(task.paths, task.corpus), task.report);
		const source = task.strict ? strictSource(opened) : opened;
		const onProgress = (progress: Extract<BuildMessage, { kind: 'progress' }>['progress']) =>
			say({ kind: 'progress', progress });
		const make = makerOf(task, source);
		const { manifest, drift } = await withThreads(availableParallelism(), (pool) =>
			fillDataset(task.folder, make, { onProgress, pool, collect: collectGarbage })
		);
		say({ kind: 'done', manifest, drift, rejections: source.account().rejections });
	} catch (error) {
		say({ kind: 'failed', message: inWords(error) });
	}
}
