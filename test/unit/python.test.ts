import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import papa from 'papaparse';
import { describe, expect, it, type TestContext } from 'vitest';

import { openAnswering } from '../../src/cli/dataset/answering.ts';
import { defaultOptions } from '../../src/lib/pipeline/options.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { builtOnce } from '../support/built-once.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { NoPython, pythonWith } from '../support/python.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const example = resolve('examples/python');
const env = { ...process.env, PYTHONPATH: example, PYTHONDONTWRITEBYTECODE: '1' };

/** A dataset some of whose tables lie in several files. */
const dataset = () => {
	const pipeline = { ...defaultOptions, themes: 4, components: 8, restarts: 1 };
	return builtOnce(generatePapers(300, 21), { pipeline, partBytes: 20_000 });
};

const packages = readFileSync(join(example, 'requirements.txt'), 'utf8').trim().split('\n');

/** The Python of the example; the test is left out, with the reason, on a machine that has none. */
async function python({ skip }: TestContext): Promise<string> {
	try {
		return await pythonWith('example', packages);
	} catch (error) {
		if (error instanceof NoPython) return skip(error.message);
		throw error;
	}
}

const table = (path: string) =>
	papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

describe('the example in Python', () => {
	it('counts themes by year and finds nearest papers as the page does', async (context) => {
		const command = await python(context);
		const { folder, manifest } = await dataset();
		const out = join(temporaryFolder(), 'tables');
		const { stdout } = await run(command, [join(example, 'explore.py'), folder, '--out', out], { env });
		expect(stdout).toContain('Share of each theme');

		const { queries, close } = await openAnswering(folder, { memory: '1GB' });
		try {
			const { trend } = await queries.overview(noFilters, 'year');
			const label = new Map(manifest.themes.map(({ themeId, label }) => [themeId, label]));
			const counted = table(join(out, 'themes-by-year.csv')).flatMap(({ year, ...themes }) =>
				Object.entries(themes)
					.filter(([, papers]) => papers !== '0')
					.map(([theme, papers]) => `${year} ${theme} ${papers}`)
			);
			const dated = trend.filter(({ placement }) => placement === 'dated');
			const expected = dated.map(
				({ period, themeId, papers }) => `${period?.slice(0, 4)} ${label.get(themeId)} ${papers}`
			);
			expect(counted.sort()).toEqual(expected.sort());

			const nearest = table(join(out, 'nearest.csv'));
			expect(nearest.length).toBeGreaterThan(280);
			for (const { paper_id, nearest_id, cosine } of nearest.filter((_, row) => row % 7 === 0)) {
				const found = await queries.nearest(Number(paper_id), 300);
				expect(Number(cosine)).toBeCloseTo(found[0]?.similarity as number, 5);
				const its = found.find(({ paperId }) => paperId === Number(nearest_id));
				expect(its?.similarity).toBeCloseTo(Number(cosine), 5);
			}
		} finally {
			close();
		}
	});

	it('runs the lines of its page', async (context) => {
		const command = await python(context);
		const { folder, manifest } = await dataset();
		const blocks = [...readFileSync(join(example, 'README.md'), 'utf8').matchAll(/^```python\n(.*?)^```/gms)];
		expect(blocks).toHaveLength(3);
		const cwd = temporaryFolder();
		symlinkSync(folder, join(cwd, 'my-dataset'), 'junction');
		const program = blocks.map(([, lines]) => lines).join('\n');
		const { stdout } = await run(command, ['-c', program], { cwd, env });
		for (const { label } of manifest.themes) expect(stdout).toContain(label);
		const names = new Set(generatePapers(300, 21).flatMap(({ authors }) => authors)).size;
		expect(stdout).toContain(`${names} names`);
		const { leaves, papers } = manifest.counts;
		const shapes = new RegExp(`\\(${papers}, (\\d+)\\) vectors, \\(${leaves}, \\1\\) centres of leaves`);
		expect(stdout).toMatch(shapes);
	});
});
