import type { CorpusOptions } from '../corpus/open.ts';
import type { Progress } from '../dataset/hooks.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { AnyBatch } from '../dataset/rows.ts';
import type { TableName } from '../dataset/schema.ts';
import type { BuildOptions } from '../pipeline/build.ts';

/** What a page sends to the worker, which ends with its one build. Every message carries the request's id. */
export interface Request {
	id: number;
	files: readonly File[];
	corpus: CorpusOptions;
	options: BuildOptions;
}

/** What the worker answers: any number of `progress` and `batch`, then one `done` or `failed`. */
export type Response =
	| { id: number; kind: 'progress'; progress: Progress }
	| { id: number; kind: 'batch'; table: TableName; part: number; batch: AnyBatch }
	| { id: number; kind: 'done'; manifest: Manifest }
	| { id: number; kind: 'failed'; name: string; message: string };

/** The end of a message channel: a worker seen from the page, or the page seen from a worker. */
export interface Port<Sent, Received> {
	postMessage(message: Sent): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<Received>) => void): void;
	removeEventListener(type: 'message', listener: (event: MessageEvent<Received>) => void): void;
}
