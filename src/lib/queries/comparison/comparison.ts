import type { Manifest } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { dropTable } from '../sql/id-table.ts';
import { createSides, overlapQuery, termUseQuery, type TermUse } from './side-terms.ts';
import { partsOf } from '../sql/tables.ts';

/** What two sets of papers have in common, and the words that they use. */
export interface TermComparison {
	/** Papers on both sides. */
	both: number;
	/** Terms that at least so many papers of the corpus hold take part. */
	least: number;
	terms: TermUse[];
}

/** Papers below which a corpus is small, and terms of fewer papers take part. */
const smallCorpus = 500;
let made = 0;

/**
 * Compares the words of two sets of papers, part of the index by part.
 * @param first condition on a row of `papers`
 * @param second the same for the other side
 */
export async function compareTerms(
	host: QueryHost,
	{ files, counts }: Pick<Manifest, 'files' | 'counts'>,
	first: string,
	second: string,
	signal?: AbortSignal
): Promise<TermComparison> {
	const sides = `sides_${++made}`;
	const least = counts.papers < smallCorpus ? 2 : 5;
	await host.execute(createSides(sides, first, second, counts.papers));
	try {
		const [overlap] = await run(host, overlapQuery(sides), signal);
		const terms: TermUse[] = [];
		for (const file of partsOf(files, 'search')) {
			await host.attach(file, signal);
			terms.push(...(await run(host, termUseQuery(sides, file.part, least), signal)));
		}
		return { both: overlap?.papers ?? 0, least, terms };
	} finally {
		await host.execute(dropTable(sides));
	}
}
