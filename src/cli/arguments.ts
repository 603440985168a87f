import { parseArgs, type ParseArgsConfig } from 'node:util';

import { UsageError } from './errors.ts';

/** Options that name a place. What an unset variable leaves of them would be the working folder. */
const places = ['out', 'report', 'dataset', 'model', 'stop-words', 'synonyms', 'exclude'];

function refuseEmptyPaths(values: Readonly<Record<string, unknown>>): void {
	const empty = places.find((name) => [values[name]].flat().includes(''));
	if (empty !== undefined) throw new UsageError(`--${empty} is empty; write a name behind it.`);
}

/**
 * `parseArgs` whose complaints are usage errors.
 * @throws UsageError for an option that does not exist, lacks its value or has one too many, and for an empty place
 */
export function readArguments<const C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>> {
	try {
		const read = parseArgs(config);
		refuseEmptyPaths(read.values);
		return read;
	} catch (error) {
		const code = (error as { code?: string }).code ?? '';
		if (code.startsWith('ERR_PARSE_ARGS')) throw new UsageError((error as Error).message);
		throw error;
	}
}

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
