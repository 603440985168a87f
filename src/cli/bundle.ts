import { chmod } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { build } from 'vite';

import { projectRoot } from './root.ts';
import { bundledThread } from './worker/client.ts';

/** Bundles the command line to the package's `bin`: one program for plain Node beside native DuckDB. */
await build({
	root: projectRoot,
	configFile: false,
	logLevel: 'warn',
	publicDir: false,
	build: {
		ssr: true,
		outDir: 'dist',
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: {
			input: { corpuscope: 'src/cli/main.ts', [parse(bundledThread).name]: 'src/cli/worker/build-thread.ts' },
			// All side by side, so that the command line finds its thread's program.
			output: {
				entryFileNames: '[name].js',
				chunkFileNames: '[name]-[hash].js',
				banner: '#!/usr/bin/env node'
			}
		}
	},
	ssr: { noExternal: true, external: ['@duckdb/node-api'] }
});
await chmod(join(projectRoot, 'dist', 'corpuscope.js'), 0o755);
