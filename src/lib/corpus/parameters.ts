import type { Parameter } from '../dataset/manifest.ts';
import type { CorpusOptions } from './open.ts';

/** The reading options that change the result, defaults included, as a manifest states them. */
export function corpusParameters(options: CorpusOptions): Record<string, Parameter> {
	const { format = 'auto', keepDuplicates = false, year } = options;
	return { format, keepDuplicates, ...(year === undefined ? {} : { year }) };
}
