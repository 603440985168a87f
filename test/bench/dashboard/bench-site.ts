import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { build } from 'vite';

import { prepareEngine } from '../../../src/cli/site/prepare-engine.ts';

/** What a site is built from beside its dataset. */
const sources = ['src', 'test', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json'];
const statics = ['404.html', 'favicon.svg', 'engine'];

function viteBuild(cwd: string): Promise<void> {
	const vite = resolve('node_modules/vite/bin/vite.js');
	const child = spawn(process.execPath, [vite, 'build'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	return new Promise((done, fail) => {
		child.on('error', fail);
		child.on('close', (code) =>
			code === 0 ? done() : fail(new Error(`vite ended with ${code}\n${errors}`))
		);
	});
}

/** The page that runs the queries alone, below `bench/`. */
async function buildQueryPage(folder: string, site: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'error',
		base: './',
		root: join(folder, 'test/bench/dashboard'),
		build: { outDir: join(site, 'bench'), target: 'es2022' }
	});
}

/**
 * Builds the site of a dataset in a folder of its own, so that the one of the project stays as it is.
 * @returns the folder to serve; the dataset is linked into it and not copied
 */
export async function buildBenchSite(dataset: string, folder: string): Promise<string> {
	await prepareEngine();
	for (const path of sources) cpSync(path, join(folder, path), { recursive: true });
	for (const name of statics) cpSync(join('static', name), join(folder, 'static', name), { recursive: true });
	mkdirSync(join(folder, 'static/dataset'));
	cpSync(join(dataset, 'manifest.json'), join(folder, 'static/dataset/manifest.json'));
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	await viteBuild(folder);
	const site = join(folder, 'build');
	rmSync(join(site, 'dataset'), { recursive: true });
	symlinkSync(resolve(dataset), join(site, 'dataset'));
	await buildQueryPage(folder, site);
	return site;
}
