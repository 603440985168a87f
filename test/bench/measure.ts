import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
	seconds: number;
	/** Largest sum of resident memory over the command's processes, sampled every 50 ms; `null` without /proc. */
	peakMegabytes: number | null;
	output: string;
}

function parentOf(pid: string): number | null {
	try {
		return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
	} catch {
		return null;
	}
}

function residentKilobytes(pid: number): number {
	try {
		return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
	} catch {
		return 0;
	}
}

function treeKilobytes(root: number): number | null {
	let pids: string[];
	try {
		pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		return null;
	}
	const children = new Map<number, number[]>();
	for (const pid of pids) {
		const parent = parentOf(pid);
		if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
	}
	const sum = (pid: number): number =>
		residentKilobytes(pid) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
	return sum(root);
}

/** Runs a command to its end and measures it from outside: wall-clock time and memory of its process tree. */
export async function measure(command: string, args: readonly string[]): Promise<Measurement> {
	const start = performance.now();
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	let peak: number | null = null;
	child.stdout.on('data', (data: Buffer) => (output += data.toString()));
	child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
	const timer = setInterval(() => {
		const now = child.pid === undefined ? null : treeKilobytes(child.pid);
		if (now !== null) peak = Math.max(peak ?? 0, now);
	}, 50);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('close', resolve);
		child.on('error', reject);
	}).finally(() => clearInterval(timer));
	if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${errors}`);
	return {
		seconds: (performance.now() - start) / 1000,
		peakMegabytes: peak === null ? null : peak / 1024,
		output
	};
}
