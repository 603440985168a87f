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
	/**
	 * What to build anew, or where the model is whose themes are used; and the name of the dataset there whose papers
	 * come first, where others are added to them.
	 */
	job:
		| { kind: 'build'; options: BuildOptions }
		| { kind: 'assign'; model: string; options: AssignOptions; addTo: string | null };
	folder: string;
}

/** A command that a thread is to do as a whole. */
export interface CommandTask {
	name: string;
	args: readonly string[];
}

/** What a thread says of a file or folder that must go when the process ends, and when it is gone. */
export interface TemporaryMessage {
	kind: 'temporary' | 'settled';
	path: string;
}

/** What a thread with a command says beside what it prints; `failed` at its end. */
export type CommandMessage = TemporaryMessage | { kind: 'failed'; message: string; isUsage: boolean };

export interface BuildResult {
	manifest: Manifest;
	rejections: Rejection[];
	drift: Drift;
}

/** What it says: any number of `progress`, then one `done` or `failed`. */
export type BuildMessage =
	| { kind: 'progress'; progress: StageProgress }
	| TemporaryMessage
	| ({ kind: 'done' } & BuildResult)
	/** The message is meant for the user as it is. */
	| { kind: 'failed'; message: string };
