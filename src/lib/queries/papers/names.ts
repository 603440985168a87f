import type { DatasetFile, NameDimension } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import { filesOfNames, statedValues } from '../sql/named-values.ts';
import { quoteIntegers } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';

/** What some papers name, a row for each name, which stands once for each paper, in source order. */
function namesQuery(
	dimension: NameDimension,
	paperIds: readonly number[],
	files: readonly DatasetFile[]
): Statement<{ paperId: number; value: string }> {
	return select(
		{ paperId: number, value: text },
		{ paperId: 'paper_id', value: 'value' },
		`FROM (${statedValues(dimension, files)}) WHERE paper_id IN ${quoteIntegers(paperIds)} ` +
			`GROUP BY paper_id, value ORDER BY paper_id, min(place)`
	);
}

const holdsAny = ({ first, last }: DatasetFile, paperIds: readonly number[]) =>
	paperIds.some((id) => Number(first) <= id && id <= Number(last));

/** What each of some papers names, by id, none left out; attaches those files that hold names of these papers. */
export async function readNames(
	host: QueryHost,
	files: readonly DatasetFile[],
	dimension: NameDimension,
	paperIds: readonly number[],
	signal?: AbortSignal
): Promise<Map<number, string[]>> {
	const names = new Map<number, string[]>(paperIds.map((id) => [id, []]));
	if (paperIds.length === 0) return names;
	const held = filesOfNames(files, dimension).filter((file) => holdsAny(file, paperIds));
	for (const file of held) await host.attach(file, signal);
	for (const { paperId, value } of await run(host, namesQuery(dimension, paperIds, held), signal))
		names.get(paperId)?.push(value);
	return names;
}
