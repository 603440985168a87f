/** Observations in the order of time. */
export interface Series {
	/** Whole numbers, ascending, without repetition: places on an axis, of which some may be missing. */
	readonly times: readonly number[];
	readonly values: readonly number[];
}
