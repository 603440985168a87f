import type { CorpusOptions } from '../../lib/corpus/open.ts';
import type { Progress } from '../../lib/dataset/hooks.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { Rejection } from '../../lib/dataset/paper.ts';
import type { BuildOptions } from '../../lib/pipeline/build.ts';

/** What a thread is started with: the files to read and the empty folder to fill. */
export interface BuildTask {
	paths: readonly string[];
	corpus: CorpusOptions;
	strict: boolean;
	options: BuildOptions;
	folder: string;
}

export interface BuildResult {
	manifest: Manifest;
	rejections: Rejection[];
}

/** What it says: any number of `progress`, then one `done` or `failed`. */
export type BuildMessage =
	| { kind: 'progress'; progress: Progress }
	| ({ kind: 'done' } & BuildResult)
	| {
			kind: 'failed';
			/** Whether the message is meant for the user as it is. */
			foreseen: boolean;
			message: string;
	  };
