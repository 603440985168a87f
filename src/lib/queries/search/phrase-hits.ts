import type { DatasetFile } from '../../dataset/manifest.ts';
import type { SearchRules } from '../../words/word-rules.ts';
import { clauseEnds } from '../../pipeline/text/characters.ts';
import { createTokeniser, searchStem } from '../../pipeline/terms/tokenise.ts';
import { breakId } from '../../pipeline/text/tokens.ts';
import { quoteInteger, quoteText } from '../sql/quote.ts';
import { partWith, tableIn } from '../sql/tables.ts';

/** A stem of a phrase, and how many words it stands behind the first. */
export type PlacedStem = readonly [stem: string, offset: number];

/** In a text they end a clause; between the words that are asked for they mean nothing. */
const signs = new RegExp(`[${clauseEnds}]`, 'gu');

/**
 * The stems of a phrase as the index places them: stop words, numbers and single letters only take up room. None
 * where the corpus has synonyms, whose words the index does not place.
 */
export function placedStems(phrase: string, rules: SearchRules): PlacedStem[] {
	if (rules.synonyms.length > 0) return [];
	const tokeniser = createTokeniser(rules, { keep: true });
	const ids = tokeniser.tokenise({ title: phrase.replace(signs, ' '), abstract: '' });
	const positions = tokeniser.positions();
	const { stems, stemOfSurface } = tokeniser;
	const placed: [string, number][] = [];
	for (const [at, id] of ids.entries()) {
		if (id === breakId) continue;
		const stem = searchStem(stems[stemOfSurface[id] as number] as string, rules);
		placed.push([stem, positions[at] as number]);
	}
	const first = placed[0]?.[1] ?? 0;
	return placed.map(([stem, position]) => [stem, position - first]);
}

const noPaper = 'SELECT CAST(NULL AS INTEGER) AS paper_id WHERE false';

/** Selects the papers that hold the stems at their distances, from the postings alone. */
export function phraseHits(placed: readonly PlacedStem[], files: readonly DatasetFile[]): string {
	const occurrences: string[] = [];
	for (const [stem, offset] of placed) {
		const file = partWith(files, 'search', stem);
		if (!file) return noPaper;
		const starts = (['postings', 'repeats'] as const).map(
			(table) =>
				`SELECT p.paper_id, p.position - ${quoteInteger(offset)} AS start ` +
				`FROM ${tableIn(table, file.part)} p JOIN ${tableIn('terms', file.part)} t ON p.term_id = t.term_id ` +
				`WHERE t.term = ${quoteText(stem)}`
		);
		occurrences.push(`(${starts.join(' UNION ALL ')})`);
	}
	const [first, ...others] = occurrences;
	const joined = others.map((other, at) => `SEMI JOIN ${other} o${at} USING (paper_id, start)`);
	return `SELECT paper_id FROM ${first} o ${joined.join(' ')}`;
}
