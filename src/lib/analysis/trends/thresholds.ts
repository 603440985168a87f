/**
 * Every number that decides what is said. A calibration sets those of `certainty`; it may pass others to
 * `trendFindings`.
 */
export const thresholds = {
	window: {
		/** Papers that a period must have to be tested. */
		papers: 20,
		/** Share of the periods of a dense stretch that have so many. */
		dense: 0.95,
		/** Share of the dated papers that the stretch of a unit must hold for the unit to be taken at once. */
		holds: 0.9,
		/** Periods below which a finer unit is looked for. */
		few: 12,
		/** Periods below which nothing is tested. */
		fewest: 5,
		most: 60
	},
	joinpoints: {
		/** Tested periods in each segment. */
		segment: 3,
		/** Tested periods for each joinpoint. */
		each: 8,
		most: 3
	},
	/** Papers of a kind in the window below which nothing is said of it. */
	papers: 10,
	/** Adjusted p below which a rise or a fall is called so. */
	certainty: { verySure: 0.001, fairlySure: 0.01 },
	/** How often what is called so is right, at least: the calibration's lower 95 % bounds, rounded down. */
	right: { verySure: 0.98, fairlySure: 0.9 },
	/** p below which an earlier segment is said to have risen or fallen; not adjusted, so lower. */
	before: 0.0001,
	/**
	 * A share is steady where its change lies within the larger of so many points and this part of the share, by the
	 * p of one that does not. However sure its sign, a change is neither rise nor fall where it surely lies within
	 * the smaller of the two.
	 */
	steady: { points: 0.5, part: 0.1, verySure: 0.01, fairlySure: 0.15, negligible: 0.05 }
} as const;

/** A number for each of `T`, of any value. */
type Numbers<T> = { readonly [K in keyof T]: T[K] extends number ? number : Numbers<T[K]> };

export type Thresholds = Numbers<typeof thresholds>;
