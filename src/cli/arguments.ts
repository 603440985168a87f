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
