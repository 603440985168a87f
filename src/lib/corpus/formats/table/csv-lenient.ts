const isLineEnd = (char: string | undefined) => char === '\n' || char === '\r' || char === undefined;

/**
 * The rows of a piece of text whose quotes are not doubled as they should be: a quote inside a quoted cell that
 * neither a quote, a delimiter nor a line end follows ends the quoting, and the rest of the cell is taken as it is
 * (Python's csv module reads so).
 */
export function lenientRows(text: string, delimiter: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (let at = 0; at < text.length;) {
		const { cell, end } = lenientCell(text, at, delimiter);
		row.push(cell);
		at = end + 1;
		if (text[end] === delimiter) {
			if (at === text.length) row.push('');
			continue;
		}
		if (text[end] === '\r' && text[at] === '\n') at++;
		rows.push(row);
		row = [];
	}
	if (row.length > 0) rows.push(row);
	return rows;
}

/** The cell that begins at a position, and where its delimiter or line end stands. */
function lenientCell(text: string, from: number, delimiter: string): { cell: string; end: number } {
	const quoted = text[from] === '"' ? quotedPart(text, from + 1) : { cell: '', end: from };
	let end = quoted.end;
	while (!isLineEnd(text[end]) && text[end] !== delimiter) end++;
	return { cell: quoted.cell + text.slice(quoted.end, end), end };
}

/** Text up to the quote that closes it, with doubled quotes as one. */
function quotedPart(text: string, from: number): { cell: string; end: number } {
	let cell = '';
	let at = from;
	while (at < text.length) {
		const close = text.indexOf('"', at);
		if (close < 0) return { cell: cell + text.slice(at), end: text.length };
		cell += text.slice(at, close);
		if (text[close + 1] !== '"') return { cell, end: close + 1 };
		cell += '"';
		at = close + 2;
	}
	return { cell, end: at };
}
