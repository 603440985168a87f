import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

import { asExpression, size, type Browser } from './browser.ts';
import { ended, freePort, said } from './process.ts';

const miniBrowsers = [
	'/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
	'/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
];

/** The property under which WebDriver names an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<never>;

function caller(port: number): Call {
	return async (method, path, body) => {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
		if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
		return value as never;
	};
}

/** A screen that nobody looks at: WebKitGTK has no mode without. */
async function startScreen(): Promise<{ display: string; close: () => Promise<void> }> {
	const screen = spawn('Xvfb', ['-displayfd', '2', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const [, number] = await said(screen, /^(\d+)\n/m);
	const close = async () => {
		screen.kill();
		await ended(screen);
	};
	return { display: `:${number}`, close };
}

/** WebKitGTK's small browser, by WebDriver, which tells nothing of requests and errors. */
export async function startWebKit(): Promise<Browser> {
	const screen = await startScreen();
	const port = await freePort();
	const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
		stdio: 'ignore',
		env: { ...process.env, DISPLAY: screen.display }
	});
	const call = caller(port);
	for (let tries = 100; ; tries--) {
		const isThere = await call('GET', '/status').catch(() => null);
		if (isThere) break;
		if (tries === 0) throw new Error('WebKitWebDriver does not answer');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const binary = miniBrowsers.find((path) => existsSync(path));
	const { sessionId, capabilities } = (await call('POST', '/session', {
		capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } }
	})) as { sessionId: string; capabilities: { browserVersion: string } };
	const at = (path: string) => `/session/${sessionId}${path}`;
	await call('POST', at('/timeouts'), { script: 300_000, pageLoad: 300_000 });
	await call('POST', at('/window/rect'), { x: 0, y: 0, ...size });
	const execute = `const done = arguments[arguments.length - 1];
		(0, eval)(arguments[0]).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
	return {
		name: `WebKitGTK ${capabilities.browserVersion}`,
		complaints: [],
		open: (url) => call('POST', at('/url'), { url }),
		reload: () => call('POST', at('/refresh'), {}),
		run: async (work, argument) => {
			const answer = (await call('POST', at('/execute/async'), {
				script: execute.replace('(0, eval)(arguments[0])', () => asExpression(work, argument)),
				args: []
			})) as { value?: string; error?: string };
			if (answer.error !== undefined) throw new Error(answer.error);
			return JSON.parse(answer.value ?? 'null');
		},
		choose: async (selector, paths) => {
			const element = (await call('POST', at('/element'), { using: 'css selector', value: selector })) as {
				[elementKey]: string;
			};
			await call('POST', at(`/element/${element[elementKey]}/value`), { text: paths.join('\n') });
		},
		picture: async () => Buffer.from(await call('GET', at('/screenshot')), 'base64'),
		close: async () => {
			await call('DELETE', at('')).catch(() => {});
			driver.kill();
			await ended(driver);
			await screen.close();
		}
	};
}
