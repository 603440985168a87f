import { checkpoint, type Hooks } from '../../dataset/hooks.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { utf8Length } from '../../dataset/utf8.ts';
import { Parts } from './parts.ts';
import type { Index } from './postings.ts';
import type { TableWriter } from './table-writer.ts';

/** About what a posting takes in a file. */
const postingBytes = 4;
const chunk = 2000;

/** Writes the search index, cut by term. */
export async function writeIndex(
	index: Index,
	writer: TableWriter,
	partLimit: number | undefined,
	hooks: Hooks
): Promise<DatasetFile[]> {
	const parts = new Parts('search', partLimit);
	const terms = index.terms();
	const partOf = terms.map(({ term, documentFrequency }) =>
		parts.place(term, utf8Length(term) + documentFrequency * postingBytes)
	);
	for (const [termId, { term, documentFrequency }] of terms.entries()) {
		await writer.add(
			'terms',
			{ term_id: termId, term, document_frequency: documentFrequency },
			partOf[termId]
		);
	}
	for (const [termId, { pairs }] of terms.entries()) {
		if (termId % chunk === 0) await checkpoint(hooks, { stage: 'write', done: termId, total: terms.length });
		for (const { paperId, frequency } of pairs()) {
			await writer.add('postings', { term_id: termId, paper_id: paperId, frequency }, partOf[termId]);
		}
	}
	await checkpoint(hooks, { stage: 'write', done: terms.length, total: terms.length });
	return parts.files;
}
