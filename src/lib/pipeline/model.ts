import type { Keyword } from '../dataset/paper.ts';
import type { NumberRange } from '../dataset/theme-numbers.ts';
import type { PipelineOptions } from './options.ts';

/** Papers of the sample whose positions place all others. */
export interface MapModel {
	/** landmarks x components, unit rows. */
	readonly vectors: Matrix;
	/** landmarks x 2, 0 to 1. */
	readonly positions: Matrix;
	/** Leaf of each landmark. */
	readonly leafId: Int16Array;
	/** For each leaf the leaves whose landmarks can place its papers, nearest first: leaves x 6, -1 where there are fewer. */
	readonly nearLeaves: Int16Array;
}

/** What the pipeline reads of a paper. */
export interface PaperText {
	readonly title: string;
	readonly abstract: string;
	readonly keywords?: readonly Keyword[];
}

/** Terms, by id in code-unit order, and what weighting needs to know of them. */
export interface Vocabulary {
	/** Stems in code-unit order; the term id is the index. */
	readonly terms: readonly string[];
	/** Papers of the sample that hold each term. */
	readonly documentFrequency: Int32Array;
	/** Papers in the sample. */
	readonly papers: number;
	/** Mean number of kept tokens of a paper. */
	readonly meanLength: number;
}

/**
 * Place of a node in the theme tree. Leaves are 0 to L-1; inner nodes follow in the order of their merges, those
 * inside published themes before those above them.
 */
export interface TreeNode {
	readonly themeId: number;
	readonly parentId: number | null;
	/** The two merged nodes; none for a leaf. */
	readonly children: readonly number[];
	/** Ward distance of the merge, 0 for leaves; never below a child's. */
	readonly height: number;
	/** Whether it is a published theme. A theme that has one leaf is that leaf. */
	readonly inDefault: boolean;
}

/** A node of the theme tree and what people read about it. */
export interface ThemeNode extends TreeNode {
	readonly label: string;
	/** Its names, each by its one or two terms: that of the label, then the next best. */
	readonly names: readonly (readonly string[])[];
	/** Best first. */
	readonly terms: readonly { readonly term: string; readonly weight: number }[];
	/** NPMI of the top ten terms, -1 to 1. */
	readonly coherence: number;
	readonly stability: number | null;
}

export interface CurvePoint {
	readonly k: number;
	readonly silhouette: number;
	readonly calinskiHarabasz: number;
	readonly stability: number | null;
	readonly chosen: boolean;
}

/** Dense vectors, row by row. */
export interface Matrix {
	readonly rows: number;
	readonly columns: number;
	/** Length rows x columns. */
	readonly data: Float64Array;
}

/** How weighted papers become vectors: by the directions of their terms and the vectors of their words, turned. */
export interface Space {
	/** terms x (directions + components of word vectors), 32 bits each: what the weight of a term adds to both parts. */
	readonly terms: { readonly rows: number; readonly columns: number; readonly data: Float32Array };
	/** Columns of the first part, from latent semantic analysis; the others are of word vectors. */
	readonly directions: number;
	/** columns of both parts x width: the leading directions of papers; `null` leaves vectors as they are. */
	readonly turn: Matrix | null;
}

/** Everything that is needed to put a paper into a theme. Serialisable, free of any paper. */
export interface ThemeModel {
	readonly version: number;
	readonly options: PipelineOptions;
	readonly vocabulary: Vocabulary;
	readonly space: Space;
	/** leaves x components, unit rows. */
	readonly leafCentroids: Matrix;
	/** One row for each published theme, in the order of `defaultThemes`, unit rows. */
	readonly themeCentroids: Matrix;
	/** Ids of the published themes, ascending. */
	readonly defaultThemes: readonly number[];
	/** 5th percentile of the sample's similarities in each published theme, in the order of `defaultThemes`. */
	readonly similarityP05: Float32Array;
	readonly nodes: readonly ThemeNode[];
	/** Numbers of themes that are as good as the proposed one; `null` where none was proposed, or none is as good. */
	readonly asGood: NumberRange | null;
	readonly curve: readonly CurvePoint[];
	readonly map: MapModel;
	readonly silhouette: number | null;
	readonly diversity: number | null;
	/** Things a reader of the charts should know, in words. */
	readonly notices: readonly string[];
}

/** Where papers belong; every array has one entry (or row) for each paper. */
export interface Assignment {
	readonly leafId: Int16Array;
	readonly themeId: Int16Array;
	/** Cosine to the centroid of the theme; 0 for a paper without any known term. */
	readonly similarity: Float32Array;
	/** -1 where there is only one theme. */
	readonly secondThemeId: Int16Array;
	readonly margin: Float32Array;
	readonly x: Float32Array;
	readonly y: Float32Array;
	/** papers x components, unit rows (or zero rows). */
	readonly vectors: Matrix;
}
