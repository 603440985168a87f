/** Checksums by file, in the form of `sha256sum`. */
export function formatChecksums(checksums: ReadonlyMap<string, string>): string {
	return [...checksums].map(([file, sha256]) => `${sha256}  ${file}\n`).join('');
}

export function parseChecksums(text: string): Map<string, string> {
	const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
	return new Map(lines.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]] as const] : [])));
}
