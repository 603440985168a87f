/** A table in Markdown: the first column holds words, the others numbers. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const rule = header.map((_, column) => (column === 0 ? '---' : '--:'));
	return [header, rule, ...rows].map(line).join('\n');
}
