import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { buildCommand } from './build-command.ts';
import { reportCalibration } from './calibration.ts';
import { reportCancel } from './cancel.ts';
import { reportDashboard } from './dashboard/report.ts';
import { reportLarge } from './large/report.ts';
import { reportMap } from './map.ts';
import { measure, type Measurement } from './measure.ts';
import { reportQuality } from './quality.ts';
import { writeReading } from './reading.ts';
import { varyFile } from './vary.ts';
import { writeZipfPapers } from './zipf-papers.ts';

const usage = `npm run bench -- [--themes N] [--python PYTHON] [FILE.jsonl[.gz] ...]

Times the whole build command on each file, beside the usual scikit-learn recipe where PYTHON has it.
Without a file: the embedded corpus.

npm run bench -- --growth 10000,100000,1000000

Time and memory of the whole command on generated papers.

npm run bench -- --vary COPIES FILE.jsonl OUT.jsonl

Joins a file with varied copies of itself.

npm run bench -- --quality [--seeds N] FILE.jsonl[.gz] ...

Agreement of the themes with the records' \`label\`, k = number of labels, mean over the seeds 1 to N (5).

npm run bench -- --map FILE ...

Trustworthiness of the map.

npm run bench -- --reading OUT [--seeds N] DATASET DATASET

Papers of a corpus beside their themes in two datasets, shuffled by the seed N, to be judged by readers; and the key.

npm run bench -- --dashboard [--keep FOLDER] [--positions N] [SIZE,SIZE ...]

The dashboard in Chromium on generated papers (10000,100000,200000,1000000): brushing through the cube beside plain
SQL at N positions (300), searching, comparing, a first visit, the map. FOLDER keeps the datasets for the next time.

npm run bench -- --large PAPERS [--keep FOLDER]

The server of answers on so many papers (a multiple of 5000), most of them drawn from others by DuckDB: what one visitor
waits for, then fifty at once for half a minute. FOLDER keeps the dataset for the next time.

npm run bench -- --cancel [--moments N] [--input FILE] [COMMAND ...]

How long each command takes to end after a SIGINT, at N random moments (20) while it opens or reads 1,000 generated
papers, or FILE.

npm run bench -- --calibration [--corpora N]

How often trends are right on corpora with known shares, N of each scenario (1000), and how long verdicts take.`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		themes: { type: 'string', default: '50' },
		python: { type: 'string', default: 'python3' },
		quality: { type: 'boolean', default: false },
		map: { type: 'boolean', default: false },
		growth: { type: 'string' },
		vary: { type: 'string' },
		reading: { type: 'string' },
		dashboard: { type: 'boolean', default: false },
		keep: { type: 'string' },
		large: { type: 'string' },
		positions: { type: 'string', default: '300' },
		seeds: { type: 'string', default: '5' },
		cancel: { type: 'boolean', default: false },
		moments: { type: 'string', default: '20' },
		input: { type: 'string' },
		calibration: { type: 'boolean', default: false },
		corpora: { type: 'string', default: '1000' },
		help: { type: 'boolean', default: false }
	}
});

async function build(file: string, themes: string): Promise<Measurement> {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-'));
	try {
		return await buildCommand(file, join(folder, 'dataset'), themes);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function baseline(file: string, themes: string): Promise<Measurement | null> {
	if (!/\.jsonl(\.gz)?$/.test(file)) return null;
	return await measure(values.python, ['test/bench/baseline.py', file, themes]).catch((error: unknown) => {
		console.error(`No comparison: ${String(error).split('\n').at(-1)}`);
		return null;
	});
}

const seconds = (run: Measurement | null) => run?.seconds.toFixed(1) ?? '-';
const megabytes = (run: Measurement | null) => run?.peakMegabytes?.toFixed(0) ?? '-';

function ratio(a: number | null | undefined, b: number | null | undefined): string {
	return a && b ? (a / b).toFixed(2) : '-';
}

async function row(file: string): Promise<string> {
	const ours = await build(file, values.themes);
	const theirs = await baseline(file, values.themes);
	const cells = [
		basename(file),
		seconds(ours),
		seconds(theirs),
		ratio(ours.seconds, theirs?.seconds),
		megabytes(ours),
		megabytes(theirs),
		ratio(ours.peakMegabytes, theirs?.peakMegabytes)
	];
	return `| ${cells.join(' | ')} |`;
}

async function reportGrowth(sizes: readonly number[]): Promise<void> {
	console.log('| papers | build s | µs a paper | MB |');
	console.log('| --: | --: | --: | --: |');
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-'));
	try {
		for (const size of sizes) {
			const file = join(folder, `${size}.jsonl`);
			await writeZipfPapers(file, size);
			const run = await build(file, values.themes);
			rmSync(file);
			const each = ((run.seconds / size) * 1e6).toFixed(0);
			console.log(`| ${[size, seconds(run), each, megabytes(run)].join(' | ')} |`);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (values.help) console.log(usage);
else if (values.growth !== undefined) await reportGrowth(values.growth.split(',').map(Number));
else if (values.vary !== undefined) {
	const [from = '', to = ''] = positionals;
	await varyFile(from, to, Number(values.vary));
} else if (values.dashboard) {
	const sizes = (positionals[0] ?? '10000,100000,200000,1000000').split(',').map(Number);
	const { themes, keep = null, positions } = values;
	await reportDashboard(sizes, { positions: Number(positions), themes, keep });
} else if (values.large !== undefined) await reportLarge(Number(values.large), values.keep ?? null);
else if (values.reading !== undefined) await writeReading(positionals, Number(values.seeds), values.reading);
else if (values.map) await reportMap(positionals);
else if (values.cancel) await reportCancel(Number(values.moments), values.input ?? null, positionals);
else if (values.calibration) reportCalibration(Number(values.corpora));
else if (values.quality) await reportQuality(positionals, Number(values.seeds));
else {
	console.log('| corpus | build s | scikit-learn s | ratio | build MB | scikit-learn MB | ratio |');
	console.log('| --- | --: | --: | --: | --: | --: | --: |');
	for (const file of positionals.length > 0 ? positionals : ['data/daily-papers.txt']) {
		console.log(await row(file));
	}
}
