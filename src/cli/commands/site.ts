import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { manifestEntry } from '../../lib/archive/entry-name.ts';
import { datasetFolder } from '../archive/unpack.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readManifest } from '../dataset/read.ts';
import { swapFolder } from '../dataset/swap.ts';
import { CommandError, UsageError } from '../errors.ts';
import { refuseDangling, refuseOverwriting } from '../output-place.ts';
import { pageFolder } from '../site/pages.ts';
import { counted } from '../terminal/numbers.ts';
import { say } from '../terminal/print.ts';

const usage = `corpuscope site DATASET --out FOLDER

Writes a dataset (a folder, or a .corpuscope.zip) and the page that shows it as one folder for any static host, under
any path. A site that is already there is replaced when the new one is complete.

  --out FOLDER   where the site goes
  --help         this text`;

/**
 * Makes sure that a site may take the place of what is at a path: nothing, an empty folder, or another site.
 * @throws CommandError otherwise, because replacing would delete what is there
 */
function requireSitePlace(path: string): void {
	refuseDangling(path);
	if (!existsSync(path)) return;
	if (!statSync(path).isDirectory()) throw new CommandError(`${path} is a file. Name a folder with --out.`);
	const isSite = ['index.html', join('dataset', manifestEntry)].every((name) => existsSync(join(path, name)));
	if (!isSite && readdirSync(path).length > 0)
		throw new CommandError(`${path} is no site and would be deleted. Name another folder with --out.`);
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const options = { out: { type: 'string' } } as const;
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	const [path] = positionals;
	if (path === undefined || positionals.length > 1)
		throw new UsageError(`site needs one dataset.\n\n${usage}`);
	if (values.out === undefined) throw new UsageError(`site needs --out FOLDER.\n\n${usage}`);
	const out = resolve(values.out);
	refuseOverwriting([out], [path]);
	requireSitePlace(out);
	const dataset = await datasetFolder(path, signal);
	const { counts } = readManifest(dataset);
	const page = await pageFolder(signal);
	const fill = async (folder: string) => {
		await cp(page, folder, { recursive: true });
		await cp(dataset, join(folder, 'dataset'), { recursive: true });
		// Hosts that run Jekyll leave out what begins with an underscore, unless this file is there.
		await writeFile(join(folder, '.nojekyll'), '');
	};
	await swapFolder(out, fill, signal);
	say(`A site of ${counted(counts.papers, 'paper')} in ${out}`);
}

/** A dataset and its page as files for a static host. */
export const site: Command = { usage, run };
