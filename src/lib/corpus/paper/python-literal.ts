type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

const deepest = 100;
const simpleEscapes: Readonly<Record<string, string>> = {
	n: '\n',
	t: '\t',
	r: '\r',
	b: '\b',
	f: '\f',
	'\n': ''
};
const words: readonly [string, Literal][] = [
	['True', true],
	['False', false],
	['None', null],
	['true', true],
	['false', false],
	['null', null],
	['nan', null],
	['NaN', null],
	['Infinity', null],
	['-Infinity', null]
];

class LiteralError extends Error {}
/** One for all: the stack of each would take longer than the reading. */
const noLiteral = new LiteralError();

class LiteralParser {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	whole(): Literal {
		const value = this.#value(0);
		this.#space();
		if (this.#at < this.#text.length) throw noLiteral;
		return value;
	}

	#space(): void {
		while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
	}

	#value(depth: number): Literal {
		if (depth > deepest) throw noLiteral;
		this.#space();
		const start = this.#text[this.#at];
		if (start === '[') return this.#list(']', depth);
		if (start === '(') return this.#list(')', depth);
		if (start === '{') return this.#dict(depth);
		if (start === "'" || start === '"') return this.#string(start);
		return this.#word();
	}

	#list(close: string, depth: number): Literal[] {
		const values: Literal[] = [];
		this.#items(close, () => values.push(this.#value(depth + 1)));
		return values;
	}

	#dict(depth: number): Literal {
		const entries: [string, Literal][] = [];
		this.#items('}', () => {
			const key = this.#value(depth + 1);
			this.#space();
			if (this.#text[this.#at++] !== ':') throw noLiteral;
			entries.push([String(key), this.#value(depth + 1)]);
		});
		return Object.fromEntries(entries);
	}

	#items(close: string, read: () => void): void {
		this.#at++;
		for (;;) {
			this.#space();
			if (this.#text[this.#at] === close) break;
			read();
			this.#space();
			if (this.#text[this.#at] === ',') this.#at++;
			else if (this.#text[this.#at] !== close) throw noLiteral;
		}
		this.#at++;
	}

	#string(quote: string): string {
		let value = '';
		for (this.#at++; this.#text[this.#at] !== quote; this.#at++) {
			const char = this.#text[this.#at];
			if (char === undefined) throw noLiteral;
			value += char === '\\' ? this.#escape() : char;
		}
		this.#at++;
		return value;
	}

	#escape(): string {
		const char = this.#text[++this.#at] ?? '';
		const length = { x: 2, u: 4, U: 8 }[char];
		if (length === undefined) return simpleEscapes[char] ?? char;
		const code = Number.parseInt(this.#text.slice(this.#at + 1, this.#at + 1 + length), 16);
		if (!(code < 0x110000)) throw noLiteral;
		this.#at += length;
		return String.fromCodePoint(code);
	}

	#word(): Literal {
		const number = /^-?\d+(?:\.\d*)?(?:e[-+]?\d+)?/i.exec(this.#text.slice(this.#at, this.#at + 40));
		if (number) {
			this.#at += number[0].length;
			return Number(number[0]);
		}
		const found = words.find(([word]) => this.#text.startsWith(word, this.#at));
		if (!found) throw noLiteral;
		this.#at += found[0].length;
		return found[1];
	}
}

/** The value of a Python or JSON literal (lists, dictionaries, strings, numbers), or `undefined` when it is none. */
export function parseLiteral(text: string): Literal | undefined {
	try {
		return new LiteralParser(text).whole();
	} catch (error) {
		if (error instanceof LiteralError) return undefined;
		throw error;
	}
}
