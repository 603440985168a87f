// Plain JavaScript, because test/run.mjs is: says what Spark cannot be tested without.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const said = (command, ...args) => {
	const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
	return error ? '' : stdout + stderr;
};

/** What is missing, in words; null when there are Java 17 and Python 3.10, or newer ones. */
export function sparkLacks() {
	const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
	const [, release] = /version "(\d+)/.exec(said(java, '-version')) ?? [];
	if (!(Number(release) >= 17))
		return `Java 17 or newer is missing${release ? ` (this is ${release})` : ''}: install a JRE, or set JAVA_HOME.`;
	const ask = 'import sys; print("%d %d" % sys.version_info[:2])';
	const commands = process.env.PYTHON ? [process.env.PYTHON] : ['python3', 'python'];
	const isNewEnough = (command) => {
		const [major = 0, minor = 0] = said(command, '-c', ask).trim().split(' ').map(Number);
		return major === 3 && minor >= 10;
	};
	return commands.some(isNewEnough)
		? null
		: 'Python 3.10 or newer is missing: install it, or name it by PYTHON.';
}
