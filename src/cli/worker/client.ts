import { Worker } from 'node:worker_threads';

import type { StageProgress } from '../../lib/source/hooks.ts';
import { removeAtExit } from '../cleanups.ts';
import type { Command } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import type {
	BuildMessage,
	BuildResult,
	BuildTask,
	CommandMessage,
	CommandTask,
	TemporaryMessage
} from './protocol.ts';
import { keepHeapsSmall } from './heaps.ts';
import { optimiseLess } from './optimiser.ts';
import { threadProgram } from './thread-program.ts';

/** Keeps account, for a thread, of what must go when the process ends. */
function temporaryFiles(): (message: TemporaryMessage) => void {
	const settle = new Map<string, () => void>();
	return ({ kind, path }) => {
		if (kind === 'temporary') settle.set(path, removeAtExit(path));
		else settle.get(path)?.();
	};
}

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
	optimiseLess();
	const worker = new Worker(threadProgram('build-thread'), { workerData: task });
	const keep = temporaryFiles();
	return new Promise<BuildResult>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.on('message', (message: BuildMessage) => {
			if (message.kind === 'progress') onProgress(message.progress);
			else if ('path' in message) keep(message);
			else if (message.kind === 'done') resolve(message);
			else reject(new CommandError(message.message));
		});
		worker.on('error', reject);
		worker.on('exit', (code) => reject(new Error(`the build's thread ended early with ${code}`)));
	});
}

/** Asks the threads that do commands to end. */
const stopping = new Set<() => Promise<void>>();

/** Has every command in a thread end by itself, since native code does not bear that the process ends over it. */
export async function stopThreads(): Promise<void> {
	await Promise.all([...stopping].map((stop) => stop()));
}

/**
 * Does a whole command in a thread of its own; what it prints goes where it would from here. One that runs until it is
 * stopped has the chance to end by itself.
 * @throws UsageError or CommandError for what went wrong there; the signal's reason when another is cancelled
 */
export async function runInThread(
	task: CommandTask,
	{ runsUntilStopped }: Pick<Command, 'runsUntilStopped'>,
	signal: AbortSignal
): Promise<void> {
	signal.throwIfAborted();
	const worker = new Worker(threadProgram('command-thread'), { workerData: task });
	const keep = temporaryFiles();
	const ended = new Promise<number>((resolve) => worker.on('exit', resolve));
	const stop = async () => {
		worker.postMessage('stop');
		await ended;
	};
	stopping.add(stop);
	return new Promise<void>((resolve, reject) => {
		const heed = () => (runsUntilStopped ? void stop() : reject(signal.reason as Error));
		signal.addEventListener('abort', heed, { once: true });
		worker.on('message', (message: CommandMessage) => {
			if ('path' in message) keep(message);
			else reject(new (message.isUsage ? UsageError : CommandError)(message.message));
		});
		worker.on('error', reject);
		void ended.then((code) => {
			stopping.delete(stop);
			if (code === 0) resolve();
			else reject(new Error(`the command's thread ended early with ${code}`));
		});
	});
}
