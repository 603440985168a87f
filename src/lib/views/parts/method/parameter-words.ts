import type { Parameter } from '../../../dataset/manifest.ts';

/** A parameter as people read it; entries of a list that have commas of their own are parted by semicolons. */
export function parameterWords(value: Parameter): string {
	if (typeof value !== 'object') return String(value);
	return value.join(value.some((entry) => entry.includes(',')) ? '; ' : ', ') || 'none';
}
