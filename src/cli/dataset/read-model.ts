import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { checksumsEntry, parseChecksums } from '../../lib/archive/entry-name.ts';
import { asError } from '../../lib/base/as-error.ts';
import type { ThemeModel } from '../../lib/pipeline/model.ts';
import { parseModel } from '../../lib/pipeline/serialise.ts';
import { CommandError } from '../errors.ts';

/**
 * Makes sure that the files of a model are as they were written, where a list says how.
 * @throws Error otherwise
 */
function verify(from: string, files: ReadonlyMap<string, Uint8Array>): void {
	const list = join(dirname(from), checksumsEntry);
	if (!existsSync(list)) return;
	const wanted = parseChecksums(readFileSync(list, 'utf8'));
	for (const [name, bytes] of files) {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		if (wanted.get(`model/${name}`) !== sha256) throw new Error(`${name} was changed after it was written.`);
	}
}

/**
 * The model in a folder, or in the folder `model` of a dataset.
 * @throws CommandError where there is none that this program reads
 */
export function readModel(folder: string): ThemeModel {
	const inside = join(folder, 'model');
	const from = existsSync(inside) ? inside : folder;
	if (!existsSync(join(from, 'model.json'))) {
		throw new CommandError(`${folder} holds no model. Name a dataset's folder, or the folder model in it.`);
	}
	try {
		const read = (name: string) => [name, new Uint8Array(readFileSync(join(from, name)))] as const;
		const files = new Map(readdirSync(from).map(read));
		verify(from, files);
		return parseModel(files);
	} catch (error) {
		const reason = asError(error).message;
		throw new CommandError(`The model in ${folder} cannot be read: ${reason} Build its dataset again.`);
	}
}
