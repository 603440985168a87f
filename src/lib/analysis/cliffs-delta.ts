export type Magnitude = 'negligible' | 'small' | 'medium' | 'large';

/** How large a Cliff's delta is (Romano et al. 2006): up to .147, .33, .474, and beyond. */
export function magnitudeOfDelta(delta: number): Magnitude {
	const size = Math.abs(delta);
	if (size < 0.147) return 'negligible';
	if (size < 0.33) return 'small';
	return size < 0.474 ? 'medium' : 'large';
}
