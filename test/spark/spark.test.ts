import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

import { bundledProgram } from '../../src/cli/program.mjs';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { toJsonl } from '../support/jsonl.ts';
import { pythonWith } from '../support/python.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

interface Wanted {
	inputs: string[];
	out: string;
	partitions: number;
	/** The table during whose making an executor is killed. */
	kill?: string;
	/** Whether the driver's heap is measured after each step. */
	heap?: boolean;
}

interface Told {
	seconds: number;
	killed: number;
	/** What driver and executors have taken: seconds of CPU, and memory at its highest. */
	took: Record<string, { cpu: number; megabytes: number }>;
	/** Megabytes that the driver's Java still needs after a step, at their highest. */
	heap: number;
}

const manifestOf = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** What a dataset is, but for the files that its rows are cut into. */
const withoutFiles = ({ files, ...manifest }: Manifest) => ({
	...manifest,
	groups: new Set(files.map(({ group }) => group))
});

let python = '';
let engine = '';

/** Java as it starts fastest: where there is little to do, compiling well takes longer than what is compiled. */
const brief = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
const briefly = [`spark.driver.extraJavaOptions=${brief}`, `spark.executor.extraJavaOptions=${brief}`];

/**
 * Builds on two workers, each a process of its own with a core and a gigabyte.
 * @param stretch bytes of the stretches that larger files are cut into
 */
async function onSpark(
	builds: readonly Wanted[],
	stretch: number,
	more: readonly string[] = []
): Promise<Told[]> {
	const submit = join(dirname(python), 'spark-submit');
	const settings = [
		...['spark.ui.enabled=false', 'spark.sql.shuffle.partitions=4', 'spark.log.level=ERROR'],
		...[`spark.sql.files.maxPartitionBytes=${stretch}`, ...more]
	];
	const { stdout } = await run(
		submit,
		[
			...['--master', 'local-cluster[2,1,1024]', ...settings.flatMap((value) => ['--conf', value])],
			...['--py-files', 'src/spark/corpuscope_spark.py', 'test/spark/builds.py'],
			...[JSON.stringify([process.execPath, engine]), JSON.stringify(builds)]
		],
		{
			env: {
				...process.env,
				PYSPARK_PYTHON: python,
				PYSPARK_DRIVER_PYTHON: python,
				SPARK_LOCAL_IP: '127.0.0.1'
			},
			maxBuffer: 1 << 26
		}
	);
	return JSON.parse(/^BUILDS (.*)$/m.exec(stdout)![1]!) as Told[];
}

/** Papers of several files, with 50 that stand in them twice, half of them with another case and no date. */
function writePapers(folder: string, count: number, files: number): void {
	const papers = generatePapers(count, 11);
	const again = papers
		.slice(100, 150)
		.map((paper, index) =>
			index % 2 === 0
				? paper
				: { ...paper, title: paper.title.toUpperCase(), published: null, datePrecision: null }
		);
	const all = papers.flatMap((paper, index) =>
		index % Math.floor(count / 50) === 0 ? [paper, ...again.splice(0, 1)] : [paper]
	);
	const size = Math.ceil(all.length / files);
	for (let file = 0; file < files; file++) {
		const some = all.slice(file * size, (file + 1) * size);
		writeFileSync(join(folder, `papers-${String(file).padStart(3, '0')}.jsonl`), toJsonl(some));
	}
}

/** Builds a folder on one machine. */
async function onOne(folder: string): Promise<Manifest> {
	const out = join(temporaryFolder(), 'one');
	await run(process.execPath, [engine, 'build', folder, '--out', out]);
	return manifestOf(out);
}

beforeAll(async () => {
	[python, engine] = await Promise.all([
		pythonWith('spark', ['pyspark[sql]==4.0.1']),
		bundledProgram('main')
	]);
});

describe('a build on Spark', () => {
	it('has the tables of a build on one machine, at any partitions, and when an executor is lost', async () => {
		const folder = temporaryFolder();
		copyFileSync('data/daily-papers.txt', join(folder, 'daily-papers.txt'));
		// These are smaller than a stretch and taken whole; the two below are cut into two stretches and three.
		writePapers(folder, 600, 4);
		const outs = [1, 3].map((partitions) => join(temporaryFolder(), `spark-${partitions}`)) as [
			string,
			string
		];
		// What the encoding is shows at the end, and the last line is not ended.
		const plain = toJsonl(generatePapers(200, 12)).replace(
			/[^ -~\n]/g,
			(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
		);
		const late = `${plain}{"title": ""}\nno object\n{"title": "Größen in Zürich"}`;
		writeFileSync(join(folder, 'late.jsonl'), Buffer.from(late, 'latin1'));
		const marked = toJsonl(generatePapers(400, 13)).replaceAll('\n', '\r\n');
		writeFileSync(join(folder, 'marked.jsonl'), `\uFEFF${marked}`);
		const builds = [
			{ inputs: [folder], out: outs[0], partitions: 1 },
			{ inputs: [folder], out: outs[1], partitions: 3, kill: 'assigned' }
		];
		const [one, told] = await Promise.all([onOne(folder), onSpark(builds, 1 << 17, briefly)]);
		expect(told.map(({ killed }) => killed)).toEqual([0, 1]);
		expect(one.counts.duplicates).toBeGreaterThan(40);
		for (const out of outs) expect(withoutFiles(manifestOf(out))).toEqual(withoutFiles(one));
		expect(manifestOf(outs[1]).files.length).toBeGreaterThan(one.files.length);
		// Reads every row of every file and sums it up anew.
		const { stdout } = await run(process.execPath, [engine, 'inspect', outs[1]]);
		expect(stdout).toMatch(/every file and every table is as it was written/);
	});
});

if (process.env.SPARK_TESTS === 'all') {
	// Some in one file, which is cut, and some in files that are taken whole.
	it.each([1, 64])('has the tables of a build on one machine, 100,000 papers in %i files', async (files) => {
		const folder = temporaryFolder();
		writePapers(folder, 100_000, files);
		const one = await onOne(folder);
		expect(one.counts.duplicates).toBe(50);
		const wanted = [1, 2, 7, 64].map((partitions) => ({
			...{ inputs: [folder], partitions, out: join(temporaryFolder(), `spark-${partitions}`), heap: true },
			...(partitions === 7 ? { kill: 'assigned' } : {})
		}));
		const told = await onSpark(wanted, 16 << 20);
		expect(told.map(({ killed }) => killed)).toEqual([0, 0, 1, 0]);
		for (const [place, { out, partitions }] of wanted.entries()) {
			expect(withoutFiles(manifestOf(out))).toEqual(withoutFiles(one));
			console.log(partitions, JSON.stringify(told[place]));
		}
	});
}

const growth = process.env.SPARK_PAPERS?.split(' ').map(Number) ?? [];
if (growth.length > 1) {
	it('needs no more memory of the driver for more papers', async () => {
		const all: Told[] = [];
		for (const papers of growth) {
			const folder = temporaryFolder();
			writePapers(folder, papers, 64);
			// Each has a Spark of its own, whose memory holds nothing of the one before.
			const out = join(temporaryFolder(), 'spark');
			const [told] = await onSpark([{ inputs: [folder], out, partitions: 8, heap: true }], 16 << 20);
			console.log(papers, JSON.stringify(told));
			// Some of many generated papers have the same title by chance.
			const { counts } = manifestOf(out);
			expect(counts.papers + counts.duplicates).toBe(papers + 50);
			all.push(told!);
		}
		const [first, last] = [all[0]!, all.at(-1)!];
		expect(last.heap).toBeLessThan(1.2 * first.heap);
		// Programs collect late where memory is free: one and the same fit takes 386 to 445 MB.
		const limits = { "driver's Python": 1.2, "driver's fit": 1.5, "driver's publish": 1.5 };
		for (const [name, most] of Object.entries(limits))
			expect(last.took[name]!.megabytes, name).toBeLessThan(most * first.took[name]!.megabytes);
	});
}
