// Plain JavaScript, because it runs before anything is installed: makes node_modules match package-lock.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'node_modules', '.corpuscope-installed');
const quiet = process.argv.includes('--quiet');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Corpuscope needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and try again.`
	);
	process.exit(1);
}

const wanted = createHash('sha256')
	.update(readFileSync(join(root, 'package-lock.json')))
	.digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
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
