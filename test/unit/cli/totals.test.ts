import { describe, expect, it } from 'vitest';

const path = '../../support/totals.mjs';
interface Totals {
	passed: number;
	failed: number;
	skipped: number;
}
interface Failure {
	name: string;
	message: string;
}
const { sum, vitestTotals, playwrightTotals, vitestFailures, playwrightFailures, shortened, failuresAtEnd } =
	(await import(/* @vite-ignore */ path)) as {
		sum(all: Totals[]): Totals;
		vitestFailures(report: unknown): Failure[];
		playwrightFailures(report: unknown): Failure[];
		shortened(message: string, most?: number): string;
		failuresAtEnd(failures: Failure[]): string;
		vitestTotals(report: unknown, code: number | null): Totals;
		playwrightTotals(report: unknown, code: number | null): Totals;
	};

const tests = (...statuses: string[]) => statuses.map((status) => ({ status }));

describe('totals of a test run', () => {
	it('count what the runner reports', () => {
		const report = {
			testResults: [
				{ status: 'passed', assertionResults: tests('passed', 'passed', 'skipped', 'todo') },
				{ status: 'failed', assertionResults: tests('failed', 'passed') }
			]
		};
		expect(vitestTotals(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
		const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
		expect(playwrightTotals({ stats, errors: [] }, 1)).toEqual({ passed: 4, failed: 2, skipped: 2 });
	});

	it('count a file that does not load, a crash and a missing report as failures', () => {
		expect(vitestTotals({ testResults: [{ status: 'failed', assertionResults: [] }] }, 1).failed).toBe(1);
		expect(vitestTotals({ testResults: [] }, 1).failed).toBe(1);
		expect(vitestTotals(null, 0).failed).toBe(1);
		const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
		expect(playwrightTotals({ stats: none, errors: [{}] }, 1).failed).toBe(1);
		expect(playwrightTotals(null, 0).failed).toBe(1);
	});

	it('add up', () => {
		const one = { passed: 1, failed: 2, skipped: 3 };
		expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
	});
});

describe('failures at the end of a run', () => {
	it('are those of vitest by file and test, with a file that does not load', () => {
		const failed = { status: 'failed', fullName: 'sum adds', failureMessages: ['expected 2 to be 3'] };
		const testResults = [
			{ name: 'a.test.ts', status: 'failed', assertionResults: [...tests('passed'), failed] },
			{ name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
			{ name: 'c.test.ts', status: 'passed', assertionResults: tests('passed', 'skipped') }
		];
		expect(vitestFailures({ testResults })).toEqual([
			{ name: 'a.test.ts: sum adds', message: 'expected 2 to be 3' },
			{ name: 'b.test.ts', message: 'Cannot find module' }
		]);
		expect(vitestFailures(null)).toEqual([]);
	});

	it('are those of Playwright in suites within suites, with those of another try and outside of tests', () => {
		const spec = (title: string, status: string, ...messages: string[]) => ({
			file: 'a.spec.ts',
			line: 7,
			title,
			tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }]
		});
		const report = {
			suites: [
				{
					specs: [spec('works', 'expected'), spec('breaks', 'unexpected', 'first', 'second')],
					suites: [{ specs: [spec('wavers', 'flaky', 'once'), spec('waits', 'skipped')] }]
				}
			],
			errors: [{ message: 'no server' }]
		};
		expect(playwrightFailures(report)).toEqual([
			{ name: 'a.spec.ts:7: breaks', message: 'first\nsecond' },
			{ name: 'a.spec.ts:7: wavers', message: 'once' },
			{ name: 'outside of tests', message: 'no server' }
		]);
		expect(playwrightFailures(null)).toEqual([]);
	});

	it('have short messages without colours and places in other people’s code', () => {
		const long = Array.from({ length: 9 }, (_, line) => `line ${line}`);
		expect(shortened(long.join('\n'), 4)).toBe('line 0\nline 1\nline 2\n… (6 more lines)');
		const places = ['    at mine (test/a.ts:1:2)', '    at theirs (/x/node_modules/y/z.js:3:4)'];
		expect(shortened(`\u001b[31mno\u001b[39m\n${places.join('\n')}`)).toBe(`no\n${places[0]}`);
		expect(shortened('x'.repeat(9000))).toHaveLength(401);
	});

	it('end in the names of all', () => {
		const failures = ['one', 'two'].map((name) => ({ name, message: `${name} failed` }));
		expect(failuresAtEnd(failures)).toBe('✗ one\none failed\n\n✗ two\ntwo failed\n\n✗ one\n✗ two');
		expect(failuresAtEnd([])).toBe('');
	});
});
