import { parentPort } from 'node:worker_threads';

import { serveJobs, type TaskMessage } from '../../lib/dataset/serve-jobs.ts';
import { jobs } from '../../lib/pipeline/jobs.ts';

const serve = serveJobs(jobs, (message, moves) => parentPort?.postMessage(message, moves));
parentPort?.on('message', (message: TaskMessage) => void serve(message));
