import { noFilters } from '../../../queries/filters/filters.ts';
import type { ArrangedReader } from '../../../state/reader.ts';
import type { SourceColumns } from './paper-columns.ts';

/** Which counts a source has: papers without a value come last, so that the first one tells. */
export async function sourceColumns(reader: ArrangedReader, signal: AbortSignal): Promise<SourceColumns> {
	const first = async (column: 'comments' | 'upvotes') => {
		const [paper] = await reader.papers(noFilters, { column, descending: true }, 0, 1, signal);
		return paper?.[column] ?? null;
	};
	return { comments: (await first('comments')) !== null, upvotes: (await first('upvotes')) !== null };
}
