import type { Progress } from '../../../base/progress.ts';
import type { KeepingState } from '../../../state/keeping.svelte.ts';
import { sizeWords } from '../export/download.ts';

/** `Kept in this browser, 4.2 MB`, or why not. */
export function keepingWords(state: KeepingState, progress: Progress | null): string {
	if (state.kind === 'kept') {
		const { isPassing, file } = state.corpus;
		return `Kept ${isPassing ? 'until this private window is closed' : 'in this browser'}, ${sizeWords(file.size)}`;
	}
	if (state.kind === 'failed') return `Not kept. ${state.reason}`;
	const share = progress?.total ? `, ${Math.floor((100 * progress.done) / progress.total)} % packed` : '';
	return state.kind === 'keeping'
		? `Being kept in this browser${share || '…'}`
		: `Not kept: gone when this tab is closed${share}`;
}
