import { parseArgs, type ParseArgsConfig } from 'node:util';

import { UsageError } from './errors.ts';

/**
 * `parseArgs` whose complaints are usage errors.
 * @throws UsageError for an option that does not exist, lacks its value or has one too many
 */
export function readArguments<const C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>> {
	try {
		return parseArgs(config);
	} catch (error) {
		const code = (error as { code?: string }).code ?? '';
		if (code.startsWith('ERR_PARSE_ARGS')) throw new UsageError((error as Error).message);
		throw error;
	}
}
