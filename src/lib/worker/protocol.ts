import type { CorpusOptions } from '../corpus/open.ts';
import type { FilePreview } from '../corpus/preview.ts';
import type { Progress } from '../dataset/hooks.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { TableName } from '../dataset/schema.ts';
import type { CorpusAccount } from '../dataset/source.ts';
import type { BuildOptions } from '../pipeline/build.ts';

/** What a page asks of the worker, which ends with its one answer. */
export type Request =
	| { kind: 'preview'; files: readonly File[]; corpus: CorpusOptions }
	| { kind: 'build'; files: readonly File[]; corpus: CorpusOptions; options: BuildOptions };

/** Rows of a table as an Arrow IPC stream. */
export interface ArrowBatch {
	table: TableName;
	/** Number of the file of the table's group that holds them. */
	part: number;
	arrow: Uint8Array<ArrayBuffer>;
}

/** A dataset whose rows have been handed over. */
export interface Built {
	manifest: Manifest;
	/** The files of the model's folder, by name. */
	model: ReadonlyMap<string, Uint8Array>;
}

/** Why there is no answer. */
export interface Failed {
	name: string;
	message: string;
	/** What was read, where that is known. */
	account: CorpusAccount | null;
}

/** What the worker answers: any number of the first three, then `done` or `failed`. */
export type Response =
	| { kind: 'progress'; progress: Progress }
	| ({ kind: 'batch' } & ArrowBatch)
	| { kind: 'preview'; index: number; preview: FilePreview }
	| { kind: 'done'; built: Built | null }
	| ({ kind: 'failed' } & Failed);

/** The end of a message channel: the page seen from a worker. */
export interface Port<Sent, Received> {
	postMessage(message: Sent, transfer?: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<Received>) => void): void;
}
