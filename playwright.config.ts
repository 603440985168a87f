import { defineConfig } from '@playwright/test';

import { chromium } from './test/support/chromium.ts';

const port = process.env.E2E_PORT ?? '4319';
const baseURL = `http://localhost:${port}/`;

/** End-to-end tests, in Chromium against the built site as `npm start` serves it. */
export default defineConfig({
	testDir: 'test/e2e',
	outputDir: 'test-results',
	forbidOnly: true,
	fullyParallel: true,
	// One more than cores: tests also wait, for a server, an installation, a pause of the typing.
	workers: 3,
	// For a test, and for a state that it waits for: limits for what hangs, however busy the machine. No test has its own.
	timeout: 900_000,
	expect: { timeout: 180_000 },
	reporter: 'list',
	// Recording takes a quarter of the time, so it is asked for when a failure needs to be looked into; and keeping a
	// copy of the site is tested where it matters.
	use: {
		baseURL,
		actionTimeout: 180_000,
		navigationTimeout: 180_000,
		launchOptions: chromium(),
		trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
		serviceWorkers: 'block'
	},
	webServer: {
		command: `"${process.execPath}" src/cli/run.mjs start`,
		env: { PORT: port, HOST: '127.0.0.1' },
		url: baseURL,
		timeout: 240_000,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 }
	}
});
