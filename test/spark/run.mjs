// Tests of builds on Spark: `npm run test:spark` as CI runs them, `npm run test:spark -- --all` with large corpora, and
// `npm run test:spark -- --growth 100000 400000` alone how the memory of the driver grows with so many papers.
import { spawnSync } from 'node:child_process';

import { sparkLacks } from './lacks.mjs';

const lacking = sparkLacks();
if (lacking === null) {
	const [option, ...papers] = process.argv.slice(2);
	const env = { ...process.env };
	const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project=spark'];
	if (option === '--all') env.SPARK_TESTS = 'all';
	if (option === '--growth') {
		env.SPARK_PAPERS = papers.join(' ');
		vitest.push('-t', 'memory of the driver');
	}
	process.exitCode = spawnSync(process.execPath, vitest, { stdio: 'inherit', env }).status ?? 1;
} else {
	console.error(lacking);
	process.exitCode = 1;
}
