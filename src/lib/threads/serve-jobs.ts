import { asError } from '../base/as-error.ts';
import type { Job, Thread } from './pool.ts';

/** A task on its way to a thread. */
export interface TaskMessage {
	id: number;
	job: string;
	input: unknown;
}

/** What became of it. */
export type ResultMessage =
	| { id: number; output: unknown }
	| { id: number; failure: { name: string; message: string; stack: string | undefined } };

/** Sends a message to the other side; buffers in `moves` are given away. */
export type Send<M> = (message: M, moves: ArrayBuffer[]) => void;

/** Jobs of any kind, by their names. */
export type Jobs = readonly Job<never, unknown>[];

function failureOf(error: unknown) {
	const { name, message, stack } = asError(error);
	return { name, message, stack };
}

/** The receiving side of a thread: does the tasks that come in, one after another, and answers each. */
export function serveJobs(
	jobs: Jobs,
	send: Send<ResultMessage>,
	thread: Thread
): (message: TaskMessage) => Promise<void> {
	const byName = new Map(jobs.map((job) => [job.name, job as Job<unknown, unknown>]));
	let before: Promise<void> = Promise.resolve();

	async function answer({ id, job: name, input }: TaskMessage): Promise<void> {
		try {
			const job = byName.get(name);
			if (!job) throw new Error(`there is no job ${name}`);
			const output = await job.run(input, thread);
			send({ id, output }, job.moves?.(output) ?? []);
		} catch (error) {
			send({ id, failure: failureOf(error) }, []);
		}
	}

	return (message) => (before = before.then(() => answer(message)));
}
