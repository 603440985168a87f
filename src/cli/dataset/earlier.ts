import type { Rejection } from '../../lib/dataset/paper.ts';
import type { EarlierPapers } from '../../lib/corpus/pass/earlier.ts';
import { run, type QueryHost } from '../../lib/engine/query-host.ts';
import { number, text } from '../../lib/engine/statement.ts';
import { select } from '../../lib/queries/sql/statement.ts';
import { tableIn } from '../../lib/queries/sql/tables.ts';
import { wholePapers } from '../../lib/queries/papers/whole-papers.ts';
import { openDataset } from './open.ts';

/** The rejections that a dataset lists. */
function rejectionsOf(host: QueryHost): Promise<Rejection[]> {
	const shape = { file: text, record: number, reason: text, excerpt: text };
	const columns = { file: 'file', record: 'record', reason: 'reason', excerpt: 'excerpt' };
	return run(host, select<Rejection>(shape, columns, `FROM ${tableIn('rejections')} ORDER BY file, record`));
}

/**
 * Lends the papers of a dataset to what adds others to them.
 * @param name what messages call the dataset
 * @throws CommandError when the folder holds none that can be read, or a broken one; what `use` throws
 */
export async function withEarlier<T>(
	folder: string,
	name: string,
	use: (earlier: EarlierPapers) => Promise<T>
): Promise<T> {
	const dataset = await openDataset(folder);
	try {
		const { title, listed, inputs, files } = dataset.manifest;
		const rejections = await rejectionsOf(dataset);
		return await use({ name, title, listed, inputs, rejections, papers: () => wholePapers(dataset, files) });
	} finally {
		dataset.close();
	}
}
