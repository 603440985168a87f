import type { Manifest } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { foreignWords } from './foreign-words.ts';
import { dropTable } from '../sql/id-table.ts';
import { createSides, sizesQuery, termUseQuery, type TermUse } from './side-terms.ts';
import { partsOf } from '../sql/tables.ts';

/** What two sets of papers have in common, and the words that they use. */
export interface TermComparison {
	/** Papers of each side, and on both. */
	first: number;
	second: number;
	both: number;
	/** Terms that at least so many papers of the corpus hold take part. */
	least: number;
	/** Without function words of any language, where papers are written in it. */
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
		const [sizes] = await run(host, sizesQuery(sides), signal);
		const parts = partsOf(files, 'search');
		const terms: (TermUse & { termId: number })[] = [];
		for (const file of parts) {
			await host.attach(file, signal);
			terms.push(...(await run(host, termUseQuery(sides, file.part, least), signal)));
		}
		const foreign = await foreignWords(host, sides, terms, parts, signal);
		const own = terms.filter(({ termId }) => !foreign.has(termId));
		return {
			...(sizes ?? { first: 0, second: 0, both: 0 }),
			least,
			terms: own.map(({ term, first, second }) => ({ term, first, second }))
		};
	} finally {
		await host.execute(dropTable(sides));
	}
}
