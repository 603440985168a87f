import { parentPort, workerData } from 'node:worker_threads';

import { jobs as readingJobs } from '../../lib/corpus/pass/survey-piece.ts';
import { readPiece } from '../../lib/corpus/pass/read-piece.ts';
import { newThread } from '../../lib/threads/pool.ts';
import { serveJobs, type TaskMessage } from '../../lib/threads/serve-jobs.ts';
import { jobs } from '../../lib/pipeline/jobs.ts';

const thread = newThread(workerData as number, readPiece);
const serve = serveJobs(
	[...readingJobs, ...jobs],
	(message, moves) => parentPort?.postMessage(message, moves),
	thread
);
parentPort?.on('message', (message: TaskMessage) => void serve(message));
