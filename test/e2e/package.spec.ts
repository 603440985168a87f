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

import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import { dailyService } from '../support/services/daily-papers.ts';
import { playService } from '../support/services/server.ts';
import { startHost } from '../support/static-host.ts';
import { dailyItemOnSubject, risOnSubjects } from '../support/three-subjects.ts';
import { readWorkflow, runWorkflow } from '../support/workflow.ts';
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

const papers = risOnSubjects(60);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Runs the line that somebody without a clone types, until it prints an address. */
async function npx(
	tarball: string,
	...args: string[]
): Promise<{ address: string; said: () => string; stop: () => void }> {
	const child = spawn('npx', ['--yes', '--prefer-offline', `file:../${basename(tarball)}`, ...args], {
		cwd: join(folder, 'work'),
		env,
		detached: true
	});
	running.add(child);
	const stop = () => {
		running.delete(child);
		if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
			process.kill(-child.pid, 'SIGTERM');
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
	// Of what it tells beside the address, some may come later.
	return { address, said: () => said, stop };
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
	const { address, said, stop } = await npx(tarball, 'papers.ris');
	await expect.poll(said).toContain('60 papers');
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
	await expect.poll(again.said).toContain('built before');
	again.stop();
	const other = await npx(tarball, 'papers.ris', '--no-open', '--themes', '3');
	await expect.poll(other.said).toContain('Themes: 3');
	expect(other.said()).not.toContain('built before');
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

test('the example of a site that renews itself adds each week to the published site, and a failed run publishes nothing', async ({
	page
}) => {
	const weeks = { '2026-03-02': range(0, 40), '2026-03-09': range(30, 70), '2026-03-16': range(70, 80) };
	const days = Object.entries(weeks).map(([day, numbers]) => [day, numbers.map(dailyItemOnSubject)] as const);
	let refuses = false;
	const play = dailyService(Object.fromEntries(days));
	const service = await playService((url) => (refuses ? { status: 404, body: '' } : play(url)));
	const [origin, work] = [join(folder, 'origin.git'), join(folder, 'renewed')];
	const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
	const onSite = (...args: string[]) => git('--git-dir', origin, ...args);
	git('init', '--quiet', '--bare', origin);

	const workflow = readWorkflow(join(installed(), 'corpuscope/examples/renewing-site/workflow.yml'));
	const renew = async (until: string) => {
		rmSync(work, { recursive: true, force: true });
		git('clone', '--quiet', origin, work);
		copyFileSync(join(folder, tarball), join(work, tarball));
		const what = `daily-papers --base-url ${service.base}`;
		const said = { WHAT: what, FIRST_DAY: '2026-02-27', LAST_DAY: until, CORPUSCOPE_CLOCK_SPEED: '1000' };
		return runWorkflow(workflow, { cwd: work, env: { ...env, npm_config_prefer_offline: 'true', ...said } });
	};
	const counts = () =>
		(JSON.parse(onSite('show', 'site:dataset/manifest.json')) as Pick<Manifest, 'counts'>).counts;

	expect(await renew('2026-03-02')).toMatchObject({ failed: null });
	expect(counts()).toMatchObject({ papers: 40, duplicates: 0 });
	const second = await renew('2026-03-09');
	expect(second).toMatchObject({ failed: null });
	expect(second.said).toContain('Drift: ');
	// The last day of the first run is asked for again.
	expect(counts()).toMatchObject({ papers: 70, duplicates: 40 });
	const published = onSite('rev-parse', 'site');
	refuses = true;
	expect((await renew('2026-03-16')).failed).toMatch(/^Fetch the papers/);
	expect(onSite('rev-parse', 'site')).toBe(published);
	refuses = false;
	expect(await renew('2026-03-16')).toMatchObject({ failed: null });
	expect(counts().papers).toBe(80);
	expect(onSite('rev-list', '--count', 'site')).toBe('1');
	service.close();

	const site = join(folder, 'renewed-site');
	git('clone', '--quiet', '--branch', 'site', origin, site);
	const host = await startHost(site, '/a/b/');
	await page.goto(host.address);
	await page.waitForSelector('[role=row][aria-label]');
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('protein');
	await expect(page.getByText('27 of 80 papers').first()).toBeVisible();
	await host.close();
});
