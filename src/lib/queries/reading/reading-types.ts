import type { PaperListRow } from '../papers/paper-types.ts';

/** What is worth reading among some papers, in the order in which a reader would take it up. */
export const readingKinds = ['start', 'classics', 'newest', 'bridges', 'outliers'] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** What sources count of a paper, the most telling first. */
export const measures = ['citations', 'upvotes', 'comments'] as const;
export type Measure = (typeof measures)[number];

/** What the lists are made from. */
export interface ReadingBasis {
	papers: number;
	/** The first that at least half of the papers state, and some above 0; `null` where there is none. */
	measure: Measure | null;
	/** Papers that state it. */
	stated: number;
	dated: number;
	/**
	 * The last year of the older papers: that in or before which at least half of the dated ones lie, or the one before
	 * the newest of the corpus; `null` without dates.
	 */
	until: number | null;
}

/** Why a paper is on a list; `null` is not known. */
export interface ReadingReason {
	/** How much of the measure it has. */
	amount: number | null;
	/** Papers of the corpus and its year with more, plus 1; and how many have the same, itself included. */
	place: number | null;
	tied: number | null;
	/** Papers of the corpus and its year that state the measure; undated ones are each other's peers. */
	peers: number | null;
	/** Papers of its theme in the corpus that are more similar to the theme's centre, plus 1. */
	nearPlace: number | null;
	/** Papers of its theme with any similarity. */
	nearOf: number | null;
	/** Selected papers whose stated date begins later, and those that state the same, itself included. */
	newer: number | null;
	sameDate: number | null;
	/** The next nearest theme: of the arrangement where it lies inside one, else a published one. */
	secondThemeId: number | null;
	/** Cosine to its centre. */
	secondSimilarity: number | null;
}

export interface ReadingPaper extends PaperListRow, ReadingReason {}

/** The first papers of each list. */
export interface ReadingLists {
	basis: ReadingBasis;
	lists: Readonly<Record<ReadingKind, readonly ReadingPaper[]>>;
}
