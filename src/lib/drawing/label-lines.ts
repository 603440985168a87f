/** A label in at most so many lines of about so many characters, cut where they are full. */
export function labelLines(label: string, longestLine = 24, mostLines = 3): string[] {
	const lines: string[] = [''];
	for (const word of label.split(' ')) {
		const line = lines.at(-1) as string;
		const longer = line === '' ? word : `${line} ${word}`;
		if (longer.length <= longestLine || line === '') lines[lines.length - 1] = longer;
		else if (lines.length < mostLines) lines.push(word);
		else return [...lines.slice(0, -1), `${line}…`];
	}
	return lines;
}
