import { fieldKey, places } from '../../paper/aliases.ts';
import type { Fields } from '../../paper/fields.ts';

const label = /^(\p{L}[\p{L} ]{1,30}): (.*)$/u;

/** A name of a field before a value, and the value. */
function labelled(line: string): { key: string; field: string; value: string } | null {
	const [, name = '', value = ''] = label.exec(line) ?? [];
	const field = places.get(fieldKey(name))?.field;
	return field === undefined ? null : { key: fieldKey(name), field, value };
}

/** The fields of a block whose lines name them ("Title: ...", "Abstract: ..."), or `null`. */
export function labelledFields(block: readonly string[]): Fields | null {
	if (labelled(block[0] ?? '')?.field !== 'title') return null;
	const fields = new Map<string, string>();
	let last = '';
	for (const line of block) {
		const found = labelled(line);
		if (found && !fields.has(found.key)) fields.set((last = found.key), found.value);
		else fields.set(last, `${fields.get(last) ?? ''} ${line}`);
	}
	return fields.size > 1 ? fields : null;
}
