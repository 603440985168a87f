import { checkpoint, type Hooks } from '../source/hooks.ts';
import { placePapers } from './map/layout.ts';
import { rowOf } from './space/matrix.ts';
import type { Assignment, Matrix, PaperText, ThemeModel } from './model.ts';
import { leavesOfThemes, nearestLeaf, nearestThemes, type Placement } from './cluster/nearest.ts';
import { createVectoriser, type Listener } from './space/vectorise.ts';

/** Papers between two checkpoints: some tens of milliseconds. */
const chunk = 250;

type Assigned = Omit<Assignment, 'x' | 'y' | 'vectors'>;

function emptyAssignment(papers: number): Assigned {
	return {
		leafId: new Int16Array(papers),
		themeId: new Int16Array(papers),
		similarity: new Float32Array(papers),
		secondThemeId: new Int16Array(papers).fill(-1),
		margin: new Float32Array(papers)
	};
}

function isZero(vector: Float64Array): boolean {
	return vector.every((value) => value === 0);
}

/**
 * Puts papers into the themes of one model; keeps the words it has met from one call to the next.
 * @param hear is told the words of each paper, which is given by its place
 */
export type Assigner = (
	papers: readonly PaperText[],
	hear?: (paper: number, ...words: Parameters<Listener>) => void
) => Assignment;

/**
 * Prepares the assignment of papers to a model's themes. A paper belongs to the theme with the most similar centroid and
 * to the most similar leaf within it; one without any known term goes to the first leaf, which is the largest of
 * the largest theme, with similarity 0. A paper's result does not depend on the papers beside it.
 */
export function createAssigner(model: ThemeModel): Assigner {
	const vectoriser = createVectoriser(model);
	const leaves = leavesOfThemes(model);
	const themeOfFirstLeaf = leaves.findIndex((ids) => ids.includes(0));
	const { defaultThemes, themeCentroids, leafCentroids, map } = model;

	function place(vector: Float64Array): Placement {
		if (!isZero(vector)) return nearestThemes(vector, themeCentroids);
		const second = themeCentroids.rows < 2 ? -1 : themeOfFirstLeaf === 0 ? 1 : 0;
		return { theme: themeOfFirstLeaf, similarity: 0, second, secondSimilarity: 0 };
	}

	function record(out: Assigned, paper: number, vector: Float64Array): void {
		const { theme, similarity, second, secondSimilarity } = place(vector);
		out.themeId[paper] = defaultThemes[theme] as number;
		out.leafId[paper] = nearestLeaf(vector, leaves[theme] as number[], leafCentroids);
		out.similarity[paper] = similarity;
		if (second < 0) return;
		out.secondThemeId[paper] = defaultThemes[second] as number;
		out.margin[paper] = similarity - secondSimilarity;
	}

	return (papers, hear) => {
		const { columns } = model.themeCentroids;
		const out = emptyAssignment(papers.length);
		const vectors: Matrix = { rows: papers.length, columns, data: new Float64Array(papers.length * columns) };
		vectoriser.begin();
		for (const [index, paper] of papers.entries()) {
			const vector = rowOf(vectors, index);
			vectoriser.vectorise(paper, vector, hear && ((...words) => hear(index, ...words)));
			record(out, index, vector);
		}
		return { ...out, ...placePapers(map, vectors, out.leafId), vectors };
	};
}

/** The assignments of some papers after each other. */
function joined(parts: readonly Assignment[], papers: number, columns: number): Assignment {
	const whole = {
		...emptyAssignment(papers),
		x: new Float32Array(papers),
		y: new Float32Array(papers),
		vectors: { rows: papers, columns, data: new Float64Array(papers * columns) }
	};
	let row = 0;
	for (const part of parts) {
		for (const name of ['leafId', 'themeId', 'similarity', 'secondThemeId', 'margin', 'x', 'y'] as const) {
			whole[name].set(part[name], row);
		}
		whole.vectors.data.set(part.vectors.data, row * columns);
		row += part.leafId.length;
	}
	return whole;
}

/** Puts papers that are held together into the themes of a model. */
export async function assign(
	model: ThemeModel,
	papers: readonly PaperText[],
	hooks: Hooks = {}
): Promise<Assignment> {
	const assigner = createAssigner(model);
	const parts: Assignment[] = [];
	for (let start = 0; start < papers.length; start += chunk) {
		await checkpoint(hooks, { stage: 'assign', done: start, total: papers.length });
		parts.push(assigner(papers.slice(start, start + chunk)));
	}
	return joined(parts, papers.length, model.leafCentroids.columns);
}
