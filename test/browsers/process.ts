import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** Waits until a program says something on its standard error. @throws when it ends without */
export function said(program: ChildProcess, words: RegExp): Promise<RegExpExecArray> {
	return new Promise((resolve, reject) => {
		let text = '';
		program.stderr?.setEncoding('utf8').on('data', (more: string) => {
			text = (text + more).slice(-100_000);
			const found = words.exec(text);
			if (found) resolve(found);
		});
		program.on('error', reject);
		program.on('exit', () => reject(new Error(`${program.spawnfile} ended:\n${text}`)));
	});
}

/** Waits until a program that was told to end has done so. */
export function ended(program: ChildProcess): Promise<void> {
	if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => program.on('exit', () => resolve()));
}

export function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
