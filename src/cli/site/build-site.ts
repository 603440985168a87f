import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { checksumsFile } from '../dataset/checksums.ts';
import { CommandError } from '../errors.ts';
import { projectRoot } from '../root.ts';
import { hashOfSources, readStamp, writeStamp } from './stamp.ts';

export const siteFolder = join(projectRoot, 'build');
const index = join(siteFolder, 'index.html');
const stamp = 'site';
/** Everything that a site depends on beside the dataset and the engine, which bring checksums of their own. */
const sources = [
	'src/lib',
	'src/service-worker',
	'src/routes',
	'src/app.html',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json'
];

/** Static files beside the generated ones. */
const staticFiles = () =>
	readdirSync(join(projectRoot, 'static'))
		.filter((name) => name !== 'dataset' && name !== 'engine' && !name.includes('.tmp-'))
		.map((name) => `static/${name}`);

const checksums = (folder: string) => {
	const path = join(folder, 'dataset', checksumsFile);
	return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

/** What a finished site is recognised by: its sources, and when it was written, should something else write it. */
function currentStamp(): string {
	return `${hashOfSources([...sources, ...staticFiles()])} ${statSync(index).mtimeMs}`;
}

function isCurrent(): boolean {
	if (!existsSync(index) || readStamp(stamp) !== currentStamp()) return false;
	return checksums(siteFolder) === checksums(join(projectRoot, 'static'));
}

/** Runs vite and gives what it printed, which only matters when it failed. */
async function viteBuild(signal: AbortSignal): Promise<{ code: number | null; output: string }> {
	const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
	const child = spawn(process.execPath, [vite, 'build'], {
		cwd: projectRoot,
		env: { ...process.env, NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
		signal
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', (error) => reject(signal.aborted ? signal.reason : error));
		child.on('close', resolve);
	});
	return { code, output };
}

/** Builds the site unless the one at hand was made from the same sources and dataset. */
export async function buildSite(signal: AbortSignal): Promise<void> {
	if (isCurrent()) return;
	console.log('Building the site ...');
	const { code, output } = await viteBuild(signal);
	if (code !== 0) throw new CommandError(`${output}\nBuilding the site failed (vite ended with ${code}).`);
	writeStamp(stamp, currentStamp());
}
