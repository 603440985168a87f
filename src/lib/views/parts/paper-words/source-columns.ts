import { listedFields, listedNames } from '../../../dataset/fields.ts';
import { noFilters } from '../../../queries/filters/filters.ts';
import type { ArrangedReader } from '../../../state/reader.ts';
import type { SourceColumns } from './paper-columns.ts';

/** Which columns a source has: the manifest counts names, and papers without a value come last, so that the first one tells. */
export async function sourceColumns(reader: ArrangedReader, signal: AbortSignal): Promise<SourceColumns> {
	const source: SourceColumns = {};
	const { named } = reader.manifest;
	for (const { column, dimension } of listedNames) source[column] = (named?.[dimension] ?? 0) > 0;
	for (const { name, column } of listedFields) {
		const [paper] = await reader.papers(noFilters, { column, descending: true }, 0, 1, signal);
		source[column] = (paper?.[name] ?? null) !== null;
	}
	return source;
}
