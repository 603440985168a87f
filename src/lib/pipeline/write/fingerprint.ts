import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Parameter } from '../../dataset/manifest.ts';
import { schemaVersion } from '../../dataset/schema.ts';
import type { InputAccount } from '../../dataset/account.ts';
import { generator } from '../../dataset/version.ts';
import type { PipelineOptions } from '../options.ts';

/** Every option that changes the result, by name. */
export function parametersOf(
	options: PipelineOptions,
	corpus: Readonly<Record<string, Parameter>>
): Record<string, Parameter> {
	const all: [string, Parameter][] = Object.entries({ ...options, ...corpus });
	return Object.fromEntries(all.filter(([name]) => name !== 'seed').sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** 16 hexadecimal digits that tell datasets apart: of what went in, how, and by which version. */
export function fingerprintOf(
	inputs: readonly InputAccount[],
	parameters: Record<string, Parameter>,
	seed: number
): string {
	const facts = [
		generator,
		schemaVersion,
		inputs.map(({ sha256: hash, format }) => [hash, format]),
		parameters,
		seed
	];
	return bytesToHex(sha256(utf8ToBytes(JSON.stringify(facts)))).slice(0, 16);
}
