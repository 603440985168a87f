import type { Jobs } from '../dataset/serve-jobs.ts';

/** Everything that the pipeline has other threads do. */
export const jobs: Jobs = [];
