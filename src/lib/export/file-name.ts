const longest = 60;
/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A label as the stem of a file name that every system takes: letters and digits of any script, hyphens for
 * the rest, at most 60 characters.
 */
export function fileStem(label: string, fallback = 'theme'): string {
	const words = label.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
	const short = [...words.replace(/^-/, '')].slice(0, longest).join('').replace(/-$/, '');
	if (short === '') return fallback;
	return reserved.test(short) ? `${short}-${fallback}` : short;
}

/** File names for labels, in their order, no two of which a system that ignores case takes for the same. */
export function distinctFileNames(labels: readonly string[], extension: string): string[] {
	const taken = new Set<string>();
	return labels.map((label) => {
		const stem = fileStem(label);
		let name = stem;
		for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem}-${copy}`;
		taken.add(name.toLowerCase());
		return `${name}.${extension}`;
	});
}
