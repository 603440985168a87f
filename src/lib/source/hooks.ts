import type { Progress } from '../base/progress.ts';
import { ownThread, type Pool } from '../threads/pool.ts';

/** The stages of a build, in the order in which they run. */
export const stages = [
	'read',
	'vocabulary',
	'reduce',
	'choose',
	'cluster',
	'label',
	'layout',
	'assign',
	'write'
] as const;
export type Stage = (typeof stages)[number];

/** How far a stage has come, in papers, components, fits: whatever it counts. */
export interface StageProgress extends Progress {
	stage: Stage;
}

/** What a host lends to a long computation. */
export interface Hooks {
	onProgress?: ((progress: StageProgress) => void) | undefined;
	signal?: AbortSignal | undefined;
	/** Gives the host's event loop a turn, so that a cancel can arrive. */
	pause?: (() => Promise<void>) | undefined;
	/** Threads beside this one. */
	pool?: Pool | undefined;
	/** Told that much memory is no longer used, where the host can take it back at once. */
	collect?: (() => void) | undefined;
}

/** The threads that a host lends, or this one alone. */
export function poolOf(hooks: Hooks): Pool {
	return hooks.pool ?? ownThread();
}

/** Does two things at the same time where there are threads, else one after the other. */
export async function sideBySide<A, B>(
	first: () => A | Promise<A>,
	second: () => B | Promise<B>,
	hooks: Hooks
): Promise<[A, B]> {
	return poolOf(hooks).size > 1 ? Promise.all([first(), second()]) : [await first(), await second()];
}

/**
 * Called between chunks of work: reports, lets the host breathe, and stops when asked to.
 * @throws the signal's reason when the work was cancelled
 */
export async function checkpoint(hooks: Hooks, progress: StageProgress): Promise<void> {
	hooks.onProgress?.(progress);
	await hooks.pause?.();
	hooks.signal?.throwIfAborted();
}

/** What a build does in each stage, in words. */
export const stageNames: Readonly<Record<Stage, string>> = {
	read: 'Reading',
	vocabulary: 'Counting words',
	reduce: 'Reducing to meanings',
	choose: 'Choosing the number of themes',
	cluster: 'Finding themes',
	label: 'Naming themes',
	layout: 'Drawing the map',
	assign: 'Assigning papers',
	write: 'Writing'
};
