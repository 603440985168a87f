import type { Rejection } from '../dataset/paper.ts';
import { number, text, type Statement } from '../engine/statement.ts';
import { quoteInteger } from './sql/quote.ts';
import { select } from './sql/statement.ts';
import { tableIn } from './sql/tables.ts';

/** `count` rejected records from position `from`, which begins at 0, by file and record. */
export function rejectionsQuery(from: number, count: number): Statement<Rejection> {
	return select(
		{ file: text, record: number, reason: text, excerpt: text },
		{ file: '"file"', record: '"record"', reason: 'reason', excerpt: 'excerpt' },
		`FROM ${tableIn('rejections')} ORDER BY "file", "record" ` +
			`LIMIT ${quoteInteger(count)} OFFSET ${quoteInteger(from)}`
	);
}
