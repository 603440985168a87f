// Tests of builds on Spark: `npm run test:spark` as CI runs them, `npm run test:spark -- --all` with large corpora, and
// `npm run test:spark -- --growth 100000 400000` alone how the memory of the driver grows with so many papers.
import { spawnSync } from 'node:child_process';

import { sparkLacks } from './lacks.mjs';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project=spark'];
const isCount = (text) => /^[1-9]\d*$/.test(text);

/** What these options have run, or in words why they do not. */
function runOf([option, ...more]) {
	if (option === undefined) return { args: vitest, env: {} };
	if (option === '--all')
		return more.length > 0 ? '--all takes nothing after it.' : { args: vitest, env: { SPARK_TESTS: 'all' } };
	if (option !== '--growth') return `There is no ${option}, only --all and --growth.`;
	return more.length > 1 && more.every(isCount)
		? { args: [...vitest, '-t', 'memory of the driver'], env: { SPARK_PAPERS: more.join(' ') } }
		: '--growth takes two or more whole numbers of papers and nothing else, as in --growth 100000 400000.';
}

const run = runOf(process.argv.slice(2));
const problem = typeof run === 'string' ? run : sparkLacks();
if (problem === null) {
	const env = { ...process.env, ...run.env };
	process.exitCode = spawnSync(process.execPath, run.args, { stdio: 'inherit', env }).status ?? 1;
} else {
	console.error(problem);
	process.exitCode = 1;
}
