import { spawn, type ChildProcess } from 'node:child_process';

export interface Finished {
	code: number | null;
	/** What ended it, when it did not end by itself. */
	signal: NodeJS.Signals | null;
	stdout: string;
	stderr: string;
}

export interface Running {
	readonly child: ChildProcess;
	readonly finished: Promise<Finished>;
	/** Waits until the command has printed a text to its standard error. */
	said(text: string): Promise<void>;
}

/** Starts the command line in a process of its own, as `npm run corpuscope` does. */
export function startCli(
	args: readonly string[],
	{ input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}
): Running {
	const child = spawn(process.execPath, ['src/cli/run.mjs', 'main', ...args], {
		env: { ...process.env, ...env },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	child.stdin.end(input);
	const finished = new Promise<Finished>((resolve) =>
		child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
	);
	// At once: a command that is to be stopped goes on meanwhile.
	const said = (text: string) =>
		new Promise<void>((resolve, reject) => {
			const look = () => stderr.includes(text) && resolve();
			child.stderr.on('data', look);
			child.on('close', () => reject(new Error(`ended without: ${text}`)));
			look();
		});
	return { child, finished, said };
}

export function runCli(...args: Parameters<typeof startCli>): Promise<Finished> {
	return startCli(...args).finished;
}
