import type { ReadOptions } from '../paper/record.ts';

/** What stands before the first element: declarations, comments, and a document type with what it declares. */
const prolog = /^\s*(?:<[?!](?!DOCTYPE)[^>]*>\s*)*(?:<!DOCTYPE[^>[]*\[[^\]]*\]\s*>\s*)?(?:<[?!][^>]*>\s*)*/i;

/** Lines by which a format is told, at most. */
const mostLines = 50;

/** The first lines of a text that are not empty, at most so many. */
export function firstLines(text: string, most: number): string[] {
	return text
		.replace(/^(?:[^\S\r\n]*[\r\n])+/, '')
		.split(/\r\n|\n|\r/, most)
		.filter((line) => line.trim());
}

/** How a file of text begins, and all else by which its format is told. */
export class Head {
	/** The first characters: about 250,000, or the whole text. */
	readonly text: string;
	/** Whether the text ends there. */
	readonly isWhole: boolean;
	/** What the user says of columns. */
	readonly columns: ReadOptions['columns'];
	#lines: string[] | null = null;
	#prolog: string | null = null;

	constructor(text: string, isWhole: boolean, columns?: ReadOptions['columns']) {
		this.text = text;
		this.isWhole = isWhole;
		this.columns = columns;
	}

	/** The first lines that are not empty; the last may have been cut. */
	get lines(): readonly string[] {
		return (this.#lines ??= firstLines(this.text, mostLines));
	}

	/** What stands before the first element of XML. */
	get prolog(): string {
		return (this.#prolog ??= prolog.exec(this.text)?.[0] ?? '');
	}

	/** Name of the first element of XML with its prefix; nothing where there is none. */
	get root(): string {
		return /^<([\w:.-]+)/.exec(this.text.slice(this.prolog.length))?.[1] ?? '';
	}

	/** The same without the prefix of its namespace. */
	get localRoot(): string {
		return this.root.replace(/^.*:/, '');
	}

	/** Whether the text says that it is XML. */
	get isXml(): boolean {
		return /^\uFEFF?\s*<\?xml\s/.test(this.text) && this.root !== '';
	}

	/** Whether an element of this name begins, with whatever prefix. */
	hasElement(name: string): boolean {
		return new RegExp(`<(?:\\w+:)?${name}[\\s>]`).test(this.text);
	}
}
