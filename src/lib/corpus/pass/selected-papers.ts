import type { Hooks } from '../../source/hooks.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { PaperSource } from '../../source/source.ts';

/**
 * Of a corpus those papers whose place, in the order in which they come, is marked with 1. The account stays that of
 * the files: what else was in them is neither a duplicate nor rejected.
 */
export function selectedPapers(source: PaperSource, marks: Uint8Array): PaperSource {
	async function* papers(hooks?: Hooks): AsyncGenerator<readonly Paper[]> {
		let place = 0;
		for await (const batch of source.papers(hooks)) {
			const selected = batch.filter(() => marks[place++] === 1);
			if (selected.length > 0) yield selected;
		}
	}
	return { papers, account: () => source.account() };
}
