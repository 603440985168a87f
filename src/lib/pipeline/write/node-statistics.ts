import { DensityGrid, type DensityState } from '../../base/density-grid.ts';
import { fixedPoint } from '../../base/fixed-point.ts';
import type { Assignment, ThemeModel } from '../model.ts';
import { pathsToRoot } from '../cluster/tree.ts';

/** Steps that similarities from -1 to 1 are counted in. */
const bins = 4096;

export interface NodeStatistics {
	papers: number;
	/** Mean cosine of the papers to their mean direction, 0 to 1. */
	cohesion: number;
	/** 5th percentile of the papers' similarities, to the step of 1/2048 below. */
	similarityP05: number;
	/** Middle of the densest part of its papers on the map; `null` without papers. */
	centre: readonly [x: number, y: number] | null;
}

/** What was gathered of each leaf: exact sums, which add up in any order. */
export interface LeafState {
	readonly sizes: Int32Array;
	readonly sums: Float64Array;
	readonly histograms: Int32Array;
	readonly places: readonly DensityState[];
}

/** Sizes, cohesion, similarities and places of the nodes, gathered leaf by leaf while papers stream by. */
export class LeafSums {
	readonly #sizes: Int32Array;
	readonly #sums: Float64Array;
	readonly #histograms: Int32Array;
	readonly #places: readonly DensityGrid[];
	readonly #columns: number;
	readonly #model: ThemeModel;

	constructor(model: ThemeModel) {
		const leaves = model.leafCentroids.rows;
		this.#model = model;
		this.#columns = model.leafCentroids.columns;
		this.#sizes = new Int32Array(leaves);
		this.#sums = new Float64Array(leaves * this.#columns);
		this.#histograms = new Int32Array(leaves * bins);
		this.#places = Array.from({ length: leaves }, () => new DensityGrid());
	}

	add({ leafId, similarity, vectors, x, y }: Assignment): void {
		for (let row = 0; row < leafId.length; row++) {
			const leaf = leafId[row] as number;
			this.#sizes[leaf] = (this.#sizes[leaf] as number) + 1;
			this.#places[leaf]!.add(x[row]!, y[row]!);
			for (let c = 0; c < this.#columns; c++) {
				const at = leaf * this.#columns + c;
				this.#sums[at] =
					(this.#sums[at] as number) + fixedPoint(vectors.data[row * this.#columns + c] as number);
			}
			const step = Math.floor((((similarity[row] as number) + 1) / 2) * bins);
			const at = leaf * bins + Math.max(0, Math.min(bins - 1, step));
			this.#histograms[at] = (this.#histograms[at] as number) + 1;
		}
	}

	state(): LeafState {
		return {
			sizes: this.#sizes,
			sums: this.#sums,
			histograms: this.#histograms,
			places: this.#places.map((place) => place.state())
		};
	}

	addState({ sizes, sums, histograms, places }: LeafState): void {
		sizes.forEach((size, leaf) => (this.#sizes[leaf]! += size));
		sums.forEach((sum, at) => (this.#sums[at]! += sum));
		histograms.forEach((count, at) => (this.#histograms[at]! += count));
		places.forEach((place, leaf) => this.#places[leaf]!.addState(place));
	}

	/** Statistics of every node, by id. */
	nodes(): NodeStatistics[] {
		return this.#leavesOfNodes().map((leaves) => {
			const papers = leaves.reduce((sum, leaf) => sum + (this.#sizes[leaf] as number), 0);
			return {
				papers,
				cohesion: papers === 0 ? 0 : this.#lengthOfSum(leaves) / papers,
				similarityP05: this.#percentile(leaves, papers),
				centre: this.#centre(leaves)
			};
		});
	}

	/**
	 * Sum of squared distances of the papers to the mean of their theme: for unit vectors n - |sum|² / n.
	 * @param papersWithVector papers that have a unit vector and not a zero one
	 */
	inertia(papersWithVector: number): number {
		const byNode = this.#leavesOfNodes();
		return this.#model.defaultThemes.reduce((total, theme) => {
			const leaves = byNode[theme] ?? [];
			const papers = leaves.reduce((sum, leaf) => sum + (this.#sizes[leaf] as number), 0);
			const length = this.#lengthOfSum(leaves);
			return papers === 0 ? total : total - (length * length) / papers;
		}, papersWithVector);
	}

	#leavesOfNodes(): number[][] {
		const leaves: number[][] = this.#model.nodes.map(() => []);
		pathsToRoot(this.#model.nodes).forEach((path, leaf) => path.forEach((node) => leaves[node]?.push(leaf)));
		return leaves;
	}

	#centre(leaves: readonly number[]): NodeStatistics['centre'] {
		const all = new DensityGrid();
		for (const leaf of leaves) all.addAll(this.#places[leaf]!);
		return all.centre();
	}

	#lengthOfSum(leaves: readonly number[]): number {
		let squared = 0;
		for (let c = 0; c < this.#columns; c++) {
			const sum = leaves.reduce((total, leaf) => total + (this.#sums[leaf * this.#columns + c] as number), 0);
			squared += sum * sum;
		}
		return Math.sqrt(squared);
	}

	#percentile(leaves: readonly number[], papers: number): number {
		const wanted = papers * 0.05;
		let below = 0;
		for (let step = 0; step < bins && papers > 0; step++) {
			for (const leaf of leaves) below += this.#histograms[leaf * bins + step] as number;
			if (below > wanted || below === papers) return (step / bins) * 2 - 1;
		}
		return 0;
	}
}
