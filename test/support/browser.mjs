// Plain JavaScript, because test/run.mjs is: finds a browser for the tests, or gets one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { tsImport } from 'tsx/esm/api';

const { chromiumPath } = await tsImport('./chromium.ts', import.meta.url);

const isThere = () => {
	const installed = chromiumPath();
	return installed === undefined ? existsSync(chromium.executablePath()) : existsSync(installed);
};

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

function installWithApt() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	return succeeds('apt-get', ['update']) && succeeds('apt-get', ['install', '-y', 'chromium']);
}

/** Makes sure that there is a Chrome or Chromium. Gives what to do about it when there is none, else null. */
export function ensureBrowser() {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted && !existsSync(wanted)) return `CHROMIUM_PATH names ${wanted}, which does not exist.`;
	if (isThere()) return null;
	console.log('No Chrome or Chromium found; installing one ...');
	if (installWithApt() && isThere()) return null;
	if (succeeds('npx', ['playwright', 'install', 'chromium']) && isThere()) return null;
	return 'The browser tests need Chrome or Chromium. Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium; anywhere: npx playwright install --with-deps chromium), or set CHROMIUM_PATH to one.';
}
