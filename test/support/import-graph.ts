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

const atRunTime = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const ofAnyKind = /(?:^\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?|\bimport\(\s*)['"]([^'"]+)['"]/gm;

/**
 * The imports of every source file, Svelte components included, by path from `src`.
 * @param kinds `run time` leaves out imports of types and those that wait until they are needed
 */
export function importGraph(kinds: 'run time' | 'all' = 'run time'): Map<string, string[]> {
	const pattern = kinds === 'all' ? ofAnyKind : atRunTime;
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

/** Where two files part: the folder that holds both, and the folders below it that each stands in. */
function partingOf(from: string, to: string): { parent: string; pair: [string, string] } | null {
	const [a, b] = [from.split('/'), to.split('/')];
	let depth = 0;
	while (a[depth] === b[depth] && depth < Math.min(a.length, b.length) - 1) depth++;
	const isBetweenFolders = depth < a.length - 1 && depth < b.length - 1;
	return isBetweenFolders
		? { parent: a.slice(0, depth).join('/'), pair: [a[depth] as string, b[depth] as string] }
		: null;
}

/** A ring among folders that stand side by side anywhere, as the folders along it, or `null` when there is none. */
export function findRing(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
	const siblings = new Map<string, Map<string, string[]>>();
	for (const [from, targets] of graph) {
		for (const to of targets) {
			const parting = partingOf(from, to);
			if (!parting) continue;
			const { parent, pair } = parting;
			const folders = siblings.get(parent) ?? new Map<string, string[]>();
			siblings.set(parent, folders.set(pair[0], [...(folders.get(pair[0]) ?? []), pair[1]]));
		}
	}
	for (const [parent, folders] of siblings) {
		const ring = findCycle(folders);
		if (ring) return ring.map((folder) => `${parent}/${folder}`);
	}
	return null;
}
