import type { PaperListRow } from '../papers/paper-types.ts';

/** A node of the theme tree below a theme. */
export interface ThemePart {
	themeId: number;
	label: string;
	/** Papers. */
	size: number;
}

/** A theme near another one. */
export interface ThemeNeighbour {
	themeId: number;
	/** Cosine between the centres of both, -1 to 1. */
	similarity: number;
	/** Papers that lie between both. */
	between: number;
}

/** What the dataset knows of a theme beside its counts. */
export interface ThemeDetail {
	themeId: number;
	label: string;
	/** Papers. */
	size: number;
	/** Mean cosine of its papers to its centroid; to those of the themes that were merged into it. */
	cohesion: number;
	/** NPMI of its top ten terms, -1 to 1; unknown for themes merged by hand. */
	coherence: number | null;
	stability: number | null;
	/** Best first. */
	terms: readonly { term: string; weight: number }[];
	/** Most typical first. */
	representatives: readonly PaperListRow[];
	/** The themes that were merged into it, else the leaves that it is made of; largest first, itself alone when it is one. */
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
