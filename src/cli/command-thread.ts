import { parentPort, workerData } from 'node:worker_threads';

import { commands } from './commands/index.ts';
import { inWords, UsageError } from './errors.ts';
import type { CommandMessage, CommandTask } from './worker/protocol.ts';

const { name, args } = workerData as CommandTask;
const tell = (message: CommandMessage) => parentPort?.postMessage(message);

try {
	// Whoever hears the signal ends the process.
	await (await commands[name]?.())?.run(args, new AbortController().signal);
} catch (error) {
	tell({ kind: 'failed', message: inWords(error), isUsage: error instanceof UsageError });
}
