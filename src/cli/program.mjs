// Plain JavaScript, because it makes what TypeScript becomes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { root } from './install.mjs';

const cache = join(root, 'node_modules', '.cache', 'corpuscope', 'programs');
/** Bundles that stay beside the newest: a program may be running from one. */
const kept = 3;
/** Threads' programs, which the others look for beside themselves. */
const threads = {
	'build-thread': 'src/cli/worker/build-thread.ts',
	'command-thread': 'src/cli/command-thread.ts',
	'file-thread': 'src/cli/worker/file-thread.ts',
	'pool-thread': 'src/cli/worker/pool-thread.ts'
};
const programs = {
	main: 'src/cli/main.ts',
	start: 'src/cli/start.ts',
	prepare: 'src/cli/prepare.ts',
	package: 'src/cli/package.ts'
};
/** DuckDB's packages stay outside. They are required, since an `import` first searches all of their files for exports. */
const outside = {
	name: 'outside',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^@duckdb\// }, ({ path, kind }) =>
			kind === 'require-call' ? { path, external: true } : { path, namespace: 'outside' }
		);
		onLoad({ filter: /./, namespace: 'outside' }, ({ path }) => ({
			contents: `module.exports = require(${JSON.stringify(path)});`
		}));
	}
};
/** Where the programs' sources are. */
const sources = ['src/cli', 'src/lib'];

/**
 * Bundles programs to plain JavaScript, all side by side; only native DuckDB stays outside.
 * @param {Record<string, string>} entries sources by the names of the programs
 * @param {string} folder
 * @param {boolean} [minify] for what is handed out
 */
export async function bundle(entries, folder, minify = false) {
	const { build } = await import('esbuild');
	await build({
		absWorkingDir: root,
		entryPoints: { ...entries, ...threads },
		outdir: folder,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20.19',
		plugins: [outside],
		// Errors name what failed, also in what is handed out.
		minifySyntax: minify,
		minifyWhitespace: minify,
		// Packages written for CommonJS call `require` for what is part of Node.
		banner: {
			js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);"
		},
		// The project's own extends one that stands there only once the site was built.
		tsconfigRaw: '{}',
		logLevel: 'warning'
	});
}

/**
 * Bundles a module for pages to one file.
 * @param {string} source
 * @param {string} file
 */
export async function bundleElement(source, file) {
	const { build } = await import('esbuild');
	await build({
		absWorkingDir: root,
		entryPoints: [source],
		outfile: file,
		bundle: true,
		minify: true,
		format: 'esm',
		target: 'es2022',
		tsconfigRaw: '{}',
		logLevel: 'warning'
	});
}

/** What tells whether any source has changed: names, sizes and times of change. */
function stateOfSources() {
	const hash = createHash('sha256').update(process.version);
	const add = (path) => {
		for (const entry of readdirSync(path, { withFileTypes: true })) {
			const below = join(path, entry.name);
			if (entry.isDirectory()) add(below);
			else if (/\.(?:ts|mjs)$/.test(entry.name)) note(below);
		}
	};
	const note = (path) => {
		const { mtimeMs, size } = statSync(path);
		hash.update(`${path}\0${mtimeMs}\0${size}\0`);
	};
	sources.forEach((folder) => add(join(root, folder)));
	note(join(root, 'package-lock.json'));
	return hash.digest('hex').slice(0, 16);
}

function removeOld(newest) {
	const age = (name) => statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	readdirSync(cache)
		.filter((name) => name !== newest)
		.sort((a, b) => age(b) - age(a))
		.slice(kept)
		.forEach((name) => rmSync(join(cache, name), { recursive: true, force: true }));
}

/**
 * The bundle of a program, made when there is none of the present sources.
 * @param {string} name
 */
export async function bundledProgram(name) {
	const state = stateOfSources();
	const folder = join(cache, state);
	if (!existsSync(folder)) {
		const fresh = join(cache, `${state}.tmp-${process.pid}`);
		mkdirSync(fresh, { recursive: true });
		await bundle(programs, fresh);
		// Another process may have been faster; its bundle is the same.
		if (existsSync(folder)) rmSync(fresh, { recursive: true, force: true });
		else renameSync(fresh, folder);
		removeOld(basename(folder));
	}
	return join(folder, `${name}.js`);
}
