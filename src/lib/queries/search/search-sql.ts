import type { DatasetFile } from '../../dataset/manifest.ts';
import { foldedSql } from '../sql/folded.ts';
import { statedValues } from '../sql/named-values.ts';
import { quoteInteger, quoteText, quoteTexts } from '../sql/quote.ts';
import { partWith, tableIn } from '../sql/tables.ts';
import { phraseHits } from './phrase-hits.ts';
import {
	stemsOf,
	wantedAtoms,
	type Atom,
	type AuthorAtom,
	type Clause,
	type SearchQuery
} from './search-query.ts';

/** Tables of the ids of papers that hold an atom, for atoms that only texts decide. */
export type Decided = ReadonlyMap<Atom, string>;

/** Whether title or abstract must be read to know what holds an atom. */
export const needsTexts = (atom: Atom): boolean =>
	atom.kind === 'title' || (atom.kind === 'phrase' && !atom.isPlaced);

/** The stems that every paper must hold, as far as the search says so outright. */
export function requiredStems(search: SearchQuery): string[] {
	const outright = search.filter((clause) => clause.length === 1).flat();
	const atoms = outright.flatMap(({ negated, atoms: all }) => (negated ? [] : all));
	return [...new Set(atoms.flatMap(stemsOf))].sort();
}

/** A clause with all of the conditions; nothing without any. */
export const whereAll = (conditions: readonly string[]): string =>
	conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';

/** Saturation of repeated words (Robertson and Zaragoza 2009). */
const k1 = 1.2;

/**
 * The papers that hold all stems, with the BM25 score of the match; those that hold some where none is required. The
 * index does not know how long papers are, so their length takes no part (b = 0).
 * @param wanted stems that count for the score, the required ones among them
 * @param conditions on `paper_id`
 * @returns `null` when no paper holds one that is required, or any
 */
export function scoredHits(
	required: readonly string[],
	wanted: readonly string[],
	files: readonly DatasetFile[],
	papers: number,
	conditions: readonly string[]
): string | null {
	const byPart = new Map<DatasetFile, string[]>();
	for (const stem of wanted) {
		const file = partWith(files, 'search', stem);
		if (file) byPart.set(file, [...(byPart.get(file) ?? []), stem]);
		else if (required.includes(stem)) return null;
	}
	if (byPart.size === 0) return null;
	const df = 't.document_frequency';
	const rarity = `ln(1 + (${quoteInteger(papers)} - ${df} + 0.5) / (${df} + 0.5))`;
	const all = required.length === wanted.length;
	const hits = [...byPart].map(
		([{ part }, terms]) =>
			`SELECT p.paper_id, ${rarity} * p.frequency * ${k1 + 1} / (p.frequency + ${k1}) AS weight` +
			`${all ? '' : ', t.term'} ` +
			`FROM ${tableIn('postings', part)} p JOIN ${tableIn('terms', part)} t ON p.term_id = t.term_id ` +
			`WHERE t.term IN ${quoteTexts(terms)}`
	);
	const counted = all ? 'count(*)' : `count(*) FILTER (WHERE term IN ${quoteTexts(required)})`;
	const having = required.length === 0 ? '' : ` HAVING ${counted} = ${quoteInteger(required.length)}`;
	return (
		`SELECT paper_id, CAST(sum(weight) AS FLOAT) AS score FROM (${hits.join(' UNION ALL ')})` +
		`${whereAll(conditions)} GROUP BY paper_id${having}`
	);
}

function stemCondition(stem: string, files: readonly DatasetFile[]): string {
	const file = partWith(files, 'search', stem);
	if (!file) return 'false';
	return (
		`paper_id IN (SELECT p.paper_id FROM ${tableIn('postings', file.part)} p ` +
		`JOIN ${tableIn('terms', file.part)} t ON p.term_id = t.term_id WHERE t.term = ${quoteText(stem)})`
	);
}

/** Scripts that put no spaces between words: there a word of a name is looked for anywhere in it. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function authorCondition({ words }: AuthorAtom, files: readonly DatasetFile[]): string {
	const name = `' ' || regexp_replace(${foldedSql('value')}, '[^\\p{L}\\p{N}\\p{M}]+', ' ', 'g') || ' '`;
	// Folded by the engine, as the names are.
	const holds = words.map(
		(word) => `contains(name, ${foldedSql(quoteText(unspaced.test(word) ? word : ` ${word} `))})`
	);
	return (
		`paper_id IN (SELECT paper_id FROM (SELECT paper_id, ${name} AS name ` +
		`FROM (${statedValues('author', files)})) WHERE ${holds.join(' AND ')})`
	);
}

/** Condition on a paper’s id that what the index knows of an atom holds, whatever its texts say. */
function indexCondition(atom: Atom, files: readonly DatasetFile[]): string {
	if (atom.kind === 'author') return authorCondition(atom, files);
	if (atom.kind === 'phrase' && atom.placed.length > 1)
		return `paper_id IN (${phraseHits(atom.placed, files)})`;
	return stemsOf(atom)
		.map((stem) => stemCondition(stem, files))
		.join(' AND ');
}

/** The same of any of some atoms. */
export const anyCondition = (atoms: readonly Atom[], files: readonly DatasetFile[]): string =>
	atoms.map((atom) => `(${indexCondition(atom, files)})`).join(' OR ');

function clauseCondition(clause: Clause, files: readonly DatasetFile[], decided: Decided | null): string {
	const literals = clause.map(({ negated, atoms }) => {
		// Before the texts are read, what they decide speaks against no paper.
		if (negated && decided === null && atoms.some(needsTexts)) return 'true';
		const conditions = atoms.map((atom) => {
			const table = decided?.get(atom);
			return table ? `paper_id IN (SELECT paper_id FROM ${table})` : `(${indexCondition(atom, files)})`;
		});
		return negated ? `NOT (${conditions.join(' AND ')})` : `(${conditions.join(' AND ')})`;
	});
	return `(${literals.join(' OR ')})`;
}

/** Whether the index knows more of an atom than which stems must occur. */
const isMoreThanStems = (atom: Atom): boolean =>
	atom.kind === 'author' || (atom.kind === 'phrase' && atom.placed.length > 1);

/** Whether the stems that are required already say all that the index knows of a clause. */
const isRequired = ([literal, ...others]: Clause): boolean =>
	others.length === 0 && literal?.negated === false && !literal.atoms.some(isMoreThanStems);

/**
 * Conditions on a paper's id, one for each clause that asks for more than stems that must all occur.
 * @param decided what was found by reading texts; `null` before that, when more papers may pass than in the end
 */
export function searchConditions(
	search: SearchQuery,
	files: readonly DatasetFile[],
	decided: Decided | null
): string[] {
	const isOpen = (clause: Clause) =>
		decided === null ? !isRequired(clause) : clause.some(({ atoms }) => atoms.some(needsTexts));
	return search.filter(isOpen).map((clause) => clauseCondition(clause, files, decided));
}

/** The atoms of a search that need texts, each once. */
export function atomsOfTexts(search: SearchQuery): Atom[] {
	return search.flatMap((clause) => clause.flatMap(({ atoms }) => atoms.filter(needsTexts)));
}

/** Stems whose occurrences make a paper a better match. */
export const scoringStems = (search: SearchQuery): string[] => [
	...new Set(wantedAtoms(search).flatMap(stemsOf))
];

/** Every stem that the index is asked for. */
export const askedStems = (search: SearchQuery): string[] => [
	...new Set(search.flat().flatMap(({ atoms }) => atoms.flatMap(stemsOf)))
];
