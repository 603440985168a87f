import { parentPort, workerData } from 'node:worker_threads';

import type { BuildTask } from './protocol.ts';
import { runTask } from './run-task.ts';

void runTask(workerData as BuildTask, (message) => parentPort?.postMessage(message));
