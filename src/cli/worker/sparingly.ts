import type { StageProgress } from '../../lib/source/hooks.ts';

/** Milliseconds between two reports of one stage: as many as anybody can see. */
const interval = 50;

/** Passes on the beginning and the end of each stage, and of what is between only what can be seen: each is a message. */
export function sparingly(
	report: (progress: StageProgress) => void,
	now: () => number = () => performance.now()
): (progress: StageProgress) => void {
	let stage: StageProgress['stage'] | null = null;
	let last = 0;
	return (progress) => {
		const time = now();
		if (progress.stage === stage && progress.done !== progress.total && time - last < interval) return;
		stage = progress.stage;
		last = time;
		report(progress);
	};
}
