import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, parse, resolve, sep } from 'node:path';

import { fileExtensions } from '../../lib/corpus/formats/registry.ts';
import { CommandError } from '../errors.ts';

/** What a folder's corpus files are called; anything else beside them is left alone. */
const corpusFile = new RegExp(`\\.(${fileExtensions.join('|')})(\\.gz)?$`, 'i');

/** Whether a folder's file is read with it. */
export const isCorpusFile = (name: string): boolean => !name.startsWith('.') && corpusFile.test(name);

/** What stands in a name in the place of bytes that are no UTF-8. */
const undecodable = '\ufffd';

const unnamed = (path: string) =>
	new CommandError(
		`${path}: the name holds bytes that are no UTF-8, so that it cannot be opened. Rename it.`
	);

/** The paths, all of which can be opened. @throws CommandError otherwise */
function openable(paths: string[]): string[] {
	const odd = paths.find((path) => path.includes(undecodable) && !existsSync(path));
	if (odd !== undefined) throw unnamed(odd);
	return paths;
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The corpus files directly inside a folder, in code-unit order of their names. */
export function corpusFilesIn(folder: string): string[] {
	const paths = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && isCorpusFile(entry.name))
		.map((entry) => join(folder, entry.name));
	return openable(paths.sort(byCodeUnit));
}

function segmentPattern(segment: string): RegExp {
	const source = segment
		.replace(/[.+^${}()|[\]\\]/g, '\\$&')
		.replaceAll('*', '.*')
		.replaceAll('?', '.');
	return new RegExp(`^${source}$`, 'u');
}

function children(folder: string, segment: string): string[] {
	if (!/[*?]/.test(segment)) return [join(folder, segment)].filter(existsSync);
	if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
	const pattern = segmentPattern(segment);
	const names = readdirSync(folder).filter(
		(name) => pattern.test(name) && (segment.startsWith('.') || !name.startsWith('.'))
	);
	return openable(names.sort(byCodeUnit).map((name) => join(folder, name)));
}

/** Paths that fit a pattern with `*` and `?`, neither of which crosses a folder, in code-unit order. */
export function glob(pattern: string): string[] {
	const { root } = parse(pattern);
	const segments = pattern.slice(root.length).split(sep === '/' ? '/' : /[\\/]/);
	const start = isAbsolute(pattern) ? root : '.';
	return segments
		.filter((segment) => segment !== '')
		.reduce((folders, segment) => folders.flatMap((folder) => children(folder, segment)), [start]);
}

function expandOne(input: string): string[] {
	if (existsSync(input)) {
		if (!statSync(input).isDirectory()) return [input];
		const files = corpusFilesIn(input);
		if (files.length > 0) return files;
		throw new CommandError(
			`${input} holds no file of papers (such as .txt, .jsonl, .csv, .bib, .ris, .xml or .zip).`
		);
	}
	const found = /[*?]/.test(input) ? glob(input) : [];
	if (found.length > 0) return found.flatMap(expandOne);
	if (input.includes(undecodable)) throw unnamed(input);
	throw new CommandError(`${input}: there is no such file or folder. Check the path; globs may use * and ?.`);
}

/**
 * The files that arguments stand for: themselves, the corpus files of a folder, what fits a glob. Each once.
 * @throws CommandError for an argument that stands for nothing
 */
export function expandInputs(inputs: readonly string[]): string[] {
	const seen = new Set<string>();
	return inputs.flatMap(expandOne).filter((path) => {
		const key = resolve(path);
		const fresh = !seen.has(key);
		seen.add(key);
		return fresh;
	});
}
