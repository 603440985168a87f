import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { DatasetReader } from '../../../src/lib/state/reader.ts';
import { openRemote } from '../../../src/lib/state/remote-reader.ts';

/** A server of answers in a process of its own. */
export interface Server {
	readonly manifest: Manifest;
	/** Another visitor. */
	visitor(): DatasetReader;
	/** Largest resident memory so far, in megabytes; not a number without /proc. */
	peakMegabytes(): number;
	/** CPU so far, in seconds. */
	cpuSeconds(): number;
	stop(): void;
}

function statusOf(pid: number, name: string): string {
	try {
		return readFileSync(`/proc/${pid}/${name}`, 'utf8');
	} catch {
		return '';
	}
}

/** Serves a dataset, the server answering, and waits until it says where. */
export async function startServer(folder: string): Promise<Server> {
	const args = ['--import', 'tsx', 'test/bench/large/answering.ts', folder];
	const child = spawn(process.execPath, args, { env: { ...process.env, PORT: '0' } });
	const pid = child.pid as number;
	let said = '';
	const address = await new Promise<string>((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => {
				said += text;
				const [found] = /http:\S+\//.exec(said) ?? [];
				if (found !== undefined) resolve(found);
			});
		child.on('close', () => reject(new Error(`The server ended: ${said}`)));
	});
	const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
	return {
		manifest,
		visitor: () => openRemote(new URL('dataset/', address), manifest),
		peakMegabytes: () => Number(/^VmHWM:\s+(\d+)/m.exec(statusOf(pid, 'status'))?.[1]) / 1024,
		cpuSeconds: () => {
			const fields = statusOf(pid, 'stat')
				.replace(/^.*\) /, '')
				.split(' ');
			return (Number(fields[11]) + Number(fields[12])) / 100;
		},
		stop: () => void child.kill('SIGTERM')
	};
}
