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
