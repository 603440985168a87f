import type { Progress } from '../base/progress.ts';
import type { CorpusOptions } from '../corpus/pass/open.ts';
import type { FilePreview } from '../corpus/pass/preview.ts';
import type { StageProgress } from '../source/hooks.ts';
import type { Manifest, Parameter } from '../dataset/manifest.ts';
import type { TableName } from '../dataset/schema.ts';
import type { CorpusAccount } from '../dataset/account.ts';
import type { BuildOptions } from '../pipeline/build.ts';
import type { PaperText } from '../pipeline/model.ts';
import type { IndexManifest } from '../pipeline/write/rebuild-index.ts';

/** Some of a corpus' papers, when themes are looked for in them alone. */
export interface PartOfCorpus {
	/** For each paper of the files that is kept, in their order, 1 when it belongs to the part. */
	marks: Uint8Array<ArrayBuffer>;
	/** How the manifest states it. */
	stated: Readonly<Record<string, Parameter>>;
	/** What a reader of the charts should know of it. */
	notice: string;
}

/** A file of an archive that is to be made. */
export interface ArchivePart {
	name: string;
	content: Blob;
}

/** What a page asks of the worker, which ends with its one answer. */
export type Request =
	| { kind: 'preview'; files: readonly File[]; corpus: CorpusOptions }
	| {
			kind: 'build';
			files: readonly File[];
			corpus: CorpusOptions;
			options: BuildOptions;
			part?: PartOfCorpus | undefined;
	  }
	| { kind: 'pack'; parts: readonly ArchivePart[] }
	| { kind: 'index'; texts: readonly PaperText[]; manifest: IndexManifest };

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

/** What the worker answers: any number of the others, then `done` or `failed`. */
export type Response =
	| { kind: 'progress'; progress: StageProgress }
	| ({ kind: 'batch' } & ArrowBatch)
	| { kind: 'preview'; index: number; preview: FilePreview }
	| { kind: 'packing'; progress: Progress }
	| { kind: 'packed'; file: Blob }
	| { kind: 'done'; built: Built | null }
	| ({ kind: 'failed' } & Failed);

/** The end of a message channel: the page seen from a worker. */
export interface Port<Sent, Received> {
	postMessage(message: Sent, transfer?: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<Received>) => void): void;
}
