// Plain JavaScript, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'node_modules', '.corpuscope-installed');

function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(
		`Corpuscope needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and try again.`
	);
	process.exit(1);
}

/**
 * Makes node_modules match package-lock.json, or ends the process when it cannot.
 * @param {boolean} quiet
 */
export function install(quiet) {
	requireNode();
	const wanted = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	if (!quiet) console.log('Installing dependencies ...');
	// Standard output belongs to the command that follows, which may be piped.
	const { status } = spawnSync(
		'npm',
		['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: root,
			stdio: ['ignore', 2, 2],
			shell: process.platform === 'win32'
		}
	);
	if (status !== 0) {
		console.error(
			'Installing the dependencies failed. Check the network connection and run the command again.'
		);
		process.exit(1);
	}
	writeFileSync(stamp, wanted);
}
