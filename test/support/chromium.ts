import { existsSync } from 'node:fs';

const installed = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** The Chrome or Chromium of this machine: `CHROMIUM_PATH`, else a usual place, else none. */
export function chromiumPath(): string | undefined {
	return process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path));
}

/** Launch options for Playwright: an installed browser if there is one, else Playwright's own. */
export function chromium() {
	const executablePath = chromiumPath();
	return {
		...(executablePath === undefined ? {} : { executablePath }),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	};
}
