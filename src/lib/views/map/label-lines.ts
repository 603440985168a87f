const longestLine = 24;

/** A label in at most two lines, cut where both are full. */
export function labelLines(label: string): string[] {
	const lines: string[] = [''];
	for (const word of label.split(' ')) {
		const line = lines.at(-1) as string;
		const longer = line === '' ? word : `${line} ${word}`;
		if (longer.length <= longestLine || line === '') lines[lines.length - 1] = longer;
		else if (lines.length === 1) lines.push(word);
		else return [lines[0] as string, `${line}…`];
	}
	return lines;
}
