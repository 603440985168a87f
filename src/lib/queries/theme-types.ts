import type { PaperListRow } from './paper-types.ts';

/** A node of the theme tree below a theme. */
export interface ThemePart {
	themeId: number;
	label: string;
	/** Papers. */
	size: number;
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
	/** Nearest themes first, by the cosine of the centroids of the published themes in them. */
	neighbours: readonly { themeId: number; similarity: number }[];
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
