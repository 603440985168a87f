import type { Fields } from '../../paper/fields.ts';
import { RecordLength } from '../../bytes/limits.ts';
import { lines } from '../../bytes/lines.ts';

/** A record of tagged lines: each tag's values in order, continuation lines joined. */
export class TaggedRecord {
	readonly #values = new Map<string, string[]>();
	readonly #raw: string[] = [];
	#last: string | null = null;

	get isEmpty(): boolean {
		return this.#values.size === 0;
	}

	/** The first lines, for an excerpt. */
	get raw(): string {
		return this.#raw.join(' ');
	}

	add(tag: string, value: string): void {
		const values = this.#values.get(tag) ?? [];
		values.push(value);
		this.#values.set(tag, values);
		this.#last = tag;
		this.#note(value);
	}

	/** Adds a line to the value before it; `apart` makes it a value of its own (a list of one item a line). */
	continue(line: string, apart: boolean): void {
		const values = this.#values.get(this.#last ?? '');
		if (!values) return;
		if (apart) values.push(line);
		else values[values.length - 1] += `\n${line}`;
		this.#note(line);
	}

	#note(line: string): void {
		if (this.#raw.length < 4) this.#raw.push(line);
	}

	all(...tags: readonly string[]): string[] {
		const found: string[] = [];
		for (const tag of tags)
			for (const value of this.#values.get(tag) ?? []) {
				const trimmed = value.trim();
				if (trimmed !== '') found.push(trimmed);
			}
		return found;
	}

	/** The values of the first of these tags that has any. */
	firstOf(...tags: readonly string[]): string[] {
		for (const tag of tags) {
			// A record has few of the tags that are asked for.
			if (!this.#values.has(tag)) continue;
			const values = this.all(tag);
			if (values.length > 0) return values;
		}
		return [];
	}

	text(...tags: readonly string[]): string | null {
		return this.firstOf(...tags)[0] ?? null;
	}

	/** The longest value, for abstracts that stand in one of several tags. */
	longest(...tags: readonly string[]): string | null {
		return this.all(...tags).reduce<string | null>(
			(best, value) => (best === null || value.length > best.length ? value : best),
			null
		);
	}
}

/** How a tagged format is cut. */
export interface TagGrammar {
	/** Tag and value of a line, or `null` when it continues the line before. */
	tag(line: string): { tag: string; value: string } | null;
	/** Whether this tag begins a record. */
	begins(tag: string, record: TaggedRecord): boolean;
	/** Whether this tag ends a record. */
	ends(tag: string): boolean;
	/** Whether an untagged line is an item of its own. */
	isList?: (tag: string) => boolean;
}

/** Cuts tagged lines into records; a record without an end is ended by the next one or by the file. */
export async function* taggedRecords(
	text: AsyncIterable<string>,
	grammar: TagGrammar
): AsyncGenerator<TaggedRecord> {
	let record = new TaggedRecord();
	let last = '';
	const length = new RecordLength();
	for await (const line of lines(text)) {
		length.add(line.length);
		const found = grammar.tag(line);
		if (!found) {
			if (line.trim()) record.continue(line.trim(), grammar.isList?.(last) ?? false);
			continue;
		}
		if (!record.isEmpty && (grammar.ends(found.tag) || grammar.begins(found.tag, record))) {
			yield record;
			record = new TaggedRecord();
			length.reset();
		}
		last = found.tag;
		if (!grammar.ends(found.tag)) record.add(found.tag, found.value);
	}
	if (!record.isEmpty) yield record;
}

/** Fields from pairs, without those that are absent. */
export function fieldsFrom(pairs: Readonly<Record<string, unknown>>): Fields {
	return new Map(
		Object.entries(pairs).filter(([, value]) => value !== null && value !== undefined && value !== '')
	);
}

/** How often a paper is cited, where a note says so, as those of Scopus do: `Cited By :2`. */
export const citedBy = (note: string | null): string | null =>
	/(?:^|[;\n] ?)cited by ?: ?(\d+)(?:\.0)?(?= ?(?:[;\n]|$))/i.exec(note ?? '')?.[1] ?? null;
