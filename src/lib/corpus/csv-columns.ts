import { fieldKey } from './aliases.ts';

/** What a source of tables does in its own way. */
export interface Convention {
	/** The names in a cell of authors. */
	authors: ((cell: string) => string[]) | null;
	/** Rows with more cells than the header are aligned at their end from this column on. */
	pivot: number | null;
}

const betweenCommas = (cell: string) => cell.split(cell.includes(';') ? ';' : ',');
/** PubMed ends its lists with a full stop. */
const ofPubmed = (cell: string) => cell.replace(/\.$/, '').split(',');

/** The convention of a source, told by its column keys. */
export function conventionOf(keys: readonly string[]): Convention {
	const has = (...wanted: string[]) => wanted.every((key) => keys.includes(key));
	// Springer runs the names together, so that nobody can count them.
	if (has('itemtitle', 'itemdoi')) return { authors: () => [], pivot: null };
	if (has('eid', 'sourcetitle')) {
		const funding = keys.findLastIndex((key) => key.startsWith('funding'));
		return { authors: betweenCommas, pivot: funding < 0 ? keys.indexOf('references') : funding };
	}
	if (has('pmid', 'journalbook')) return { authors: ofPubmed, pivot: null };
	if (has('authornames', 'emtreedrugindexterms')) return { authors: betweenCommas, pivot: null };
	return { authors: null, pivot: null };
}

/** The keys of columns, after what the user says of them. */
export function columnKeys(header: readonly string[], columns: Readonly<Record<string, string>>): string[] {
	const said = new Map(Object.entries(columns));
	return header.map((name) => fieldKey(said.get(name) ?? said.get(name.trim()) ?? name));
}

/** The cells of a row, one for each column. */
export function aligned(cells: readonly string[], width: number, pivot: number | null): readonly string[] {
	const extra = cells.length - width;
	if (extra <= 0 || pivot === null || pivot < 0 || cells.slice(width).every((cell) => cell.trim() === ''))
		return cells;
	return [...cells.slice(0, pivot), ...cells.slice(pivot + extra)];
}
