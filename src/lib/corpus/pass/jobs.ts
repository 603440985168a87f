import type { Jobs } from '../../threads/serve-jobs.ts';
import { surveyPiece } from './survey-piece.ts';

/** Everything that the reading has other threads do. */
export const jobs: Jobs = [surveyPiece];
