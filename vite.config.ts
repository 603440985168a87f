import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
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

/** Workers of a page that is one file start from what the file holds. */
const inlineWorkers: Plugin = {
	name: 'corpuscope:inline-workers',
	enforce: 'pre',
	transform(code, id) {
		if (!id.includes('/src/lib/') || !code.includes('new Worker(')) return;
		const imports: string[] = [];
		const changed = code.replace(
			/new Worker\(new URL\('([^']+)', import\.meta\.url\), /g,
			(_, path: string) => {
				const name = `InlineWorker${imports.length}`;
				imports.push(`import ${name} from '${path}?worker&inline';`);
				return `new ${name}(`;
			}
		);
		return { code: [...imports, changed].join('\n'), map: null };
	}
};
/** A page whose routes stand behind a # has no options for prerendering, and SvelteKit refuses those that are given. */
const withoutPageOptions: Plugin = {
	name: 'corpuscope:without-page-options',
	enforce: 'pre',
	transform: (code, id) =>
		id.endsWith('/src/routes/+layout.ts')
			? code.replace(/^export const (?=prerender|trailingSlash|ssr)/gm, 'const ')
			: undefined
};
const isOneFile = process.env.CORPUSCOPE_PAGE === 'file';

/**
 * Milliseconds for a test, and for a state that it waits for: limits for what hangs, however busy the machine. What
 * comes is waited for no longer than it takes. No test has limits of its own; rounds that are asked for take their time.
 */
const [testLimit, stateLimit] = process.env.FUZZ_ROUNDS ? [0, 600_000] : [900_000, 120_000];

export default defineConfig({
	plugins: [...(isOneFile ? [inlineWorkers, withoutPageOptions] : []), sveltekit()],
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
	worker: isOneFile ? { format: 'iife', plugins: () => [inlineWorkers] } : { format: 'es' },
	test: {
		expect: { requireAssertions: true, poll: { timeout: stateLimit } },
		testTimeout: testLimit,
		hookTimeout: testLimit,
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
					include: ['test/unit/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'sql',
					environment: 'node',
					globalSetup: 'test/support/run-folder.ts',
					isolate: false,
					include: ['test/sql/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'spark',
					environment: 'node',
					globalSetup: 'test/support/run-folder.ts',
					include: ['test/spark/**/*.test.ts'],
					testTimeout: 3_600_000,
					hookTimeout: 3_600_000
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: ['test/component/**/*.test.ts'],
					browser,
					env: {
						...(process.env.FUZZ_ROUNDS ? { FUZZ_ROUNDS: process.env.FUZZ_ROUNDS } : {}),
						...(process.env.FUZZ_SEED ? { FUZZ_SEED: process.env.FUZZ_SEED } : {})
					}
				}
			}
		]
	}
});
