import { DensityGrid } from '../../../../base/density-grid.ts';
import { positionSteps, type Positions } from '../../../../queries/themes/positions.ts';

/** Where a group of papers lies, for its name. */
export interface GroupCentre {
	readonly id: number;
	/** The middle of the densest part of its papers, 0 to 1. */
	readonly x: number;
	readonly y: number;
	/** Other places where many of them lie, and more than of any other group, the fullest first: for a name without room. */
	readonly others: readonly (readonly [x: number, y: number])[];
	/** Half the side of a square as large as what most of its papers cover: how far the group reaches, 0 to 1. */
	readonly reach: number;
	readonly papers: number;
}

/** Places for a name at most. */
const mostPlaces = 5;
/** The share of its papers that a group is said to reach over. */
const most = 0.7;

interface Heap {
	grid: DensityGrid;
	papers: number;
}

/** Adds what there is of a heap to that of an id. */
function put(heaps: Map<number, Heap>, id: number, { grid, papers }: Heap): void {
	const heap = heaps.get(id) ?? { grid: new DensityGrid(), papers: 0 };
	heaps.set(id, heap);
	heap.grid.addAll(grid);
	heap.papers += papers;
}

function heapsOfLeaves({ x, y, leaf }: Pick<Positions, 'x' | 'y' | 'leaf'>): Map<number, Heap> {
	const heaps = new Map<number, Heap>();
	for (let paper = 0; paper < leaf.length; paper++) {
		const id = leaf[paper] as number;
		let heap = heaps.get(id);
		if (!heap) heaps.set(id, (heap = { grid: new DensityGrid(), papers: 0 }));
		heap.papers++;
		heap.grid.add((x[paper] as number) / positionSteps, (y[paper] as number) / positionSteps);
	}
	return heaps;
}

/**
 * Where the papers of each group lie, the largest group first, for several groupings.
 * @param groupings group of each leaf, -1 for none
 */
export function groupCentres(
	positions: Pick<Positions, 'x' | 'y' | 'leaf'>,
	groupings: readonly { readonly groupOfLeaf: readonly number[] }[]
): GroupCentre[][] {
	const leaves = heapsOfLeaves(positions);
	return groupings.map(({ groupOfLeaf }) => {
		const groups = new Map<number, Heap>();
		for (const [leaf, heap] of leaves) {
			const id = groupOfLeaf[leaf] ?? -1;
			if (id >= 0) put(groups, id, heap);
		}
		const heaps = [...groups.values()];
		return [...groups]
			.map(([id, { grid, papers }]) => {
				const [[x, y], ...more] = grid.centres(mostPlaces) as [[number, number], ...[number, number][]];
				const others = more.filter((place) =>
					heaps.every((other) => other.grid === grid || other.grid.near(place) < grid.near(place))
				);
				return { id, x, y, others, reach: grid.reach(most), papers };
			})
			.sort((a, b) => b.papers - a.papers || a.id - b.id);
	});
}
