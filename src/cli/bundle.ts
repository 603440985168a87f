import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

import { projectRoot } from './root.ts';

/** Bundles the command line to the package's `bin`: one program for plain Node beside native DuckDB. */
await build({
	root: projectRoot,
	configFile: false,
	logLevel: 'warn',
	publicDir: false,
	build: {
		ssr: 'src/cli/main.ts',
		outDir: 'dist',
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: { output: { entryFileNames: 'corpuscope.js', banner: '#!/usr/bin/env node' } }
	},
	ssr: { noExternal: true, external: ['@duckdb/node-api'] }
});
await chmod(join(projectRoot, 'dist', 'corpuscope.js'), 0o755);
