import { describe, expect, it } from 'vitest';

const path = '../../support/totals.mjs';
interface Totals {
	passed: number;
	failed: number;
	skipped: number;
}
const { sum, vitestTotals, playwrightTotals } = (await import(/* @vite-ignore */ path)) as {
	sum(all: Totals[]): Totals;
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
