// Plain JavaScript, because test/run.mjs is: counts tests from what the runners report.

/** Totals of several steps. */
export function sum(all) {
	const add = (name) => all.reduce((total, step) => total + step[name], 0);
	return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** A runner that failed without a failed test (it crashed, or a file did not load) counts as one failure. */
function honest(totals, code) {
	return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] } | null} report of vitest's
 *   JSON reporter, or null when it wrote none
 * @param {number | null} code with which vitest ended
 */
export function vitestTotals(report, code) {
	if (report === null) return { passed: 0, failed: 1, skipped: 0 };
	const totals = { passed: 0, failed: 0, skipped: 0 };
	for (const { status, assertionResults } of report.testResults) {
		if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')) totals.failed++;
		for (const test of assertionResults) {
			if (test.status === 'passed') totals.passed++;
			else if (test.status === 'failed') totals.failed++;
			else totals.skipped++;
		}
	}
	return honest(totals, code);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | null}
 *   report of Playwright's JSON reporter, or null when it wrote none
 * @param {number | null} code with which Playwright ended
 */
export function playwrightTotals(report, code) {
	if (report === null) return { passed: 0, failed: 1, skipped: 0 };
	const { expected, unexpected, flaky, skipped } = report.stats;
	return honest({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/** @typedef {{ name: string, message: string }} Failure */

/** Control sequences that colour a terminal. */
// eslint-disable-next-line no-control-regex -- they begin with one
const colours = /\u001b\[[\d;]*m/g;

/**
 * Tests that failed, and files that did not load.
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string,
 *   fullName: string, failureMessages?: string[] }[] }[] } | null} report of vitest's JSON reporter, if it wrote one
 * @returns {Failure[]}
 */
export function vitestFailures(report) {
	return (report?.testResults ?? []).flatMap(({ name, status, message = '', assertionResults }) => {
		const failed = assertionResults
			.filter((test) => test.status === 'failed')
			.map((test) => ({
				name: `${name}: ${test.fullName}`,
				message: (test.failureMessages ?? []).join('\n')
			}));
		return status === 'failed' && failed.length === 0 ? [{ name, message }] : failed;
	});
}

/**
 * Tests that failed, those that passed at a later try included, and errors outside of tests.
 * @param {{ suites?: object[], errors: { message?: string }[] } | null} report of Playwright's JSON reporter, if it
 *   wrote one
 * @returns {Failure[]}
 */
export function playwrightFailures(report) {
	const said = (errors) =>
		errors.map(({ message = '', snippet = '', stack = '' }) =>
			[message, snippet, stack.replace(message, '')].filter(Boolean).join('\n')
		);
	const failedIn = ({ suites = [], specs = [] }) => [
		...specs.flatMap(({ file, line, title, tests }) =>
			tests
				.filter(({ status }) => status === 'unexpected' || status === 'flaky')
				.map(({ results }) => ({
					name: `${file}:${line}: ${title}`,
					message: said(results.flatMap(({ errors = [] }) => errors)).join('\n')
				}))
		),
		...suites.flatMap(failedIn)
	];
	if (report === null) return [];
	return [
		...failedIn(report),
		...said(report.errors).map((message) => ({ name: 'outside of tests', message }))
	];
}

/** A message in at most so many lines: places in other people's code are left out, and its end where it is longer. */
export function shortened(message, most = 60) {
	const lines = message
		.replace(colours, '')
		.trim()
		.split('\n')
		.filter((line) => !/^\s+at .*(?:node_modules|node:internal)/.test(line))
		.map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
	if (lines.length <= most) return lines.join('\n');
	return [...lines.slice(0, most - 1), `… (${lines.length - most + 1} more lines)`].join('\n');
}

/**
 * What went wrong in a run, once more at its end, where it is looked for: names and messages, then the names alone.
 * @param {readonly Failure[]} failures
 */
export function failuresAtEnd(failures) {
	if (failures.length === 0) return '';
	const whole = failures.map(({ name, message }) => `✗ ${name}\n${shortened(message)}\n`);
	const names = failures.map(({ name }) => `✗ ${name}`);
	return [...whole, ...(names.length > 1 ? names : [])].join('\n');
}
