import { reported } from './reported.ts';
import { buildPages } from './site/build-site.ts';
import { prepareEngine } from './site/prepare-engine.ts';

/** Builds the pages that the package serves; `bundle.mjs` adds the programs. */
process.exitCode = await reported(async (heed) => {
	await prepareEngine();
	await buildPages('package', heed());
});
