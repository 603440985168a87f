import { lookalikes, pairs, strokes } from '../../base/fold.ts';
import { quoteText } from './quote.ts';

/** SQL of a text in small letters, without accents, its letters and digits the plain ones. */
export function foldedSql(value: string): string {
	const same = `translate(${value}, ${quoteText(lookalikes.from)}, ${quoteText(lookalikes.to)})`;
	const single = `translate(strip_accents(lower(${same})), ${quoteText(strokes.from)}, ${quoteText(strokes.to)})`;
	return pairs.reduce((sql, [from, to]) => `replace(${sql}, ${quoteText(from)}, ${quoteText(to)})`, single);
}
