import { spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';

import { checksumsFile } from '../dataset/checksums.ts';
import { CommandError } from '../errors.ts';
import { projectRoot } from '../root.ts';
import { packPage } from './pack-page.ts';
import { hashOfSources, readStamp, writeStamp } from './stamp.ts';

/** What the pages can be built as; `PAGE_KIND` in `src/app.d.ts` tells the kinds. */
export type PageKind = 'site' | 'package' | 'file';

/** Where the pages of a kind are built to, as `svelte.config.js` has it. */
export const pageFolders: Readonly<Record<PageKind, string>> = {
	site: join(projectRoot, 'build'),
	package: join(projectRoot, 'dist/page'),
	file: join(projectRoot, '.svelte-kit/file-page')
};

/** Where the others have the page that is one file, to be filled. */
export const templateFile = 'one-file/template.html';
const index = (kind: PageKind) => join(pageFolders[kind], 'index.html');
/** Everything that a site depends on beside the dataset and the engine, which bring checksums of their own. */
const sources = [
	'src/lib',
	'src/cli/site/pack-page.ts',
	'src/service-worker',
	'src/routes',
	'src/app.html',
	'src/hooks.client.ts',
	'src/hooks.server.ts',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json'
];

const isOurs = (name: string) => name !== 'dataset' && !name.includes('.tmp-');
const generated = ['engine', dirname(templateFile)];

/** Static files beside the generated ones. */
const staticFiles = () =>
	readdirSync(join(projectRoot, 'static'))
		.filter((name) => isOurs(name) && !generated.includes(name))
		.map((name) => `static/${name}`);

const checksums = (folder: string) => {
	const path = join(folder, 'dataset', checksumsFile);
	return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

/** What finished pages are recognised by: their sources, and when they were written, should something else write them. */
function currentStamp(kind: PageKind): string {
	return `${hashOfSources([...sources, ...staticFiles()])} ${statSync(index(kind)).mtimeMs}`;
}

function isCurrent(kind: PageKind): boolean {
	if (!existsSync(index(kind)) || readStamp(kind) !== currentStamp(kind)) return false;
	return kind !== 'site' || checksums(pageFolders.site) === checksums(join(projectRoot, 'static'));
}

/** Puts the static files in place for pages that have no dataset of their own. */
function prepareAssets(): void {
	const folder = join(projectRoot, '.svelte-kit/package-assets');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(join(projectRoot, 'static')).filter(isOurs)) {
		cpSync(join(projectRoot, 'static', name), join(folder, name), { recursive: true });
	}
}

/**
 * Runs a tool for pages of a kind.
 * @throws CommandError with what it printed when it failed
 */
async function runTool(script: string, args: readonly string[], kind: PageKind, signal: AbortSignal) {
	const child = spawn(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
		cwd: projectRoot,
		env: { ...process.env, NO_COLOR: '1', CORPUSCOPE_PAGE: kind },
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
	if (code === 0) return;
	throw new CommandError(`${output}\nBuilding the site failed (${script} ended with ${code}).`);
}

/** The settings of TypeScript extend what is generated for the site, whatever is built first. */
async function requireSettings(signal: AbortSignal): Promise<void> {
	if (existsSync(join(projectRoot, '.svelte-kit/tsconfig.json'))) return;
	await runTool('@sveltejs/kit/svelte-kit.js', ['sync'], 'site', signal);
}

/** Builds the page that is one file and puts it among the static files of the others. */
async function prepareTemplate(signal: AbortSignal): Promise<void> {
	await buildPages('file', signal);
	const target = join(projectRoot, 'static', templateFile);
	mkdirSync(dirname(target), { recursive: true });
	cpSync(index('file'), target);
}

/** A script that ended early would let what follows it onto the page. */
function requireClosedScripts(html: string): void {
	const count = (tag: RegExp) => html.match(tag)?.length ?? 0;
	if (count(/<script\b/gi) !== count(/<\/script/gi))
		throw new CommandError('A script of the page holds the tag that ends it. Write it in two parts.');
}

async function packTemplate(): Promise<void> {
	const html = readFileSync(index('file'), 'utf8');
	requireClosedScripts(html);
	writeFileSync(index('file'), await packPage(html));
}

const said: Readonly<Record<PageKind, string>> = {
	site: 'Building the site ...',
	package: 'Building the page ...',
	file: 'Building the page that is one file ...'
};

/** Builds pages unless those at hand were made from the same sources and dataset. */
export async function buildPages(kind: PageKind, signal: AbortSignal): Promise<void> {
	if (isCurrent(kind)) return;
	if (kind !== 'file') await prepareTemplate(signal);
	if (kind === 'package') prepareAssets();
	console.log(said[kind]);
	await requireSettings(signal);
	await runTool('vite/bin/vite.js', ['build'], kind, signal);
	if (kind === 'file') await packTemplate();
	writeStamp(kind, currentStamp(kind));
}
