import { parentPort } from 'node:worker_threads';

import { newThread } from '../../lib/threads/pool.ts';
import { serveJobs, type TaskMessage } from '../../lib/threads/serve-jobs.ts';
import { jobs } from './file-jobs.ts';

const serve = serveJobs(jobs, (message, moves) => parentPort?.postMessage(message, moves), newThread(0));
parentPort?.on('message', (message: TaskMessage | 'end') => {
	if (message === 'end') parentPort?.close();
	else void serve(message);
});
