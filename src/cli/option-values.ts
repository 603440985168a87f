import { UsageError } from './errors.ts';

/** @throws UsageError unless the text is a whole number within the bounds, which are part of them */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
	throw new UsageError(`--${option} is "${text}"; it must be a whole number from ${least} to ${most}.`);
}

/** @throws UsageError unless the text is one of the allowed ones */
export function oneOf<const T extends string>(option: string, text: string, allowed: readonly T[]): T {
	const found = allowed.find((candidate) => candidate === text);
	if (found !== undefined) return found;
	throw new UsageError(`--${option} is "${text}"; it must be one of ${allowed.join(', ')}.`);
}
