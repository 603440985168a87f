import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { projectRoot, stampFolder } from '../root.ts';

function filesOf(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesOf(join(path, name)));
}

/** SHA-256 over the names and contents of files and folders of the project, 64 hexadecimal digits. */
export function hashOfSources(paths: readonly string[]): string {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => filesOf(join(projectRoot, path)))) {
		const content = readFileSync(file);
		hash.update(`${relative(projectRoot, file)}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/** What was noted under a name, or nothing. */
export function readStamp(name: string): string | null {
	const path = join(stampFolder, name);
	return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

export function writeStamp(name: string, text: string): void {
	mkdirSync(stampFolder, { recursive: true });
	writeFileSync(join(stampFolder, name), text);
}
