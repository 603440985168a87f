import { jobs as readingJobs } from '../corpus/jobs.ts';
import { readPiece } from '../corpus/read-piece.ts';
import { newThread } from '../dataset/pool.ts';
import { serveJobs, type ResultMessage, type TaskMessage } from '../dataset/serve-jobs.ts';
import { jobs } from '../pipeline/jobs.ts';
import type { Port } from './protocol.ts';

const port = self as unknown as Port<ResultMessage, TaskMessage> & { readonly name: string };
const serve = serveJobs(
	[...readingJobs, ...jobs],
	(message, moves) => port.postMessage(message, moves),
	newThread(Number(port.name), readPiece)
);
port.addEventListener('message', ({ data }) => void serve(data));
