import type { PaperText } from '../model.ts';

/** Id that stands between tokens wherever a phrase cannot run on: a stop word, a number, punctuation. */
export const breakId = -1;

/** Tie of words that share a character, as pairs in unspaced scripts do. */
export const overlapTie = '<';

/** Whether a tie makes one word of two, as a hyphen does. */
export function isTight(tie: string | undefined): boolean {
	return tie !== undefined && tie !== '' && tie !== overlapTie;
}

/** The tokens of papers, with their stems and surface forms numbered in order of first appearance. */
export interface TokenisedPapers {
	/** Lower-cased stems; the stem id is the index. */
	readonly stems: readonly string[];
	/** Words as they are written, capitals included; the surface id is the index. */
	readonly surfaces: readonly string[];
	/** Stem id of each surface form. */
	readonly stemOfSurface: Int32Array;
	/** Where each paper's tokens begin in `surfaceIds`; papers + 1 entries. */
	readonly offsets: Int32Array;
	/** Surface ids, token by token in text order (title, then abstract); never two `breakId` in a row. */
	readonly surfaceIds: Int32Array;
	/** What ties each token to the one before, by index in `ties`; parallel to `surfaceIds`. */
	readonly tieIds: Uint8Array;
	/** Empty for words that only a space parts, "-", "-to-", `overlapTie`; after a break a prefix such as "in-". */
	readonly ties: readonly string[];
	/** Language of each paper (`languages`). */
	readonly languages: Uint8Array;
	/** Tokens of each paper, from its first, that stand in its title. */
	readonly titleLengths: Int32Array;
	/** Papers whose authors give a keyword, by its stems with spaces between them. */
	readonly keywords: ReadonlyMap<string, number>;
}

/** Numbers words as it meets them. Its lists only grow, so that ids stay valid. */
export interface Tokeniser {
	readonly stems: readonly string[];
	readonly surfaces: readonly string[];
	/** Stem id of each surface form. */
	readonly stemOfSurface: readonly number[];
	/** Surface ids of a title and abstract, with `breakId` between them; overwritten by the next call. */
	tokenise(paper: PaperText): Int32Array;
	/**
	 * Where the tokens of the last paper stand, parallel to its ids: counted from 0 in words, those that are no tokens
	 * included, with one left out wherever a sentence or a clause ends. Overwritten by the next call.
	 */
	positions(): Int32Array;
}

/** A tokeniser that also tells how the words of the last paper are tied, and its language. */
export interface CloseTokeniser extends Tokeniser {
	readonly ties: readonly string[];
	/** Parallel to the ids of the last paper; overwritten by the next call. */
	tieIds(): Uint8Array;
	language(): number;
	/** Ids of the last paper that stand in its title. */
	titleLength(): number;
	/** Surface ids that the last paper can be searched for beside its own: of words that terms took the place of. */
	parts(): readonly number[];
	/** The ids of the last paper again, without the function words of its language, where they were kept. */
	content(): Int32Array;
}

/** Papers that hold each stem. */
export function stemDocuments(tokens: TokenisedPapers): Int32Array {
	const documents = new Int32Array(tokens.stems.length);
	const lastPaper = new Int32Array(tokens.stems.length).fill(-1);
	for (let paper = 0; paper + 1 < tokens.offsets.length; paper++) {
		const end = tokens.offsets[paper + 1] as number;
		for (let at = tokens.offsets[paper] as number; at < end; at++) {
			const surface = tokens.surfaceIds[at] as number;
			if (surface === breakId) continue;
			const stem = tokens.stemOfSurface[surface] as number;
			if (lastPaper[stem] === paper) continue;
			lastPaper[stem] = paper;
			documents[stem] = (documents[stem] as number) + 1;
		}
	}
	return documents;
}

/** Every n-th paper of a sample, by place, so that no more than `most` are left; all where there are no more. */
export function thinned(papers: number, most: number): Int32Array {
	const kept = Math.min(papers, most);
	return Int32Array.from({ length: kept }, (_, i) => Math.floor((i * papers) / kept));
}

/** The tokens of some of the papers; numbering stays. */
export function takePapers(tokens: TokenisedPapers, papers: Int32Array): TokenisedPapers {
	const { offsets, surfaceIds, tieIds, languages, titleLengths } = tokens;
	if (papers.length === languages.length) return tokens;
	const places = new Int32Array(papers.length + 1);
	for (const [i, paper] of papers.entries()) {
		places[i + 1] = (places[i] as number) + (offsets[paper + 1] as number) - (offsets[paper] as number);
	}
	const length = places[papers.length] as number;
	const [ids, ties] = [new Int32Array(length), new Uint8Array(length)];
	for (const [i, paper] of papers.entries()) {
		ids.set(surfaceIds.subarray(offsets[paper], offsets[paper + 1]), places[i]);
		ties.set(tieIds.subarray(offsets[paper], offsets[paper + 1]), places[i]);
	}
	return {
		...tokens,
		offsets: places,
		surfaceIds: ids,
		tieIds: ties,
		languages: Uint8Array.from(papers, (paper) => languages[paper] as number),
		titleLengths: papers.map((paper) => titleLengths[paper] as number)
	};
}

/** How often each surface stands in the texts, by its id. */
export function surfaceCounts({ surfaces, surfaceIds }: TokenisedPapers): Int32Array {
	const counts = new Int32Array(surfaces.length);
	for (const id of surfaceIds) if (id !== breakId) counts[id] = (counts[id] as number) + 1;
	return counts;
}
