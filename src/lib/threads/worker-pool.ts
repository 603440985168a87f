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

/** Tasks on their way to threads and back. */
class Tasks {
	readonly members: readonly Member[];
	readonly #queue: Waiting[] = [];
	#failed: Error | null = null;
	#made = 0;

	constructor(threads: readonly Send<TaskMessage>[]) {
		this.members = threads.map((send) => ({ send, open: new Map() }));
	}

	give(member: Member, task: Waiting): void {
		const id = this.#made++;
		member.open.set(id, task);
		member.send({ id, ...task.message }, task.moves);
	}

	enqueue(task: Waiting): void {
		this.#queue.push(task);
		this.#next();
	}

	#next(): void {
		for (;;) {
			const least = this.members.reduce((a, b) => (b.open.size < a.open.size ? b : a));
			if (this.#queue.length === 0 || least.open.size > 1) return;
			this.give(least, this.#queue.shift() as Waiting);
		}
	}

	/** Tasks given so far stand before the new one in the order of each thread. */
	ask<O>(job: string, input: unknown, moves: ArrayBuffer[], place: (task: Waiting) => void): Promise<O> {
		return new Promise<O>((resolve, reject) => {
			if (this.#failed) reject(this.#failed);
			else place({ message: { job, input }, moves, resolve: (output) => resolve(output as O), reject });
		});
	}

	answer(thread: number, message: ResultMessage): void {
		const { open } = this.members[thread] as Member;
		const task = open.get(message.id);
		open.delete(message.id);
		this.#next();
		if (!task) return;
		if ('failure' in message) task.reject(revived(message.failure));
		else task.resolve(message.output);
	}

	fail(error: Error): void {
		this.#failed = error;
		for (const { open } of this.members) for (const task of open.values()) task.reject(error);
		for (const task of this.#queue.splice(0)) task.reject(error);
	}
}

/**
 * A pool over threads that run `serveJobs`. Each thread holds two tasks at most, so that it never waits for the
 * next one and no thread is given more than it can do.
 * @param threads how to send to each thread
 */
export function workerPool(threads: readonly Send<TaskMessage>[]): WorkerPool {
	const tasks = new Tasks(threads);
	const { members } = tasks;
	return {
		size: members.length,
		run: <I, O>({ name }: Job<I, O>, input: I, moves: ArrayBuffer[] = []) =>
			tasks.ask<O>(name, input, moves, (task) => tasks.enqueue(task)),
		everywhere: async <I>({ name }: Job<I, void>, input: I) => {
			await Promise.all(
				members.map((member) => tasks.ask(name, input, [], (task) => tasks.give(member, task)))
			);
		},
		receive: (thread, message) => tasks.answer(thread, message),
		fail: (error) => tasks.fail(error)
	};
}
