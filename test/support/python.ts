import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { cacheFolder } from '../../src/cli/site/kept-datasets.ts';

const run = promisify(execFile);

/** The oldest Python that the packages of tests are published for. */
const oldest = [3, 10] as const;

/** Why there is no Python to test with, in words for who runs the tests. */
export class NoPython extends Error {}

/** Path and version of a Python, where the command is one. */
async function versionOf(command: string): Promise<{ path: string; version: string } | null> {
	const asked = 'import sys; print(sys.executable); print("%d.%d" % sys.version_info[:2])';
	try {
		const [path, version] = (await run(command, ['-c', asked])).stdout.trim().split(/\r?\n/) as [
			string,
			string
		];
		return { path, version };
	} catch {
		return null;
	}
}

/**
 * The machine's Python: what `PYTHON` names, else `python3` or `python`.
 * @throws NoPython when there is none, or only older ones
 */
async function findPython(): Promise<{ path: string; version: string }> {
	const commands = process.env.PYTHON ? [process.env.PYTHON] : ['python3', 'python'];
	const found = (await Promise.all(commands.map(versionOf))).filter((python) => python !== null);
	const [major, minor] = oldest;
	const isNewEnough = ({ version }: { version: string }) => {
		const [its = 0, second = 0] = version.split('.').map(Number);
		return its > major || (its === major && second >= minor);
	};
	const python = found.find(isNewEnough);
	if (python) return python;
	const instead = found[0] ? ` (${found[0].path} is ${found[0].version})` : '';
	throw new NoPython(`Python ${oldest.join('.')} or newer is missing${instead}.`);
}

const pythonIn = (folder: string) =>
	process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');

/** Has pip not compress what it builds and then unpacks: for PySpark that takes half of its installation. */
const unpacked = { PIP_CONFIG_SETTINGS: '--build-option=--compression=stored' };

/**
 * A Python that has packages, in an environment of its own in the user's cache folder. The first that asks makes it;
 * the same packages under the same Python have the same environment, whole or not at all. Programs in its `bin` name
 * the place where it was made: they are run by `python -m`.
 * @param name what the folder begins with
 * @param packages as pip takes them, with their versions: `duckdb==1.5.6`
 * @returns the path of its interpreter
 * @throws NoPython when there is no Python, or the packages cannot be had
 */
export async function pythonWith(name: string, packages: readonly string[]): Promise<string> {
	const { path, version } = await findPython();
	const key = createHash('sha256')
		.update(JSON.stringify([path, version, packages]))
		.digest('hex');
	const folder = join(cacheFolder(), 'python', `${name}-${key.slice(0, 16)}`);
	if (existsSync(folder)) return pythonIn(folder);
	mkdirSync(dirname(folder), { recursive: true });
	const fresh = mkdtempSync(`${folder}.tmp-`);
	try {
		await run(path, ['-m', 'venv', fresh]);
		const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile'];
		await run(pythonIn(fresh), [...install, ...packages], { env: { ...unpacked, ...process.env } });
		if (!existsSync(folder)) renameSync(fresh, folder);
	} catch (error) {
		if (existsSync(folder)) return pythonIn(folder);
		const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(error);
		throw new NoPython(`${path} cannot install ${packages.join(', ')}: ${said}`, { cause: error });
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
	return pythonIn(folder);
}
