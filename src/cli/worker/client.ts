import { Worker } from 'node:worker_threads';

import type { StageProgress } from '../../lib/source/hooks.ts';
import { CommandError } from '../errors.ts';
import type { BuildMessage, BuildResult, BuildTask } from './protocol.ts';
import { keepHeapsSmall } from './heaps.ts';
import { threadProgram } from './thread-program.ts';

/**
 * Builds in a thread of its own, so that this one hears a signal at once, whatever the build is doing. A thread that
 * was given up goes on until the process ends: native code does not bear to be terminated.
 * @throws CommandError, or what went wrong in the thread; the signal's reason when cancelled
 */
export async function buildInThread(
	task: BuildTask,
	onProgress: (progress: StageProgress) => void,
	signal: AbortSignal
): Promise<BuildResult> {
	signal.throwIfAborted();
	keepHeapsSmall();
	const worker = new Worker(threadProgram('build-thread'), { workerData: task });
	return new Promise<BuildResult>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.on('message', (message: BuildMessage) => {
			if (message.kind === 'progress') onProgress(message.progress);
			else if (message.kind === 'done') resolve(message);
			else reject(new CommandError(message.message));
		});
		worker.on('error', reject);
		worker.on('exit', (code) => reject(new Error(`the build's thread ended early with ${code}`)));
	});
}
