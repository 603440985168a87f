import type { Manifest } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import { createSides } from '../comparison/side-terms.ts';
import { dropTable } from '../sql/id-table.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { partsOf, tableIn } from '../sql/tables.ts';
import { dot, type VectorTable } from '../themes/vectors.ts';

/** In how many papers a term stands, inside a set of papers and in the rest of them. */
export interface TermSplit {
	/** Stem. */
	readonly term: string;
	readonly inside: number;
	readonly rest: number;
}

/** The terms of some papers beside those of others. */
export interface SplitTerms {
	/** Papers on either side. */
	readonly inside: number;
	readonly rest: number;
	/** Terms that at least so many papers inside hold, in no order that means anything. */
	readonly terms: readonly TermSplit[];
}

/** Share of the papers inside that must hold a term, and the least number of them. */
export const leastShare = 0.1;
const leastPapers = 3;
let made = 0;

function sizesQuery(sides: string): Statement<{ inside: number; rest: number }> {
	const count = (side: string) => `CAST(bit_count(${side}) AS INTEGER)`;
	return select(
		{ inside: number, rest: number },
		{ inside: count('first'), rest: count('second') },
		`FROM ${sides}`
	);
}

function splitQuery(sides: string, part: number, least: number): Statement<TermSplit> {
	const on = (side: string) => `CAST(sum(get_bit(s.${side}, p.paper_id)) AS INTEGER)`;
	const counted =
		`SELECT p.term_id, ${on('first')} AS inside, ${on('second')} AS rest ` +
		`FROM ${tableIn('postings', part)} p, ${sides} s GROUP BY p.term_id HAVING inside >= ${quoteInteger(least)}`;
	return select(
		{ term: text, inside: number, rest: number },
		{ term: 't.term', inside: 'u.inside', rest: 'u.rest' },
		`FROM (${counted}) u JOIN ${tableIn('terms', part)} t ON t.term_id = u.term_id ORDER BY t.term_id`
	);
}

/**
 * How many papers of a set, and of the rest, hold each term that a tenth of the set holds. Reads the whole index.
 * @param inside condition on a row of `papers`
 * @param all the same for the papers that the set and the rest are together
 */
export async function splitTerms(
	host: QueryHost,
	{ files, counts }: Pick<Manifest, 'files' | 'counts'>,
	inside: string,
	all: string,
	signal?: AbortSignal
): Promise<SplitTerms> {
	const sides = `split_${++made}`;
	await host.execute(createSides(sides, inside, `(${all}) AND NOT (${inside})`, counts.papers));
	try {
		const [sizes] = await run(host, sizesQuery(sides), signal);
		const papers = sizes?.inside ?? 0;
		const least = Math.max(leastPapers, Math.ceil(papers * leastShare));
		const terms: TermSplit[] = [];
		for (const file of papers < leastPapers ? [] : partsOf(files, 'search')) {
			await host.attach(file, signal);
			terms.push(...(await run(host, splitQuery(sides, file.part, least), signal)));
		}
		return { inside: papers, rest: sizes?.rest ?? 0, terms };
	} finally {
		await host.execute(dropTable(sides));
	}
}

/**
 * The papers of a set that are nearest to the mean direction of its vectors, nearest first, equal ones by id. Papers
 * without a vector take no part.
 * @param inside by paper id, 1 for those of the set
 */
export function mostTypical(
	{ ids, columns, data }: VectorTable,
	inside: ArrayLike<number>,
	count: number
): { paperId: number; similarity: number }[] {
	const rows: { row: number; length: number }[] = [];
	const mean = new Float64Array(columns);
	for (const [row, id] of ids.entries()) {
		if (inside[id] !== 1) continue;
		const at = row * columns;
		const length = Math.sqrt(dot(data, at, data, at, columns));
		if (length === 0) continue;
		rows.push({ row, length });
		for (let c = 0; c < columns; c++) mean[c]! += (data[at + c] as number) / length;
	}
	const long = Math.sqrt(dot(mean, 0, mean, 0, columns)) || 1;
	return rows
		.map(({ row, length }) => ({
			paperId: ids[row] as number,
			similarity: dot(data, row * columns, mean, 0, columns) / (length * long)
		}))
		.sort((a, b) => b.similarity - a.similarity || a.paperId - b.paperId)
		.slice(0, count);
}
