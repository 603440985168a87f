const kept = 5;

export interface Candidate {
	paperId: number;
	score: number;
}

/** The papers most like each node, while papers stream by; ties go to the earlier paper. */
export class Representatives {
	readonly #best: Candidate[][];

	constructor(nodes: number) {
		this.#best = Array.from({ length: nodes }, () => []);
	}

	/** Offers a paper to a node; papers must come in ascending order. */
	offer(node: number, paperId: number, score: number): void {
		const best = this.#best[node];
		if (!best || (best.length === kept && score <= (best.at(-1)?.score ?? 0))) return;
		let at = best.length;
		while (at > 0 && score > (best[at - 1]?.score ?? 0)) at--;
		best.splice(at, 0, { paperId, score });
		if (best.length > kept) best.pop();
	}

	/** Of each node the best papers, best first. */
	state(): readonly (readonly Candidate[])[] {
		return this.#best;
	}

	/** Adds what was found among later papers. */
	addState(state: readonly (readonly Candidate[])[]): void {
		state.forEach((best, node) => best.forEach(({ paperId, score }) => this.offer(node, paperId, score)));
	}

	/** Paper ids of a node, best first. */
	of(node: number): number[] {
		return (this.#best[node] ?? []).map(({ paperId }) => paperId);
	}
}
