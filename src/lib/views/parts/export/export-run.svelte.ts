import type { Progress } from '../../../base/progress.ts';
import { describeFailure, type Failure } from '../../../state/latest.ts';
import type { ArrangedReader } from '../../../state/reader.ts';
import { download } from './download.ts';
import type { ExportPlan } from './export-plan.ts';
import { writeExport } from './write-export.ts';

export type ExportState =
	| { kind: 'idle' }
	| { kind: 'running'; plan: ExportPlan; progress: Progress }
	| { kind: 'done'; plan: ExportPlan; bytes: number }
	| { kind: 'failed'; failure: Failure };

/** Gives the reader as soon as there is one. */
export type UseReader = (signal: AbortSignal) => Promise<ArrangedReader>;

/** One export at a time, from its start to the download. */
export class ExportRun {
	state = $state.raw<ExportState>({ kind: 'idle' });
	#controller: AbortController | null = null;

	async start(plan: ExportPlan, use: UseReader): Promise<void> {
		this.cancel();
		const controller = new AbortController();
		this.#controller = controller;
		const { signal } = controller;
		this.state = { kind: 'running', plan, progress: { done: 0, total: plan.papers } };
		const report = (progress: Progress) => {
			if (!signal.aborted) this.state = { kind: 'running', plan, progress };
		};
		try {
			const file = await writeExport(await use(signal), plan, report, signal);
			if (signal.aborted) return;
			download(file, plan.fileName);
			this.state = { kind: 'done', plan, bytes: file.size };
		} catch (error) {
			if (!signal.aborted) this.state = { kind: 'failed', failure: describeFailure(error) };
		}
	}

	/** Ends the export under way; nothing is downloaded. */
	cancel(): void {
		this.#controller?.abort();
		this.#controller = null;
		this.state = { kind: 'idle' };
	}
}
