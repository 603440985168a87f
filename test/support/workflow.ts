import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A step of a workflow that runs lines of a shell. */
export interface Step {
	readonly name: string;
	readonly run: string;
}

/** A workflow file as far as this machine can run it: steps that use an action of the host are left out. */
export interface Workflow {
	readonly env: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

const indentOf = (line: string) => line.length - line.trimStart().length;
const plain = (text: string) => text.trim().replace(/^'(.*)'$/, '$1');

/** The lines under a line, up to the next that is not deeper than it. */
function below(lines: readonly string[], at: number): string[] {
	const rest = lines.slice(at + 1);
	const depth = indentOf(lines[at] as string);
	const end = rest.findIndex((line) => line.trim() !== '' && indentOf(line) <= depth);
	return end < 0 ? rest : rest.slice(0, end);
}

/** What stands behind `run:`, on its line or, behind a `|`, below it. */
function runOf(lines: readonly string[]): string | null {
	const at = lines.findIndex((line) => /^\s*run: /.test(line));
	if (at < 0) return null;
	const said = plain((lines[at] as string).replace(/^\s*run: /, ''));
	if (said !== '|') return said;
	const block = below(lines, at);
	const depth = indentOf(block[0] as string);
	return block.map((line) => line.slice(depth)).join('\n');
}

/**
 * Reads a workflow file of GitHub's kind that has one job, `env` at its top, and in each step a name before `run`.
 * @throws Error when it has no such steps
 */
export function readWorkflow(path: string): Workflow {
	const lines = readFileSync(path, 'utf8').split('\n');
	const under = (key: RegExp) =>
		below(
			lines,
			lines.findIndex((line) => key.test(line))
		);
	const env = under(/^env:$/).flatMap((line) => {
		const [, name, value] = /^\s*(\w+): (.*)$/.exec(line) ?? [];
		return name === undefined || value === undefined ? [] : [[name, plain(value)] as const];
	});
	const within = under(/^\s+steps:$/);
	const steps = within.flatMap((line, at) => {
		const [, name] = /^\s*- name: (.*)$/.exec(line) ?? [];
		const run = name === undefined ? null : runOf(below(within, at));
		return name === undefined || run === null ? [] : [{ name, run }];
	});
	if (steps.length === 0) throw new Error(`${path} has no steps that run lines of a shell`);
	return { env: Object.fromEntries(env), steps };
}

/**
 * Runs the steps as the host does with `shell: bash`: each in a shell of its own that ends at the first command that
 * fails, and none after one that has failed.
 * @param env what is there beside the workflow's own, and goes before it
 * @returns the name of the step that failed, or null, and everything that was printed
 */
export async function runWorkflow(
	{ env: own, steps }: Workflow,
	{ cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }
): Promise<{ failed: string | null; said: string }> {
	let said = '';
	for (const { name, run } of steps) {
		try {
			const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run];
			const { stdout, stderr } = await promisify(execFile)('bash', args, { cwd, env: { ...own, ...env } });
			said += stdout + stderr;
		} catch (error) {
			const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
			return { failed: name, said: said + stdout + stderr };
		}
	}
	return { failed: null, said };
}
