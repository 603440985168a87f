import { fieldKey, isTextField } from '../../paper/aliases.ts';

/** The keys of columns, after what the user says of them. */
export function columnKeys(header: readonly string[], columns: Readonly<Record<string, string>>): string[] {
	const said = new Map(Object.entries(columns));
	return header.map((name) => fieldKey(said.get(name) ?? said.get(name.trim()) ?? name));
}

/** Whether a column of a name holds titles or abstracts, after what the user says of columns. */
export function textColumn(columns: Readonly<Record<string, string>> = {}): (name: string) => boolean {
	return (name) => columnKeys([name], columns).some(isTextField);
}

/** What the cells of some columns look like, by which a shifted row is noticed. */
const looks: readonly [RegExp, RegExp][] = [
	[/^(?:publication)?year$|^pubyear$|^py$/, /^\d{4}$/],
	[/^doi$|^di$/, /^(?:https?:\/\/\S*)?10\.\d{4,9}\//],
	[/^(?:link|url|pdflink)$/, /^https?:/],
	[/^eid$/, /^2-s2\.0-/],
	[/^(?:ut|uniquewosid|utuniquewosid)$/, /^WOS:/],
	[/^(?:pmid|pubmedid|pagecount|citedby)$/, /^\d+$/],
	[/^issn$/, /^\d{4}-?\d{3}[\dXx]/],
	[/^language(?:oforiginaldocument)?$/, /^[A-Z][a-z]+$/],
	[
		/^documenttype$/,
		/^(?:Article|Review|Conference|Book|Editorial|Note|Letter|Short|Erratum|Data|Retracted)/
	],
	[/^source$/, /^Scopus$/]
];

/** How many cells look like what their column holds, minus those that do not. */
function fit(keys: readonly string[], cells: readonly string[]): number {
	return keys.reduce((sum, key, index) => {
		const look = looks.find(([column]) => column.test(key))?.[1];
		const cell = cells[index]?.trim() ?? '';
		return look && cell ? sum + (look.test(cell) ? 1 : -1) : sum;
	}, 0);
}

/**
 * The cells of a row, one for each column. A row with a few cells too many has them somewhere inside: they are left
 * out where the other cells then look most like their columns.
 */
export function aligned(cells: readonly string[], keys: readonly string[]): readonly string[] {
	const extra = cells.length - keys.length;
	if (extra <= 0 || extra > 3 || cells.slice(keys.length).every((cell) => cell.trim() === '')) return cells;
	let best: readonly string[] = cells.slice(0, keys.length);
	for (let at = keys.length - 1; at >= 0; at--) {
		const candidate = [...cells.slice(0, at), ...cells.slice(at + extra)];
		if (fit(keys, candidate) > fit(keys, best)) best = candidate;
	}
	return best;
}
