const longestLine = 24;
const mostLines = 3;

/** A label in at most three lines, cut where they are full. */
export function labelLines(label: string): string[] {
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
