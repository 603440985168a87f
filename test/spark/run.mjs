// Tests of builds on Spark: `npm run test:spark` as CI runs them, `npm run test:spark -- --all` with large corpora.
import { spawnSync } from 'node:child_process';

import { sparkLacks } from './lacks.mjs';

const lacking = sparkLacks();
if (lacking === null) {
	const env = { ...process.env, ...(process.argv.includes('--all') ? { SPARK_TESTS: 'all' } : {}) };
	const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project=spark'];
	process.exitCode = spawnSync(process.execPath, vitest, { stdio: 'inherit', env }).status ?? 1;
} else {
	console.error(lacking);
	process.exitCode = 1;
}
