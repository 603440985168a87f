import { longestRecord, tooLong } from '../../bytes/limits.ts';

/** One entry of a BibTeX file. */
export interface BibtexEntry {
	/** In lower case: `article`, `string`, `comment`, ... */
	type: string;
	key: string;
	/** Values without their delimiters, by lower-case names; of a repeated name the first that is filled. */
	fields: Map<string, string>;
}

/** Values that never close, at most: each costs a look at the whole rest of the entry. */
const mostUnclosed = 50;

const nextField = /\n[ \t]*[A-Za-z][\w.+-]*\s*=\s*["{\d]/g;

/** The end of a field or of the entry, another part, or a field that no comma separates. */
const afterQuote = /\s*(?:[,}#)\n]|$|[A-Za-z][\w-]*\s*=)/y;

/**
 * Reads the entries of a piece of BibTeX. It forgives what real files hold: spaces in field names, missing
 * commas, braces that never close (the next line that begins a field ends such a value).
 */
class EntryReader {
	readonly #text: string;
	readonly #macros: ReadonlyMap<string, string>;
	#at: number;
	#unclosedValues = 0;

	constructor(text: string, at: number, macros: ReadonlyMap<string, string>) {
		this.#text = text;
		this.#at = at;
		this.#macros = macros;
	}

	read(type: string): { entry: BibtexEntry; end: number } {
		const key = type === 'string' ? '' : this.#key();
		const fields = new Map<string, string>();
		for (let name = this.#name(); name !== null; name = this.#name()) {
			const value = this.#value();
			if (value.trim() && !fields.get(name)) fields.set(name, value);
		}
		return { entry: { type, key, fields }, end: this.#at };
	}

	/** The key, which some entries lack. */
	#key(): string {
		const start = this.#at;
		const key = this.#until(/[,\n})]/g).trim();
		if (!key.includes('=')) return key;
		this.#at = start;
		return '';
	}

	#until(stop: RegExp): string {
		stop.lastIndex = this.#at;
		const end = stop.exec(this.#text)?.index ?? this.#text.length;
		const found = this.#text.slice(this.#at, end);
		this.#at = end;
		return found;
	}

	#skip(pattern: RegExp): void {
		pattern.lastIndex = this.#at;
		this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
	}

	/** The name before the next `=`, or `null` at the end of the entry. */
	#name(): string | null {
		for (;;) {
			this.#skip(/[\s,]*/y);
			const name = this.#until(/[=,})]/g);
			const stop = this.#text[this.#at];
			if (stop === '=') {
				this.#at++;
				return name.trim().toLowerCase();
			}
			if (stop === ',') continue;
			if (stop !== undefined) this.#at++;
			return null;
		}
	}

	/** Parts joined by `#`: in braces, in quotes, a number or a macro. */
	#value(): string {
		let value = '';
		for (;;) {
			this.#skip(/\s*/y);
			const start = this.#text[this.#at];
			if (start === '{') value += this.#enclosed('}');
			else if (start === '"') value += this.#enclosed('"');
			else {
				const word = this.#until(/[,#}\n]/g).trim();
				value += this.#macros.get(word.toLowerCase()) ?? word;
			}
			if (value.length > longestRecord) throw tooLong('a value');
			this.#skip(/\s*/y);
			if (this.#text[this.#at] !== '#') return value;
			this.#at++;
		}
	}

	/** Whether a quote ends its value: text may hold quotes, and some files do not protect them. */
	#endsValue(at: number): boolean {
		afterQuote.lastIndex = at + 1;
		return afterQuote.test(this.#text);
	}

	#enclosed(close: string): string {
		const start = this.#at + 1;
		let depth = 0;
		for (let at = start; at < this.#text.length; at++) {
			const char = this.#text[at];
			if (char === close && depth === 0 && (close === '}' || this.#endsValue(at))) {
				if (this.#swallowsEntry(start, at)) break;
				this.#at = at + 1;
				return this.#text.slice(start, at);
			}
			if (char === '{') depth++;
			else if (char === '}') depth--;
			if (depth < 0) break;
		}
		return this.#unclosed(start);
	}

	/** Whether a value closes only with the entry, and has other fields inside. */
	#swallowsEntry(start: number, end: number): boolean {
		if (this.#text.slice(end + 1, end + 200).trim() !== '') return false;
		nextField.lastIndex = 0;
		return nextField.test(this.#text.slice(start, end + 1));
	}

	#unclosed(start: number): string {
		nextField.lastIndex = start;
		const next = this.#unclosedValues++ < mostUnclosed ? nextField.exec(this.#text)?.index : undefined;
		this.#at = next ?? this.#text.length;
		let end = this.#at;
		while (end > start && /[\s,}"]/.test(this.#text[end - 1] ?? '')) end--;
		return this.#text.slice(start, end);
	}
}

/** A type, which Semantic Scholar writes as a list: `@['JournalArticle', 'Review']{`. */
const beginning = /@\s*(?:([A-Za-z]+)|\[[^[\]\n]*\])\s*[{(]/g;

/** The entries of a piece of BibTeX, each read with the macros that are known so far. */
export function* bibtexEntries(text: string, macros: ReadonlyMap<string, string>): Generator<BibtexEntry> {
	beginning.lastIndex = 0;
	for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
		const type = (match[1] ?? 'article').toLowerCase();
		if (type === 'comment' || type === 'preamble') return;
		const { entry, end } = new EntryReader(text, beginning.lastIndex, macros).read(type);
		yield entry;
		beginning.lastIndex = end;
	}
}
