import { pause } from '../interrupt.ts';
import { createProgress } from '../terminal/progress.ts';
import { prepareDataset } from './prepare-dataset.ts';
import { prepareEngine } from './prepare-engine.ts';

/** Puts everything in place that the site is built from and that git does not hold. */
export async function prepareSite(dataset: string | undefined, signal: AbortSignal): Promise<void> {
	const progress = createProgress(process.stderr);
	try {
		await prepareDataset(dataset, { signal, pause, onProgress: progress.report });
	} finally {
		progress.end();
	}
	await prepareEngine();
}
