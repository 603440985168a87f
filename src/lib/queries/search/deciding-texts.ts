import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import { allPapers } from '../sql/all-papers.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { partsOf, tableIn } from '../sql/tables.ts';
import { holdPhrases } from './phrases.ts';
import type { Atom, TitleAtom } from './search-query.ts';
import type { WordKeys } from './word-keys.ts';

/** Candidates whose texts, or titles, are read at a time: some tens of milliseconds of the page’s thread. */
const textsAtOnce = 500;
const titlesAtOnce = 8000;

function candidatesQuery(candidates: string, first: number, last: number): Statement<{ paperId: number }> {
	return select(
		{ paperId: number },
		{ paperId: 'paper_id' },
		`FROM ${candidates} WHERE paper_id BETWEEN ${quoteInteger(first)} AND ${quoteInteger(last)} ` +
			`ORDER BY paper_id`
	);
}

interface Text {
	paperId: number;
	title: string;
	abstract: string;
}

/** @param part of the texts; `null` for titles alone, which stand beside the papers */
function textsQuery(candidates: string, part: number | null, first: number, last: number): Statement<Text> {
	const from = part === null ? allPapers : tableIn('paper_texts', part);
	return select(
		{ paperId: number, title: text, abstract: text },
		{ paperId: 'paper_id', title: 'title', abstract: part === null ? `''` : 'abstract' },
		`FROM ${from} WHERE paper_id BETWEEN ${quoteInteger(first)} AND ${quoteInteger(last)} ` +
			`AND paper_id IN (SELECT paper_id FROM ${candidates}) ORDER BY paper_id`
	);
}

function holdsInTitle({ stems, phrases }: TitleAtom, title: string, keys: WordKeys): boolean {
	const found = new Set<string>();
	for (const { key, stemmed } of keys.readings(title).flat()) if (stemmed) found.add(key);
	return stems.every((stem) => found.has(stem)) && holdPhrases(keys, [title], phrases);
}

/** Whether the texts of a paper that has the stems of an atom hold it. */
function holds(atom: Atom, { title, abstract }: Text, keys: WordKeys): boolean {
	if (atom.kind === 'title') return holdsInTitle(atom, title, keys);
	return atom.kind === 'phrase' && holdPhrases(keys, [title, abstract], [atom.keys]);
}

/**
 * For each atom the candidates whose texts hold it, ascending. Reads the texts of candidates only, those files that
 * hold some, and no abstract for what is asked of titles.
 * @param candidates table of the ids of papers that hold the stems of at least one of the atoms
 * @param keys finds the words of texts; it remembers them, so that the next search costs less
 */
export async function papersThatHold(
	host: QueryHost,
	files: readonly DatasetFile[],
	candidates: string,
	atoms: readonly Atom[],
	keys: WordKeys
): Promise<number[][]> {
	const found = atoms.map((): number[] => []);
	const titlesOnly = atoms.every(({ kind }) => kind === 'title');
	const atOnce = titlesOnly ? titlesAtOnce : textsAtOnce;
	for (const file of partsOf(files, 'texts')) {
		const [from, to] = [Number(file.first), Number(file.last)];
		const ids = (await run(host, candidatesQuery(candidates, from, to))).map(({ paperId }) => paperId);
		if (ids.length > 0 && !titlesOnly) await host.attach(file);
		for (let start = 0; start < ids.length; start += atOnce) {
			const [first, last] = [ids[start], ids[Math.min(start + atOnce, ids.length) - 1]] as [number, number];
			const part = titlesOnly ? null : file.part;
			for (const paper of await run(host, textsQuery(candidates, part, first, last)))
				for (const [at, atom] of atoms.entries())
					if (holds(atom, paper, keys)) found[at]?.push(paper.paperId);
		}
	}
	return found;
}
