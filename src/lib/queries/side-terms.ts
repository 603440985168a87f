import { number, text, type Statement } from '../dataset/statement.ts';
import { quoteInteger } from './quote.ts';
import { command, select } from './statement.ts';
import { tableIn } from './tables.ts';

/** How often each side of a comparison uses a term. */
export interface TermUse {
	/** Stem. */
	term: string;
	/** Occurrences in the papers of each side, and in the whole corpus. */
	first: number;
	second: number;
	all: number;
	/** Papers of each side that hold it. */
	firstPapers: number;
	secondPapers: number;
}

/** Creates the temporary table `table` of the papers on either side. Conditions are those on rows of `papers`. */
export function createSides(table: string, first: string, second: string): string {
	return command(
		`CREATE TEMP TABLE ${table} AS SELECT paper_id, ${first} AS first, ${second} AS second ` +
			`FROM ${tableIn('papers')} WHERE ${first} OR ${second}`
	);
}

/** Papers on both sides. */
export function overlapQuery(table: string): Statement<{ papers: number }> {
	return select(
		{ papers: number },
		{ papers: 'CAST(count(*) AS INTEGER)' },
		`FROM ${table} WHERE first AND second`
	);
}

/**
 * The terms of one part of the index that at least so many papers hold.
 * @param sides table that `createSides` has made
 */
export function termUseQuery(sides: string, part: number, least: number): Statement<TermUse> {
	const [terms, postings] = [tableIn('terms', part), tableIn('postings', part)];
	const sum = (condition: string) =>
		`CAST(sum(CASE WHEN ${condition} THEN p.frequency ELSE 0 END) AS DOUBLE)`;
	const papers = (condition: string) => `CAST(count(*) FILTER (WHERE ${condition}) AS INTEGER)`;
	return select(
		{ term: text, first: number, second: number, all: number, firstPapers: number, secondPapers: number },
		{
			term: 't.term',
			first: sum('s.first'),
			second: sum('s.second'),
			all: sum('true'),
			firstPapers: papers('s.first'),
			secondPapers: papers('s.second')
		},
		`FROM ${postings} p JOIN ${terms} t ON t.term_id = p.term_id LEFT JOIN ${sides} s ON s.paper_id = p.paper_id ` +
			`WHERE t.document_frequency >= ${quoteInteger(least)} GROUP BY t.term_id, t.term ORDER BY t.term_id`
	);
}
