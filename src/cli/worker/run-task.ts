import { CorpusError } from '../../lib/corpus/error.ts';
import { fillDataset } from '../dataset/fill.ts';
import { CommandError } from '../errors.ts';
import { openFiles } from '../input/open-files.ts';
import { strictSource } from '../input/strict-source.ts';
import type { BuildMessage, BuildTask } from './protocol.ts';

/** Does a build and says how it goes; never throws. */
export async function runTask(task: BuildTask, say: (message: BuildMessage) => void): Promise<void> {
	try {
		const opened = openFiles(task.paths, task.corpus);
		const source = task.strict ? strictSource(opened) : opened;
		const onProgress = (progress: Extract<BuildMessage, { kind: 'progress' }>['progress']) =>
			say({ kind: 'progress', progress });
		const manifest = await fillDataset(task.folder, source, task.options, { onProgress });
		say({ kind: 'done', manifest, rejections: source.account().rejections });
	} catch (error) {
		const foreseen = error instanceof CommandError || error instanceof CorpusError;
		const { message, stack } = error instanceof Error ? error : new Error(String(error));
		say({ kind: 'failed', foreseen, message: foreseen ? message : (stack ?? message) });
	}
}
