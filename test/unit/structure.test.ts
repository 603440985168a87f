import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

import { findCycle, importGraph } from '../support/import-graph.ts';

async function rulesBroken(code: string, filePath: string): Promise<(string | null)[]> {
	const [result] = await new ESLint().lintText(code, { filePath });
	return result?.messages.map((message) => message.ruleId) ?? [];
}

describe('the structure of the sources', () => {
	it('has no import cycle, Svelte components included', () => {
		const graph = importGraph();
		expect(graph.get('lib/dataset/canonical.ts')).toContain('lib/dataset/schema.ts');
		expect(findCycle(graph)).toBeNull();
	});

	it('notices a cycle', () => {
		const graph = new Map([
			['a', ['b']],
			['b', ['c']],
			['c', ['b']]
		]);
		expect(findCycle(graph)).toEqual(['b', 'c', 'b']);
	});

	it(
		'is held by lint: directions, host-free folders, reproducible arithmetic',
		{ timeout: 60_000 },
		async () => {
			const file = 'src/lib/analysis/wilson.ts';
			expect(await rulesBroken(`export { noFilters } from '../queries/filters.ts';\n`, file)).toContain(
				'import-x/no-restricted-paths'
			);
			expect(await rulesBroken(`import 'node:fs';\n`, file)).toContain('no-restricted-imports');
			expect(await rulesBroken(`export const e = Math.log(2);\n`, file)).toContain(
				'no-restricted-properties'
			);
			expect(await rulesBroken(`export const e = 2 ** 3;\n`, file)).toContain('no-restricted-syntax');
			expect(await rulesBroken(`export const now = Date.now();\n`, file)).toContain('no-restricted-globals');
		}
	);
});
