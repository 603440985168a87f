import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { asError } from '../../lib/dataset/as-error.ts';
import type { ThemeModel } from '../../lib/pipeline/model.ts';
import { parseModel } from '../../lib/pipeline/serialise.ts';
import { CommandError } from '../errors.ts';

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
		return parseModel(new Map(readdirSync(from).map(read)));
	} catch (error) {
		const reason = asError(error).message;
		throw new CommandError(`The model in ${folder} cannot be read: ${reason} Build its dataset again.`);
	}
}
