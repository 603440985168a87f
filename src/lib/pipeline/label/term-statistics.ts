import type { CandidateTerms } from './label-terms.ts';
import { foldWord } from '../text/fold.ts';
import { breakId, isTight, surfaceCounts, type TokenisedPapers } from '../text/tokens.ts';

/** What the sample shows of each candidate term, by term id. */
export interface TermStatistics {
	readonly papers: number;
	/** Occurrences. */
	readonly frequency: Int32Array;
	/** Papers. */
	readonly documents: Int32Array;
	/** Papers that hold it in their title; tied to no word outside, and a word in its usual form or the plural of it. */
	readonly titles: Int32Array;
	/** Occurrences that no word precedes in their phrase. */
	readonly initial: Int32Array;
	/** Occurrences that no word follows in their phrase. */
	readonly final: Int32Array;
	/** Occurrences that stand alone in their phrase. */
	readonly alone: Int32Array;
	/** Occurrences that a hyphen ties to a word outside the term. */
	readonly tied: Int32Array;
}

/** How a token meets the one before it. */
const meeting = { loose: 0, tied: 1, none: 2 } as const;

/** How each token meets the one before, in its paper; one entry more than tokens. */
function meetings({ surfaceIds, tieIds, ties, offsets }: TokenisedPapers): Uint8Array {
	const tight = Uint8Array.from(ties, (tie) => (isTight(tie) ? meeting.tied : meeting.loose));
	const found = new Uint8Array(surfaceIds.length + 1);
	for (let at = 0; at < surfaceIds.length; at++) {
		const isBreak = surfaceIds[at] === breakId || surfaceIds[at - 1] === breakId;
		found[at] = isBreak ? meeting.none : (tight[tieIds[at] as number] as number);
	}
	for (const offset of offsets) found[offset] = meeting.none;
	return found;
}

/** By surface: whether a word is the commonest form of its stem, but for case and plurals. */
function usualForms(papers: TokenisedPapers): Uint8Array {
	const { surfaces, stemOfSurface, stems } = papers;
	const forms = surfaces.map((surface) => foldWord(surface.toLowerCase()));
	const times = surfaceCounts(papers);
	const timesOf = new Map<string, number>();
	forms.forEach((form, id) => timesOf.set(form, (timesOf.get(form) ?? 0) + (times[id] as number)));
	const most = new Int32Array(stems.length);
	forms.forEach((form, id) => {
		const stem = stemOfSurface[id] as number;
		most[stem] = Math.max(most[stem] as number, timesOf.get(form) as number);
	});
	return Uint8Array.from(forms, (form, id) =>
		timesOf.get(form) === most[stemOfSurface[id] as number] ? 1 : 0
	);
}

function increment(counts: Int32Array, at: number): void {
	counts[at] = (counts[at] as number) + 1;
}

/**
 * Counts candidate terms over a sample.
 * @param pause called between chunks of work
 */
export async function termStatistics(
	candidates: CandidateTerms,
	tokens: TokenisedPapers,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<TermStatistics> {
	const { offsets, titleLengths } = tokens;
	const papers = offsets.length - 1;
	const counter = () => new Int32Array(candidates.count);
	const counts = { frequency: counter(), documents: counter(), initial: counter(), final: counter() };
	const [alone, tied, titles] = [counter(), counter(), counter()];
	const [lastPaper, lastTitle] = [counter().fill(-1), counter().fill(-1)];
	const [meets, isUsual] = [meetings(tokens), usualForms(tokens)];
	for (const [index, terms] of candidates.startingAt.entries()) {
		await pause();
		const words = index + 1;
		for (let paper = 0; paper < papers; paper++) {
			const end = offsets[paper + 1] as number;
			const titleEnd = (offsets[paper] as number) + (titleLengths[paper] as number);
			for (let at = offsets[paper] as number; at < end; at++) {
				const term = terms[at] as number;
				if (term < 0) continue;
				increment(counts.frequency, term);
				if (lastPaper[term] !== paper) increment(counts.documents, term);
				lastPaper[term] = paper;
				const before = meets[at] as number;
				const behind = meets[at + words] as number;
				if (before === meeting.none) increment(counts.initial, term);
				if (behind === meeting.none) increment(counts.final, term);
				if (before === meeting.none && behind === meeting.none) increment(alone, term);
				const isPart = before === meeting.tied || behind === meeting.tied;
				if (isPart) increment(tied, term);
				if (at >= titleEnd || isPart || lastTitle[term] === paper) continue;
				if (words === 1 && isUsual[tokens.surfaceIds[at] as number] === 0) continue;
				increment(titles, term);
				lastTitle[term] = paper;
			}
		}
	}
	return { papers, ...counts, titles, alone, tied };
}
