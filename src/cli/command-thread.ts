import { parentPort, workerData } from 'node:worker_threads';

import { commands } from './commands/index.ts';
import { inWords, UsageError } from './errors.ts';
import type { CommandMessage, CommandTask } from './worker/protocol.ts';

const { name, args } = workerData as CommandTask;
const tell = (message: CommandMessage) => parentPort?.postMessage(message);

// Whoever hears a signal ends the process; this is for output that nobody takes.
const controller = new AbortController();
parentPort?.on('message', () => controller.abort());
parentPort?.unref();

try {
	await (await commands[name]?.())?.run(args, controller.signal);
} catch (error) {
	if (!controller.signal.aborted)
		tell({ kind: 'failed', message: inWords(error), isUsage: error instanceof UsageError });
}
