import type { Jobs } from '../threads/serve-jobs.ts';
import { holdCurve, measureCandidate } from './cluster/curve.ts';
import { finishKmeans, refineTrial, tryCentroids } from './cluster/kmeans.ts';
import { placeLandmarks } from './map/layout.ts';
import { holdMatrix, multiplyRows, takeDense } from './space/normal-product.ts';
import { assignChunk, openModel } from './write/assign-chunk.ts';

/** Everything that the pipeline has other threads do. */
export const jobs: Jobs = [
	holdMatrix,
	takeDense,
	multiplyRows,
	holdCurve,
	measureCandidate,
	tryCentroids,
	refineTrial,
	finishKmeans,
	placeLandmarks,
	openModel,
	assignChunk
];
