import type { Assignment, ThemeModel } from '../model.ts';

/** Share of the model's own papers that fit worse than its thresholds. */
export const usualDrift = 0.05;

/** How well papers fit the themes of a model. */
export interface Drift {
	papers: number;
	/** Share of the papers whose similarity lies below the 5th percentile of their theme's, 0 to 1; about 0.05 for the papers that the model was fitted on. */
	share: number;
	/** The same for each published theme, in the order of `defaultThemes`. */
	themes: { themeId: number; papers: number; share: number }[];
}

/** Counts papers that fit badly while they stream by. */
export class DriftCounter {
	readonly #model: ThemeModel;
	readonly #papers: Int32Array;
	readonly #below: Int32Array;
	readonly #rowOf: ReadonlyMap<number, number>;

	constructor(model: ThemeModel) {
		this.#model = model;
		this.#papers = new Int32Array(model.defaultThemes.length);
		this.#below = new Int32Array(model.defaultThemes.length);
		this.#rowOf = new Map(model.defaultThemes.map((id, row) => [id, row]));
	}

	add({ themeId, similarity }: Pick<Assignment, 'themeId' | 'similarity'>): void {
		for (let paper = 0; paper < themeId.length; paper++) {
			const row = this.#rowOf.get(themeId[paper] as number) as number;
			this.#papers[row] = (this.#papers[row] as number) + 1;
			if ((similarity[paper] as number) >= (this.#model.similarityP05[row] as number)) continue;
			this.#below[row] = (this.#below[row] as number) + 1;
		}
	}

	report(): Drift {
		const share = (below: number, papers: number) => (papers === 0 ? 0 : below / papers);
		const sum = (counts: Int32Array) => counts.reduce((all, count) => all + count, 0);
		return {
			papers: sum(this.#papers),
			share: share(sum(this.#below), sum(this.#papers)),
			themes: this.#model.defaultThemes.map((themeId, row) => ({
				themeId,
				papers: this.#papers[row] as number,
				share: share(this.#below[row] as number, this.#papers[row] as number)
			}))
		};
	}
}
