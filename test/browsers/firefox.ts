import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asExpression, isElsewhere, size, type Browser } from './browser.ts';
import { ended, said } from './process.ts';

/** Nothing but the pages: a new profile otherwise looks for updates, add-ons and a way to the network. */
const preferences = {
	'app.normandy.enabled': false,
	'app.update.disabledForTesting': true,
	'browser.aboutwelcome.enabled': false,
	'browser.startup.page': 0,
	'datareporting.policy.dataSubmissionEnabled': false,
	'extensions.update.enabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'remote.active-protocols': 1,
	'services.settings.server': 'data:,',
	'toolkit.telemetry.enabled': false
};

type Params = Record<string, unknown>;
type Send = (method: string, params?: Params) => Promise<never>;

interface Message {
	id?: number;
	method?: string;
	params?: { level?: string; text?: string; request?: { url: string } };
	result?: unknown;
	error?: string;
	message?: string;
}

/** A session of WebDriver BiDi. */
async function connect(address: string, hear: (message: Message) => void): Promise<Send> {
	const socket = new WebSocket(`${address}/session`);
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = () => reject(new Error(`no answer from ${address}`));
	});
	const waiting = new Map<number, (message: Message) => void>();
	socket.onmessage = ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		if (message.id === undefined) hear(message);
		else waiting.get(message.id)?.(message);
	};
	let last = 0;
	return async (method, params = {}) => {
		const id = ++last;
		const answer = await new Promise<Message>((resolve) => {
			waiting.set(id, resolve);
			socket.send(JSON.stringify({ id, method, params }));
		});
		waiting.delete(id);
		if (answer.error !== undefined) throw new Error(`${method}: ${answer.error}: ${answer.message}`);
		return answer.result as never;
	};
}

function complaintOf({ method, params }: Message): string | null {
	if (method === 'log.entryAdded') return params?.level === 'error' ? (params.text ?? '') : null;
	const url = params?.request?.url;
	return url !== undefined && isElsewhere(url) ? `asked for ${url}` : null;
}

/** Firefox, by WebDriver BiDi. */
export async function startFirefox(program = 'firefox-esr'): Promise<Browser> {
	const profile = mkdtempSync(join(tmpdir(), 'corpuscope-firefox-'));
	const lines = Object.entries(preferences).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
	);
	writeFileSync(join(profile, 'user.js'), lines.join('\n'));
	const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
	const process = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const [, address] = await said(process, /WebDriver BiDi listening on (\S+)/);
	const complaints: string[] = [];
	const send = await connect(address!, (message) => {
		const complaint = complaintOf(message);
		if (complaint !== null) complaints.push(complaint);
	});
	const { capabilities } = (await send('session.new', { capabilities: {} })) as {
		capabilities: { browserVersion: string };
	};
	await send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
	const { context } = (await send('browsingContext.create', { type: 'tab' })) as { context: string };
	await send('browsingContext.setViewport', { context, viewport: size });
	const evaluate = async (expression: string, options: Params = {}) => {
		const answer = (await send('script.evaluate', {
			expression,
			target: { context },
			awaitPromise: true,
			...options
		})) as { result: { value?: string; sharedId?: string }; exceptionDetails?: { text: string } };
		if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
		return answer.result;
	};
	return {
		name: `Firefox ${capabilities.browserVersion}`,
		complaints,
		open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
		reload: () => send('browsingContext.reload', { context, wait: 'complete' }),
		run: async (work, argument) => JSON.parse((await evaluate(asExpression(work, argument))).value ?? 'null'),
		choose: async (selector, paths) => {
			const { sharedId } = await evaluate(`document.querySelector(${JSON.stringify(selector)})`);
			await send('input.setFiles', { context, element: { sharedId }, files: paths });
		},
		picture: async () => {
			const { data } = (await send('browsingContext.captureScreenshot', { context })) as { data: string };
			return Buffer.from(data, 'base64');
		},
		close: async () => {
			process.kill();
			await ended(process);
			rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		}
	};
}
