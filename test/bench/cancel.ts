import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

import { bundledProgram } from '../../src/cli/program.mjs';
import { randomSource } from '../support/random.ts';
import { quantile } from './quantile.ts';
import { tableText } from './table.ts';
import { writeZipfPapers } from './zipf-papers.ts';

/** Papers that are generated. */
const papers = 1000;
/** Longest stretch of a command in which it is stopped, in milliseconds. */
const longestSpan = 60_000;

interface Bench {
	/** Plain JavaScript of the command line. */
	program: string;
	folder: string;
	input: string;
	dataset: string;
}

interface Case {
	name: string;
	args: readonly string[];
	/** What a command that does not end by itself says when it is ready. */
	ready?: string;
}

/** Where whatever a command writes goes, so that what it leaves behind is seen. */
const scratchOf = ({ folder }: Bench) => join(folder, 'scratch');

function casesOf(bench: Bench): Case[] {
	const { input, dataset } = bench;
	const out = (name: string) => join(scratchOf(bench), name);
	const ready = 'http://';
	return [
		{ name: 'build', args: ['build', input, '--out', out('built')] },
		{ name: 'assign', args: ['assign', input, '--model', dataset, '--out', out('assigned')] },
		{ name: 'inspect', args: ['inspect', dataset] },
		{ name: 'export', args: ['export', '--dataset', dataset, '--out', out('papers.csv')] },
		{ name: 'trends', args: ['trends', '--dataset', dataset] },
		{ name: 'serve', args: ['serve', dataset], ready },
		{ name: 'open', args: ['open', '--no-open', input], ready }
	];
}

function start(bench: Bench, args: readonly string[]): ChildProcess {
	const scratch = scratchOf(bench);
	rmSync(scratch, { recursive: true, force: true });
	for (const name of ['tmp', 'cache']) mkdirSync(join(scratch, name), { recursive: true });
	return spawn(process.execPath, [bench.program, ...args], {
		env: { ...process.env, PORT: '0', TMPDIR: join(scratch, 'tmp'), XDG_CACHE_HOME: join(scratch, 'cache') },
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/** Files that were left behind; what a command keeps for the next time, such as prepared pages, is none. */
function leftIn(bench: Bench): number {
	const files = readdirSync(scratchOf(bench), { recursive: true, withFileTypes: true });
	return files.filter((file) => file.isFile() && !/pages|programs/.test(file.parentPath)).length;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds until a command has ended, or is ready where it does not end by itself. */
async function spanOf(bench: Bench, { args, ready }: Case): Promise<number> {
	const from = performance.now();
	const child = start(bench, args);
	const ended = once(child, 'exit');
	const said = new Promise<void>((resolve) => {
		child.stdout!.on('data', (text: Buffer) => {
			if (ready !== undefined && text.includes(ready)) resolve();
		});
	});
	child.stderr!.resume();
	await Promise.race([ended, said, pause(longestSpan)]);
	const span = performance.now() - from;
	child.kill('SIGKILL');
	await ended;
	return span;
}

/** Milliseconds from a signal to the end of a command; `null` where it had ended before. */
async function stopped(child: ChildProcess, moment: number): Promise<number | null> {
	child.stdout!.resume();
	child.stderr!.resume();
	const ended = once(child, 'exit');
	await pause(moment);
	if (child.exitCode !== null) return null;
	const from = performance.now();
	child.kill('SIGINT');
	await ended;
	return performance.now() - from;
}

/** A process that does nothing but hear the signal and end: what any takes on the machine as it is. */
const idle = `process.once('SIGINT', () => process.kill(process.pid, 'SIGKILL')); setInterval(() => {}, 1000)`;

/** Milliseconds within which a command should end. */
const wanted = 200;
const ms = (milliseconds: number) => milliseconds.toFixed(0);

async function rowOf(bench: Bench, one: Case, moments: number): Promise<string[]> {
	const random = randomSource(19);
	const span = await spanOf(bench, one);
	const times: number[] = [];
	const floor: number[] = [];
	let left = 0;
	for (let round = 0; round < moments; round++) {
		const moment = random() * span;
		const time = await stopped(start(bench, one.args), moment);
		if (time === null) continue;
		times.push(time);
		left += leftIn(bench);
		floor.push((await stopped(spawn(process.execPath, ['-e', idle]), 1000)) ?? NaN);
		if (time > wanted) console.error(`${one.name}: ${ms(time)} ms at ${ms(moment)} of ${ms(span)}`);
	}
	const shown = [times, floor].flatMap((all) => [0.5, 0.95, 1].map((share) => ms(quantile(all, share))));
	return [one.name, (span / 1000).toFixed(1), String(times.length), ...shown, String(left)];
}

/**
 * Stops each command at random moments and prints how long it takes to end.
 * @param file papers to read; 1,000 generated ones where it is `null`
 * @param names of the commands; all where there are none
 */
export async function reportCancel(
	moments: number,
	file: string | null,
	names: readonly string[]
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-'));
	try {
		const program = await bundledProgram('main');
		const [small, dataset] = [join(folder, 'papers.jsonl'), join(folder, 'dataset')];
		await writeZipfPapers(small, papers);
		const bench = { program, folder, input: file ?? small, dataset };
		const build = start(bench, ['build', small, '--out', dataset]);
		build.stdout!.resume();
		build.stderr!.resume();
		await once(build, 'exit');
		const shares = ['p50 ms', 'p95', 'max'];
		const idleShares = shares.map((share) => `idle ${share}`);
		console.log(tableText(['command', 'runs for s', 'moments', ...shares, ...idleShares, 'files left'], []));
		for (const one of casesOf(bench)) {
			if (names.length > 0 && !names.includes(one.name)) continue;
			console.log(`| ${(await rowOf(bench, one, moments)).join(' | ')} |`);
		}
		console.log(`\nLoad of the machine: ${loadavg()[0]!.toFixed(1)}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
