import type { Jobs } from '../dataset/serve-jobs.ts';
import { holdMatrix, multiplyRows } from './space/normal-product.ts';
import { assignChunk, closeModel, openModel } from './write/assign-chunk.ts';

/** Everything that the pipeline has other threads do. */
export const jobs: Jobs = [holdMatrix, multiplyRows, openModel, closeModel, assignChunk];
