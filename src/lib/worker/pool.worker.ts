import { jobs as readingJobs } from '../corpus/pass/survey-piece.ts';
import { readPiece } from '../corpus/pass/read-piece.ts';
import { holdLife } from '../threads/life.ts';
import { newThread } from '../threads/pool.ts';
import { serveJobs, type ResultMessage, type TaskMessage } from '../threads/serve-jobs.ts';
import { jobs } from '../pipeline/jobs.ts';
import type { Port } from './protocol.ts';

const port = self as unknown as Port<ResultMessage, TaskMessage> & { readonly name: string };
holdLife(navigator.locks, port.name);
const serve = serveJobs(
	[...readingJobs, ...jobs],
	(message, moves) => port.postMessage(message, moves),
	newThread(Number(port.name.split(' ')[0]), readPiece)
);
port.addEventListener('message', ({ data }) => void serve(data));
