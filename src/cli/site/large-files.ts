import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a file beyond which some static hosts refuse it. */
const hostsAccept = 25_000_000;

/** A file that some hosts refuse. */
export interface LargeFile {
	/** Its path below the folder. */
	file: string;
	bytes: number;
}

/** The files below a folder that some static hosts refuse, by name. */
export function largeFiles(folder: string): LargeFile[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
		.filter(({ bytes }) => bytes > hostsAccept)
		.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What to know of them before the site is published; `null` without any. */
export function largeFilesWords(files: readonly LargeFile[]): string | null {
	if (files.length === 0) return null;
	const named = files.map(({ file, bytes }) => `${file} (${Math.round(bytes / 1e6)} MB)`);
	return `Some hosts refuse files over 25 MB: ${named.join(', ')}. Others serve the site as it is.`;
}
