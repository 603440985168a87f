// Plain JavaScript, because `npm test` runs it right after installing: every check and every test, then true totals.
// `npm test -- --changed` runs what the work since the last commit touches; `--changed=main` since another state.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBrowser } from './support/browser.mjs';
import { sparkLacks } from './spark/lacks.mjs';
import {
	failuresAtEnd,
	playwrightFailures,
	playwrightTotals,
	sum,
	vitestFailures,
	vitestTotals
} from './support/totals.mjs';

const reports = mkdtempSync(join(tmpdir(), 'corpuscope-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const env = { ...process.env, CI: '1', FORCE_COLOR: '0' };
// The tests are about the embedded corpus, whatever the user is looking at.
delete env.CORPUSCOPE_DATASET;

function command(script, args, extra = {}) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [script, ...args], { env: { ...env, ...extra } });
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text) => (output += text));
		child.on('error', (error) => resolve({ code: 1, output: String(error) }));
		child.on('close', (code) => resolve({ code, output }));
	});
}

function freePort() {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(String(port)));
		});
	});
}

const report = (name) => {
	const path = join(reports, name);
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
};

/** All that has failed, for the end of the run. */
const failures = [];

/**
 * Runs a step, prints how it went, and its output when it went wrong.
 * @param list tells the failures one by one; where it knows of none, the end of the output is taken for one
 */
async function step(name, run, count, list = () => []) {
	const start = performance.now();
	const { code, output } = await run();
	const totals = count(code);
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	if (code !== 0 || totals.failed > 0) {
		console.log(output);
		const listed = list();
		const end = output.trimEnd().split('\n').slice(-60).join('\n');
		failures.push(...(listed.length > 0 ? listed : [{ name, message: end }]));
	}
	const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
	console.log(`${name}: ${totals.passed} passed, ${totals.failed} failed${skipped} (${seconds} s)`);
	return totals;
}

/** A check counts as one test. */
const asOne = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
const check = (name, script, ...args) => step(name, () => command(script, args), asOne);

const kit = 'node_modules/@sveltejs/kit/svelte-kit.js';
const run = 'src/cli/run.mjs';
const playwright = 'node_modules/@playwright/test/cli.js';

async function vitest(name, which = []) {
	const file = join(reports, 'vitest.json');
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...which];
	return step(
		name,
		() => command('node_modules/vitest/vitest.mjs', args),
		(code) => vitestTotals(report('vitest.json'), code),
		() => vitestFailures(report('vitest.json'))
	);
}

async function endToEnd(specs = []) {
	const extra = {
		E2E_PORT: await freePort(),
		PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json')
	};
	return step(
		'end-to-end tests',
		() => command(playwright, ['test', '--reporter=list,json', ...specs], extra),
		(code) => playwrightTotals(report('playwright.json'), code),
		() => playwrightFailures(report('playwright.json'))
	);
}

/** Builds on Spark, where there are Java and Python. */
async function spark() {
	const lacking = sparkLacks();
	if (lacking === null) return vitest('Spark tests', ['--project=spark']);
	console.log(`Spark tests: not run. ${lacking}`);
	return { passed: 0, failed: 0, skipped: 0 };
}

/** Lint takes as long as the other two. */
async function checks() {
	const lint = check('lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0');
	const types = await check('types', 'node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings');
	return [types, await check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'), await lint];
}

/** Site and page are built while types are checked; what runs Chromium has the machine to itself. */
async function all() {
	const missing = ensureBrowser();
	const prepared = [
		await check('site preparation', run, 'prepare'),
		await check('generated types', kit, 'sync')
	];
	const builds = async () => {
		const site = await check('site build', run, 'start', '--build-only');
		return [site, await check('package page build', run, 'package')];
	};
	const [checked, [site, page]] = await Promise.all([checks(), builds()]);
	const tested = await vitest(
		'unit, SQL and component tests',
		['unit', 'sql', 'component'].map((name) => `--project=${name}`)
	);
	const spread = await spark();
	if (missing !== null) console.log(missing);
	const driven = site.failed + page.failed > 0 ? { passed: 0, failed: 1, skipped: 0 } : await endToEnd();
	return sum([...prepared, ...checked, site, page, tested, spread, driven]);
}

const option = process.argv.find((argument) => /^--changed(?:=|$)/.test(argument));

/** Files that differ from a state of the repository, new ones included and deleted ones left out. */
function changedSince(state) {
	const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
	const files = [...git('diff', '--name-only', state), ...git('ls-files', '--others', '--exclude-standard')];
	return [...new Set(files)].filter((file) => existsSync(file));
}

/** Types of everything, since they reach far; lint, format and tests of what changed and of what depends on it. */
async function changed(state) {
	const files = changedSince(state);
	const linted = files.filter((file) => /\.(?:ts|js|mjs|svelte)$/.test(file));
	const specs = files.filter((file) => /^test\/e2e\/.*\.spec\.ts$/.test(file));
	const prepared = [await check('generated types', kit, 'sync')];
	const types = check('types', 'node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings');
	const style = [];
	if (linted.length > 0)
		style.push(await check('lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...linted));
	if (files.length > 0)
		style.push(
			await check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...files)
		);
	const tested = await vitest('unit and SQL tests of the change', [
		'--project=unit',
		'--project=sql',
		`--changed=${state}`,
		'--passWithNoTests'
	]);
	const driven = specs.length > 0 ? [await endToEnd(specs)] : [];
	return sum([...prepared, await types, ...style, tested, ...driven]);
}

const { passed, failed, skipped } = option ? await changed(option.split('=')[1] ?? 'HEAD') : await all();
process.exitCode = failed === 0 ? 0 : 1;
if (failures.length > 0) console.log(`\n${failuresAtEnd(failures)}\n`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
