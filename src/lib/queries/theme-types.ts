import type { PaperListRow } from './paper-types.ts';

/** A leaf of the theme tree. */
export interface ThemePart {
	themeId: number;
	label: string;
	/** Papers. */
	size: number;
}

/** What the dataset knows of a published theme beside its counts. */
export interface ThemeDetail {
	themeId: number;
	label: string;
	/** Papers. */
	size: number;
	/** Mean cosine of its papers to its centroid. */
	cohesion: number;
	/** NPMI of its top ten terms, -1 to 1. */
	coherence: number;
	stability: number | null;
	/** Best first. */
	terms: readonly { term: string; weight: number }[];
	/** Most typical first. */
	representatives: readonly PaperListRow[];
	/** Nearest published themes first, by the cosine of their centroids. */
	neighbours: readonly { themeId: number; similarity: number }[];
	/** The leaves of the theme tree that it is made of, largest first; itself alone when it is one. */
	parts: readonly ThemePart[];
}

/** A candidate number of themes and how well it did. */
export interface CurvePoint {
	k: number;
	silhouette: number;
	calinskiHarabasz: number;
	stability: number | null;
	chosen: boolean;
}
