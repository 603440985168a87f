import type { CorpusOptions } from '../../lib/corpus/pass/open.ts';
import type { StageProgress } from '../../lib/source/hooks.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { Rejection } from '../../lib/dataset/paper.ts';
import type { AssignOptions, BuildOptions } from '../../lib/pipeline/build.ts';
import type { Drift } from '../../lib/pipeline/cluster/drift.ts';

/** What a thread is started with: the files to read and the empty folder to fill. */
export interface BuildTask {
	paths: readonly string[];
	corpus: CorpusOptions;
	strict: boolean;
	/** Where the rejected records go as CSV. */
	report: string | null;
	/** What to build anew, or the folder of the model whose themes are used. */
	job: { kind: 'build'; options: BuildOptions } | { kind: 'assign'; model: string; options: AssignOptions };
	folder: string;
}

export interface BuildResult {
	manifest: Manifest;
	rejections: Rejection[];
	drift: Drift;
}

/** What it says: any number of `progress`, then one `done` or `failed`. */
export type BuildMessage =
	| { kind: 'progress'; progress: StageProgress }
	| ({ kind: 'done' } & BuildResult)
	/** The message is meant for the user as it is. */
	| { kind: 'failed'; message: string };
