import type { ReadChunk } from './chunk.ts';

/** What a thread has beside the input of a task. */
export interface Thread {
	/** Tells it from the others of its pool. */
	readonly id: number;
	/** Takes pieces of files apart. */
	readonly read: ReadChunk;
	/** Things that many tasks need, put there by `everywhere`. */
	readonly memory: Map<string, unknown>;
}

/**
 * A piece of work that any thread can do, found by its name on both sides. It depends on its input and on what
 * `everywhere` has put into the threads' memory, never on the tasks that a thread has done before.
 */
export interface Job<I, O> {
	readonly name: string;
	run(input: I, thread: Thread): O | Promise<O>;
	/** Buffers of a result that may move to the asking thread instead of being copied. */
	moves?(output: O): ArrayBuffer[];
}

/** Threads that work side by side. Which one does a task, and which ends first, must not change any result. */
export interface Pool {
	/** Tasks that can run at the same time, at least 1. */
	readonly size: number;
	/**
	 * Has a free thread do a task. The input is copied, but for the buffers in `moves`, which are given away.
	 * @throws what the job throws, by name and message
	 */
	run<I, O>(job: Job<I, O>, input: I, moves?: ArrayBuffer[]): Promise<O>;
	/** Has every thread do a task that prepares or clears its memory; tasks asked for later find it done. */
	everywhere<I>(job: Job<I, void>, input: I): Promise<void>;
	/** Gives back the threads and their memory, once no task is open; the next task starts anew. */
	rest(): Promise<void>;
}

const noReader: ReadChunk = () => {
	throw new Error('this thread has no reader of files');
};

/** A thread with an empty memory. */
export function newThread(id: number, read: ReadChunk = noReader): Thread {
	return { id, read, memory: new Map() };
}

/** A pool without other threads: tasks run at once, where they are asked for. */
export function ownThread(read?: ReadChunk): Pool {
	const thread = newThread(0, read);
	return {
		size: 1,
		run: async (job, input) => job.run(input, thread),
		everywhere: async (job, input) => job.run(input, thread),
		rest: async () => thread.memory.clear()
	};
}

/**
 * Does one job for each input, as many at a time as the pool has threads.
 * @param pause called after each; what it throws ends the run
 * @returns the results in the order of the inputs
 */
export async function runAll<I, O>(
	pool: Pool,
	job: Job<I, O>,
	inputs: readonly I[],
	pause: () => Promise<void>
): Promise<O[]> {
	const results: O[] = [];
	let next = 0;
	async function lane(): Promise<void> {
		while (next < inputs.length) {
			const index = next++;
			results[index] = await pool.run(job, inputs[index] as I);
			await pause();
		}
	}
	await Promise.all(Array.from({ length: Math.min(pool.size, inputs.length) }, lane));
	return results;
}
