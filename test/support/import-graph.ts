import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const source = resolve('src');

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return filesBelow(path);
		return /\.(ts|mts|svelte)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
	});
}

function target(from: string, specifier: string): string | null {
	const path = specifier.startsWith('$lib/')
		? join(source, 'lib', specifier.slice(5))
		: specifier.startsWith('.')
			? resolve(dirname(from), specifier)
			: null;
	if (path === null) return null;
	const file = path.replace(/\?.*$/, '');
	return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** The run-time imports of every source file, Svelte components included; type-only imports are left out. */
export function importGraph(): Map<string, string[]> {
	const pattern = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
	return new Map(
		filesBelow(source).map((file) => [
			relative(source, file),
			[...readFileSync(file, 'utf8').matchAll(pattern)]
				.map((match) => target(file, match[1] ?? ''))
				.filter((path) => path !== null)
				.map((path) => relative(source, path))
		])
	);
}

/** One import cycle, as the list of files along it, or `null` when there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
	const done = new Set<string>();
	const visit = (file: string, path: string[]): string[] | null => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return null;
		for (const next of graph.get(file) ?? []) {
			const cycle = visit(next, [...path, file]);
			if (cycle) return cycle;
		}
		done.add(file);
		return null;
	};
	for (const file of graph.keys()) {
		const cycle = visit(file, []);
		if (cycle) return cycle;
	}
	return null;
}
