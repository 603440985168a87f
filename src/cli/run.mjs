// Runs one of the programs of this folder (`node src/cli/run.mjs NAME ...`) after installing what it needs. The
// programs are TypeScript: they are bundled once and again when a source has changed, because reading them through a
// loader takes longer than most commands.
import { pathToFileURL } from 'node:url';

import { install } from './install.mjs';

const [name] = process.argv.splice(2, 1);
install(name === 'main');
try {
	const { bundledProgram } = await import('./program.mjs');
	await import(pathToFileURL(await bundledProgram(name)).href);
} catch (error) {
	console.error(`The program cannot be started: ${error.message}`);
	process.exit(1);
}
