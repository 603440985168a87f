import { paperFromFields, type Fields } from '../../paper/fields.ts';
import { noFacts, type Records } from '../../paper/record.ts';
import { taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** How lines that begin with the name of a field make records. */
export interface NamedLines {
	/** Name and value of a line. */
	readonly line: RegExp;
	/** Names of which one begins a record: the one that the file begins with. */
	readonly first: readonly string[];
	readonly fieldsOf: (record: TaggedRecord) => Fields;
}

/** A reader of lines that name their fields; a line without a known name goes on with the value before it. */
export function readNamedLines({ line, first, fieldsOf }: NamedLines) {
	return async function* (text: AsyncIterable<string>): Records {
		let leader: string | null = null;
		const grammar: TagGrammar = {
			tag(text) {
				const match = line.exec(text.replace(/^\uFEFF/, ''));
				const tag = match?.[1] ?? '';
				// The first line begins a record without being asked whether it does.
				if (first.includes(tag)) leader ??= tag;
				return match ? { tag, value: (match[2] ?? '').trimStart() } : null;
			},
			begins: (tag) => tag === leader,
			ends: () => false
		};
		for await (const record of taggedRecords(text, grammar))
			yield paperFromFields(fieldsOf(record), record.raw);
		return noFacts;
	};
}
