/** Values by tag, in the order of the file. */
export type RisRecord = Readonly<Record<string, readonly string[]>>;

/**
 * Reads RIS by the rules of rispy 0.10.0: a record begins with TY and ends with ER, a tag is two signs, two blanks, a
 * hyphen and a blank at the beginning of a line, and a line without one goes on with the value before it.
 * @throws Error for a record that does not begin or end as it should
 */
export function readRis(text: string): RisRecord[] {
	const records: Record<string, string[]>[] = [];
	let open: Record<string, string[]> | null = null;
	let last: string[] | null = null;
	for (const line of text.split(/\r?\n/)) {
		const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line) ?? [];
		if (tag === undefined) {
			if (line.trim() !== '' && last) last.push(`${last.pop()} ${line.trim()}`);
			else if (line.trim() !== '') throw new Error(`a line outside of every record: ${line}`);
			continue;
		}
		if (tag === 'TY' && open) throw new Error('a record begins in another');
		if (tag === 'TY') records.push((open = {}));
		if (!open) throw new Error(`${tag} stands outside of every record`);
		if (tag === 'ER') open = last = null;
		else last = open[tag] = [...(open[tag] ?? []), value];
	}
	if (open) throw new Error('the last record does not end');
	return records;
}
