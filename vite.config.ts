import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

import { fileExtensions, formatNames } from './src/lib/corpus/formats/registry.ts';
import { chromium } from './test/support/chromium.ts';
import { commands } from './test/support/commands.ts';

const browser = {
	enabled: true,
	headless: true,
	screenshotFailures: false,
	provider: playwright({ launchOptions: chromium() }),
	commands,
	instances: [{ browser: 'chromium' as const }]
};

export default defineConfig({
	plugins: [sveltekit()],
	define: {
		PAGE_KIND: JSON.stringify(process.env.CORPUSCOPE_PAGE ?? 'site'),
		// The page names formats whose readers only its workers load.
		KNOWN_FORMATS: JSON.stringify(formatNames),
		KNOWN_FILES: JSON.stringify([...fileExtensions, 'gz'])
	},
	optimizeDeps: {
		exclude: ['@duckdb/duckdb-wasm'],
		// Known beforehand, because a dependency met late reloads the page in the middle of a test.
		include: [
			'apache-arrow',
			'chardet',
			'fflate',
			'fzstd',
			'hyparquet',
			...['column', 'datapage', 'delta', 'encoding', 'schema', 'thrift'].map(
				(name) => `hyparquet/src/${name}.js`
			),
			'ml-kmeans',
			'papaparse',
			'saxes',
			'natural/lib/natural/stemmers/porter_stemmer.js',
			'natural/lib/natural/util/stopwords.js'
		]
	},
	worker: { format: 'es' },
	test: {
		expect: { requireAssertions: true },
		// A core left free is a core that waits: nothing else runs beside the tests.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					globalSetup: 'test/support/run-folder.ts',
					isolate: false,
					include: ['test/unit/**/*.test.ts'],
					// A limit for what hangs, not for what is slow: the machine may be busy.
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'sql',
					environment: 'node',
					globalSetup: 'test/support/run-folder.ts',
					isolate: false,
					include: ['test/sql/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: { name: 'component', include: ['test/component/**/*.test.ts'], browser, testTimeout: 60_000 }
			}
		]
	}
});
