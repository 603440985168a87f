import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

import { findCycle, findRing, importGraph } from '../support/import-graph.ts';

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

	it('has no ring among folders that stand side by side, imports of types included', () => {
		expect(findRing(importGraph('all'))).toBeNull();
	});

	it('notices a ring among pages, and among parts at any depth', () => {
		const pages = ['pages/a/A.svelte', 'pages/b/b.ts', 'pages/b/c.ts'] as const;
		const ring = new Map<string, string[]>([
			[pages[0], [pages[1]]],
			[pages[2], [pages[0]]]
		]);
		expect(findRing(ring)).toEqual(['pages/a', 'pages/b', 'pages/a']);
		const deeper = new Map<string, string[]>([
			['parts/x/u/one.ts', ['parts/x/v/two.ts']],
			['parts/x/v/three.ts', ['parts/x/u/four.ts', 'base/five.ts']]
		]);
		expect(findRing(deeper)).toEqual(['parts/x/u', 'parts/x/v', 'parts/x/u']);
	});

	it('holds at most forty code files in a folder', () => {
		const files = [...importGraph().keys()].filter((path) => path.startsWith('lib/'));
		const folders = new Map<string, number>();
		for (const file of files) {
			const folder = file.slice(0, file.lastIndexOf('/'));
			folders.set(folder, (folders.get(folder) ?? 0) + 1);
		}
		expect([...folders].filter(([, count]) => count > 40)).toEqual([]);
		expect(folders.get('lib/analysis')).toBeGreaterThan(0);
	});

	it('is held by lint: directions, host-free folders, reproducible arithmetic', async () => {
		const file = 'src/lib/analysis/wilson.ts';
		expect(await rulesBroken(`export { noFilters } from '../queries/filters/filters.ts';\n`, file)).toContain(
			'import-x/no-restricted-paths'
		);
		const page = 'src/lib/views/pages/words/term-headline.ts';
		expect(await rulesBroken(`export { trendHelp } from '../trends/help.ts';\n`, page)).toContain(
			'import-x/no-restricted-paths'
		);
		const part = 'src/lib/views/parts/filters/filter-chips.ts';
		expect(await rulesBroken(`export { trendHelp } from '../../pages/trends/help.ts';\n`, part)).toContain(
			'import-x/no-restricted-paths'
		);
		expect(await rulesBroken(`import 'node:fs';\n`, file)).toContain('no-restricted-imports');
		expect(await rulesBroken(`export const e = Math.log(2);\n`, file)).toContain('no-restricted-properties');
		expect(await rulesBroken(`export const e = 2 ** 3;\n`, file)).toContain('no-restricted-syntax');
		expect(await rulesBroken(`export const now = Date.now();\n`, file)).toContain('no-restricted-globals');
	});
});
