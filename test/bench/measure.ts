import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
	seconds: number;
	/** Largest sum of resident memory over the command's processes, sampled every 50 ms; `null` without /proc. */
	peakMegabytes: number | null;
	/** Of all its processes, as far as they lived when they were looked at; `null` without /proc. */
	cpuSeconds: number | null;
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

/** Clock ticks of a process in user and system mode, of which Linux counts 100 a second. */
function ticksOf(pid: number): number {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name before these fields may hold spaces, and is in brackets.
		const [user, system] = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.slice(11, 13);
		return Number(user) + Number(system);
	} catch {
		return 0;
	}
}

/** A process and all that descend from it; `null` without /proc. */
function treeOf(root: number): number[] | null {
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
	const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
	return below(root);
}

/** What a process tree has needed so far. */
class TreeMeter {
	peakKilobytes: number | null = null;
	readonly #ticks = new Map<number, number>();

	look(root: number): void {
		const tree = treeOf(root);
		if (!tree) return;
		const kilobytes = tree.reduce((sum, pid) => sum + residentKilobytes(pid), 0);
		this.peakKilobytes = Math.max(this.peakKilobytes ?? 0, kilobytes);
		for (const pid of tree) this.#ticks.set(pid, Math.max(ticksOf(pid), this.#ticks.get(pid) ?? 0));
	}

	get ticks(): number {
		return [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0);
	}
}

/** Runs a command to its end and measures it from outside: wall-clock time, and memory and CPU time of its process tree. */
export async function measure(command: string, args: readonly string[]): Promise<Measurement> {
	const start = performance.now();
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	const meter = new TreeMeter();
	child.stdout.on('data', (data: Buffer) => (output += data.toString()));
	child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
	const timer = setInterval(() => {
		if (child.pid !== undefined) meter.look(child.pid);
	}, 50);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('close', resolve);
		child.on('error', reject);
	}).finally(() => clearInterval(timer));
	if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${errors}`);
	return {
		seconds: (performance.now() - start) / 1000,
		peakMegabytes: meter.peakKilobytes === null ? null : meter.peakKilobytes / 1024,
		cpuSeconds: meter.peakKilobytes === null ? null : meter.ticks / 100,
		output
	};
}
