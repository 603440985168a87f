import { allPapers } from '../sql/all-papers.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import { quoteInteger } from '../sql/quote.ts';
import { command, select } from '../sql/statement.ts';
import { tableIn } from '../sql/tables.ts';

/** How many papers of each side of a comparison hold a term. */
export interface TermUse {
	/** Stem. */
	term: string;
	first: number;
	second: number;
}

/**
 * Creates the temporary table `table`: one row with a bit for each paper of each side, which takes a third of the
 * time of a join with their ids.
 * @param first condition on a row of `papers`
 * @param second the same for the other side
 * @param all papers in the dataset
 */
export function createSides(table: string, first: string, second: string, all: number): string {
	const bits = (condition: string) =>
		`coalesce(bitstring_agg(paper_id, 0, ${quoteInteger(all - 1)}) FILTER (WHERE ${condition}), ` +
		`bitstring('0', ${quoteInteger(all)}))`;
	return command(
		`CREATE TEMP TABLE ${table} AS SELECT ${bits(first)} AS first, ${bits(second)} AS second ` +
			`FROM ${allPapers}`
	);
}

/** Papers of each side, and of both. */
export function sizesQuery(table: string): Statement<{ first: number; second: number; both: number }> {
	const count = (bits: string) => `CAST(bit_count(${bits}) AS INTEGER)`;
	return select(
		{ first: number, second: number, both: number },
		{ first: count('first'), second: count('second'), both: count('first & second') },
		`FROM ${table}`
	);
}

/**
 * The terms of one part of the index that at least so many papers hold.
 * @param sides table that `createSides` has made
 */
export function termUseQuery(
	sides: string,
	part: number,
	least: number
): Statement<TermUse & { termId: number }> {
	const [terms, postings] = [tableIn('terms', part), tableIn('postings', part)];
	const held = (side: string) => `CAST(sum(get_bit(s.${side}, p.paper_id)) AS INTEGER) AS ${side}`;
	return select(
		{ termId: number, term: text, first: number, second: number },
		{ termId: 't.term_id', term: 't.term', first: 'u.first', second: 'u.second' },
		`FROM (SELECT p.term_id, ${held('first')}, ${held('second')} FROM ${postings} p, ${sides} s GROUP BY p.term_id) u ` +
			`JOIN ${terms} t ON t.term_id = u.term_id ` +
			`WHERE t.document_frequency >= ${quoteInteger(least)} ORDER BY t.term_id`
	);
}
