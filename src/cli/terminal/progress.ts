import { type StageProgress, type Stage, stageNames } from '../../lib/source/hooks.ts';
import { grouped } from './numbers.ts';

const width = Math.max(...Object.values(stageNames).map((name) => name.length));
const barWidth = 24;
/** Milliseconds between two drawings of a bar. */
const interval = 60;

interface Output {
	readonly isTTY?: boolean | undefined;
	write(text: string): unknown;
}

/** Shows how far a build is. */
interface ProgressView {
	readonly report: (progress: StageProgress) => void;
	/** Completes what is shown. */
	readonly end: () => void;
}

function bar({ stage, done, total }: StageProgress): string {
	const name = stageNames[stage].padEnd(width);
	if (total === null || total === 0) return `${name}  ${grouped(done)}`;
	const share = Math.min(1, done / total);
	const full = Math.floor(share * barWidth);
	const percent = String(Math.floor(share * 100)).padStart(3);
	return `${name}  ${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${percent} %`;
}

function onTerminal(out: Output): ProgressView {
	let last: StageProgress | null = null;
	let drawn = 0;
	const draw = (progress: StageProgress) => out.write(`\r\u001b[2K${bar(progress)}`);
	const end = () => {
		if (last) {
			draw(last);
			out.write('\n');
		}
		last = null;
	};
	const report = (progress: StageProgress) => {
		if (last && last.stage !== progress.stage) end();
		const now = performance.now();
		if (!last || now - drawn >= interval) {
			draw(progress);
			drawn = now;
		}
		last = progress;
	};
	return { report, end };
}

function inLines(out: Output): ProgressView {
	let stage: Stage | null = null;
	const report = (progress: StageProgress) => {
		if (progress.stage === stage) return;
		stage = progress.stage;
		out.write(`${stageNames[stage]} ...\n`);
	};
	return { report, end: () => undefined };
}

/** A bar for each stage on a terminal, a line for each stage elsewhere. */
export function createProgress(out: Output): ProgressView {
	return out.isTTY ? onTerminal(out) : inLines(out);
}
