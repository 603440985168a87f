import type { Job, Pool } from './pool.ts';
import type { ResultMessage, Send, TaskMessage } from './serve-jobs.ts';

interface Waiting {
	message: Omit<TaskMessage, 'id'>;
	moves: ArrayBuffer[];
	resolve: (output: unknown) => void;
	reject: (error: Error) => void;
}

/** One thread as the pool sees it. */
interface Member {
	readonly send: Send<TaskMessage>;
	/** Tasks that it was given and has not answered. */
	readonly open: Map<number, Waiting>;
}

/** A pool over threads, and how its host passes on what they say. */
export interface WorkerPool extends Omit<Pool, 'rest'> {
	/** Takes in a thread's answer. */
	receive(thread: number, message: ResultMessage): void;
	/** Fails every task, when a thread has died. */
	fail(error: Error): void;
}

function revived({
	name,
	message,
	stack
}: {
	name: string;
	message: string;
	stack: string | undefined;
}): Error {
	const error = new Error(message);
	error.name = name;
	if (stack !== undefined) error.stack = stack;
	return error;
}

/**
 * A pool over threads that run `serveJobs`. Each thread holds two tasks at most, so that it never waits for the
 * next one and no thread is given more than it can do.
 * @param threads how to send to each thread
 */
export function workerPool(threads: readonly Send<TaskMessage>[]): WorkerPool {
	const members: Member[] = threads.map((send) => ({ send, open: new Map() }));
	const queue: Waiting[] = [];
	let failed: Error | null = null;
	let made = 0;

	function give(member: Member, task: Waiting): void {
		const id = made++;
		member.open.set(id, task);
		member.send({ id, ...task.message }, task.moves);
	}

	function next(): void {
		for (;;) {
			const least = members.reduce((a, b) => (b.open.size < a.open.size ? b : a));
			if (queue.length === 0 || least.open.size > 1) return;
			give(least, queue.shift() as Waiting);
		}
	}

	/** Tasks given so far stand before the new one in the order of each thread. */
	function ask<O>(
		job: string,
		input: unknown,
		moves: ArrayBuffer[],
		place: (task: Waiting) => void
	): Promise<O> {
		return new Promise<O>((resolve, reject) => {
			if (failed) reject(failed);
			else place({ message: { job, input }, moves, resolve: (output) => resolve(output as O), reject });
		});
	}

	function enqueue(task: Waiting): void {
		queue.push(task);
		next();
	}

	return {
		size: members.length,
		run: <I, O>({ name }: Job<I, O>, input: I, moves: ArrayBuffer[] = []) =>
			ask<O>(name, input, moves, enqueue),
		everywhere: async <I>({ name }: Job<I, void>, input: I) => {
			await Promise.all(members.map((member) => ask(name, input, [], (task) => give(member, task))));
		},
		receive: (thread, message) => {
			const { open } = members[thread] as Member;
			const task = open.get(message.id);
			open.delete(message.id);
			next();
			if (!task) return;
			if ('failure' in message) task.reject(revived(message.failure));
			else task.resolve(message.output);
		},
		fail: (error) => {
			failed = error;
			for (const { open } of members) for (const task of open.values()) task.reject(error);
			for (const task of queue.splice(0)) task.reject(error);
		}
	};
}
