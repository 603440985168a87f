import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { test } from '@playwright/test';

import { startHost } from '../support/static-host.ts';
import { expect, numberOf, watch } from './fixtures.ts';

// What is installed comes from npm's cache where it is there. Everything else is as on a machine with Node alone: an
// empty home, and no clone in sight.
test.describe.configure({ mode: 'serial' });

let folder = '';
let env: NodeJS.ProcessEnv = {};
const running = new Set<ChildProcess>();

const npm = (...args: string[]) => execFileSync('npm', args, { encoding: 'utf8', shell: false });
const bytesBelow = (path: string): number =>
	readdirSync(path, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
		const stats = statSync(join(path, name));
		return stats.isFile() ? sum + stats.size : sum;
	}, 0);

const subjects = [
	['robot arms', 'A robot arm learns a grasping policy from demonstrations with objects on a table.'],
	['protein folding', 'Deep networks predict the structure of folded amino acid chains in a protein.'],
	['peer review', 'Citation counts of journals show a bias of reviewers in peer review of articles.']
];

/** RIS of papers on three subjects, one of whose titles tries to end a script. */
const papers = Array.from({ length: 60 }, (_, index) => {
	const [subject, abstract] = subjects[index % 3] as [string, string];
	const title = index === 7 ? `</script><script>document.title = 'run'</script>` : `Study ${index}`;
	return `TY  - JOUR\nTI  - ${title} on ${subject}\nAB  - ${abstract} Sample ${index}.\nAU  - Berg, A.\nPY  - ${2018 + (index % 6)}\nER  - \n`;
}).join('\n');

/** Runs the line that somebody without a clone types, until it prints an address. */
async function npx(
	tarball: string,
	...args: string[]
): Promise<{ address: string; said: string; stop: () => void }> {
	const child = spawn('npx', ['--yes', '--prefer-offline', `file:../${basename(tarball)}`, ...args], {
		cwd: join(folder, 'work'),
		env,
		detached: true
	});
	running.add(child);
	const stop = () => {
		running.delete(child);
		if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
	};
	let said = '';
	const address = await new Promise<string>((found, lost) => {
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => {
				said += text;
				const [line] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
				if (line !== undefined) found(line);
			});
		}
		child.on('error', lost);
		child.on('close', () => lost(new Error(`ended without an address: ${said}`)));
	});
	return { address, said, stop };
}

let tarball = '';

test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'corpuscope-package-'));
	for (const name of ['home', 'work', 'bin', 'npm']) mkdirSync(join(folder, name));
	const cache = npm('config', 'get', 'cache').trim();
	if (existsSync(join(cache, '_cacache'))) symlinkSync(join(cache, '_cacache'), join(folder, 'npm/_cacache'));
	writeFileSync(join(folder, 'bin/xdg-open'), `#!/bin/sh\necho "$1" > "${folder}/opened"\n`);
	chmodSync(join(folder, 'bin/xdg-open'), 0o755);
	env = {
		PATH: [join(folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
		HOME: join(folder, 'home'),
		npm_config_cache: join(folder, 'npm'),
		npm_config_update_notifier: 'false',
		PORT: '0',
		...(process.env.npm_config_registry ? { npm_config_registry: process.env.npm_config_registry } : {})
	};
	writeFileSync(join(folder, 'work/papers.ris'), papers);
	tarball = npm('pack', '--silent', '--pack-destination', folder).trim().split('\n').at(-1) as string;
});

test.afterAll(() => {
	for (const child of running) if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
	rmSync(folder, { recursive: true, force: true });
});

/** Where npx has put the package. */
function installed(): string {
	const [name = ''] = readdirSync(join(folder, 'npm/_npx'));
	return join(folder, 'npm/_npx', name, 'node_modules');
}

test('one line leads from a file of papers to a page of its themes, on a machine with Node alone', async ({
	page,
	context
}) => {
	test.slow();
	const { address, said, stop } = await npx(tarball, 'papers.ris');
	expect(said).toContain('60 papers');
	if (process.platform === 'linux') {
		await expect
			.poll(() => existsSync(join(folder, 'opened')) && readFileSync(join(folder, 'opened'), 'utf8'))
			.toBe(`${address}\n`);
	}

	const check = await watch(context, address);
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/engine/**', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(address);
	const manifest = (await (await page.request.get(`${address}dataset/manifest.json`)).json()) as {
		themes: { label: string }[];
	};
	// The engine has not arrived: what is drawn comes from the manifest.
	await expect(page.getByRole('main')).toContainText(manifest.themes[0]?.label ?? 'no theme');
	await expect(page.locator('figure svg').first()).toBeVisible();
	release();
	await page.waitForSelector('[role=row][aria-label]');
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('protein');
	await expect(page.getByText('20 of 60 papers').first()).toBeVisible();
	const kept = join(folder, 'home/.cache/corpuscope/datasets');
	const [key = ''] = readdirSync(kept);
	expect(
		await numberOf(`SELECT count(*) FROM t.paper_texts WHERE abstract ILIKE '%protein%'`, join(kept, key))
	).toBe(20);
	await page.goto(`${address}about/`);
	await expect(page.getByRole('main')).toContainText('papers.ris');
	await expect(page).not.toHaveTitle('run');
	check();
	stop();
});

test('the same papers again are not built again, and other options are', async () => {
	const again = await npx(tarball, 'papers.ris', '--no-open');
	expect(again.said).toContain('built before');
	again.stop();
	const other = await npx(tarball, 'papers.ris', '--no-open', '--themes', '3');
	expect(other.said).not.toContain('built before');
	expect(other.said).toContain('Themes: 3');
	other.stop();
});

test('the package is small, and brings nothing but native DuckDB', () => {
	const packages = readdirSync(installed()).flatMap((name) =>
		name.startsWith('@') ? readdirSync(join(installed(), name)).map((below) => `${name}/${below}`) : [name]
	);
	const others = packages.filter((name) => !/^@duckdb\/|^corpuscope$|^\./.test(name));
	expect(others.length).toBeLessThanOrEqual(5);
	expect(bytesBelow(join(installed(), 'corpuscope'))).toBeLessThan(25_000_000);
});

test('the examples run: a program builds a dataset, and a page of one’s own shows a chart of it', async ({
	page
}) => {
	const project = dirname(installed());
	copyFileSync(join(installed(), 'corpuscope/examples/build.mjs'), join(project, 'build.mjs'));
	const output = execFileSync(
		process.execPath,
		['build.mjs', join(folder, 'work/papers.ris'), join(folder, 'dataset')],
		{ cwd: project, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
	);
	expect(output).toMatch(/^60 papers, 0 rejected\n(?:\d+\t.+\n){3}$/);
	// Throws when the declared types do not fit.
	const options = ['--noEmit', '--strict', '--skipLibCheck', '--allowJs', '--checkJs', '--target', 'es2022'];
	const types = ['--module', 'nodenext', '--types', 'node', '--typeRoots', resolve('node_modules/@types')];
	execFileSync(
		process.execPath,
		[resolve('node_modules/typescript/bin/tsc'), ...options, ...types, 'build.mjs'],
		{ cwd: project }
	);

	const { address, stop } = await npx(tarball, 'serve', join(folder, 'dataset'));
	const site = join(folder, 'site');
	mkdirSync(site);
	copyFileSync(join(installed(), 'corpuscope/dist/chart.js'), join(site, 'chart.js'));
	const example = readFileSync(join(installed(), 'corpuscope/examples/chart.html'), 'utf8');
	writeFileSync(join(site, 'index.html'), example.replace('http://localhost:4173/', address));
	const host = await startHost(site, '/');
	await page.goto(host.address);
	const chart = page.frameLocator('corpuscope-chart iframe');
	await expect(chart.locator('figure svg').first()).toBeVisible();
	await expect(chart.locator('footer')).toContainText('papers.ris · 60 papers');
	const heights = () =>
		page.locator('corpuscope-chart iframe').evaluate((frame) => frame.getBoundingClientRect().height);
	await expect.poll(heights).not.toBe(620);
	await page.goto('about:blank');
	await host.close();
	stop();
});

test('a server answers the questions of a page, which then loads neither engine nor tables', async ({
	page
}) => {
	const { address, stop } = await npx(tarball, 'serve', join(folder, 'dataset'), '--answers', 'server');
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
	await page.goto(address);
	await page.waitForSelector('[role=row][aria-label]');
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('protein');
	await expect(page.getByText('20 of 60 papers').first()).toBeVisible();
	await page.goto(`${address}about/`);
	await expect(page.getByRole('main')).toContainText('the server that this page comes from answers');
	expect(loaded.filter((path) => /\.duckdb$|\/engine\//.test(path))).toEqual([]);
	expect(loaded).toContain('/dataset/ask');
	stop();
});
