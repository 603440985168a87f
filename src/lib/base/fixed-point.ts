const steps = 1 << 24;

/**
 * The nearest multiple of 2^-24. Sums of up to 2^29 of these, each of magnitude 1 at most, are exact, so that they do not
 * depend on the order in which they are added up.
 */
export const fixedPoint = (value: number): number => Math.round(value * steps) / steps;
