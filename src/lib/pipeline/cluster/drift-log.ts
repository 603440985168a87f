import type { Matrix } from '../model.ts';

/** How far centroids have moved, added up from move to move. */
export class DriftLog {
	/** Moves so far. */
	moves = 0;
	readonly #k: number;
	/** After each move: the way of each centroid, and that of the one that moved most in every move. */
	readonly #ways: Float64Array[];

	constructor(k: number) {
		this.#k = k;
		this.#ways = [new Float64Array(k + 1)];
	}

	add({ columns, data: before }: Matrix, { data }: Matrix): void {
		const ways = (this.#ways[this.moves++] as Float64Array).slice();
		let most = 0;
		for (let c = 0; c < this.#k; c++) {
			let sum = 0;
			for (let at = c * columns; at < (c + 1) * columns; at++) {
				const moved = (data[at] as number) - (before[at] as number);
				sum += moved * moved;
			}
			const way = Math.sqrt(sum);
			ways[c] = (ways[c] as number) + way;
			if (way > most) most = way;
		}
		ways[this.#k] = (ways[this.#k] as number) + most;
		this.#ways.push(ways);
	}

	/** After the last move: the sum of the ways of each centroid, and last the sum of each move's longest way. */
	get ways(): Float64Array {
		return this.waysAt(this.moves);
	}

	waysAt(move: number): Float64Array {
		return this.#ways[move] as Float64Array;
	}
}
