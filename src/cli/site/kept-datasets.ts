import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { schemaVersion } from '../../lib/dataset/schema.ts';
import { checksumsFile, sha256OfFile } from '../dataset/checksums.ts';
import { readManifest } from '../dataset/read.ts';
import { CommandError, inWords } from '../errors.ts';
import type { WantedBuild } from '../input/build-options.ts';
import { distinctNames } from '../input/file-source.ts';

/** Days after which a dataset that nobody has opened goes. */
const daysKept = 60;

/** Where this user's programs keep what they can make anew. */
export function cacheFolder(env = process.env, platform = process.platform): string {
	if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'corpuscope');
	if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'corpuscope');
	if (platform === 'win32') {
		return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'corpuscope', 'Cache');
	}
	return join(homedir(), '.cache', 'corpuscope');
}

/** What tells one version of this program from another, also where its number is the same. */
function hashOfProgram(): string {
	const folder = dirname(fileURLToPath(import.meta.url));
	const hash = createHash('sha256');
	for (const name of readdirSync(folder)
		.filter((file) => file.endsWith('.js'))
		.sort()) {
		hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
	}
	return hash.digest('hex');
}

/**
 * The folder in the user's cache that belongs to papers and options; it need not be there. The same files and options
 * have the same folder, whatever the files' place and time.
 */
export async function keptPlace(
	paths: readonly string[],
	{ corpus, job, strict }: WantedBuild,
	env: NodeJS.ProcessEnv = process.env,
	platform: NodeJS.Platform = process.platform
): Promise<string> {
	const names = distinctNames(paths);
	const files: (readonly [string | undefined, string])[] = [];
	for (const [index, path] of paths.entries()) files.push([names[index], await sha256OfFile(path)]);
	const made = JSON.stringify([hashOfProgram(), schemaVersion, corpus, job.options, strict, files]);
	const key = createHash('sha256').update(made).digest('hex').slice(0, 32);
	return join(cacheFolder(env, platform), 'datasets', key);
}

/** Whether a dataset stands there whole. */
export function isKept(folder: string): boolean {
	if (!existsSync(join(folder, checksumsFile))) return false;
	try {
		return readManifest(folder).files.every(({ file }) => existsSync(join(folder, file)));
	} catch {
		return false;
	}
}

/**
 * Makes the folder that kept datasets lie in, for this user alone.
 * @throws CommandError where it may not be made
 */
export function makeRoom(folder: string): void {
	try {
		mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
	} catch (error) {
		throw new CommandError(`${inWords(error)} XDG_CACHE_HOME names another place for what is kept.`);
	}
}

/** Notes that a dataset was opened, and removes those that nobody has opened for a long time. */
export function noteOpened(folder: string, now = new Date()): void {
	utimesSync(folder, now, now);
	const oldest = now.getTime() - daysKept * 24 * 3600 * 1000;
	for (const name of readdirSync(dirname(folder)).filter((entry) => /^[0-9a-f]{32}$/.test(entry))) {
		const path = join(dirname(folder), name);
		if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) {
			rmSync(path, { recursive: true, force: true });
		}
	}
}
