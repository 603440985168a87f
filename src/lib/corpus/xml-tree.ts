import { SaxesParser } from 'saxes';

import { CorpusError } from './error.ts';

/** Elements inside each other, at most; what lies deeper joins the text around it. */
const deepest = 60;
/** Characters of one record, at most. */
const longestRecord = 16_000_000;

/** An element with its attributes and content; names are without their namespace's prefix. */
export class XmlElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: (XmlElement | string)[] = [];

	constructor(name: string, attributes: ReadonlyMap<string, string>) {
		this.name = name;
		this.attributes = attributes;
	}

	/** All text inside, without the tags. */
	get text(): string {
		return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
	}

	elements(name: string): XmlElement[] {
		return this.children.filter(
			(child) => child instanceof XmlElement && child.name === name
		) as XmlElement[];
	}

	/** The first element at the end of a path of names. */
	at(...path: readonly string[]): XmlElement | null {
		const [name, ...rest] = path;
		if (name === undefined) return this;
		for (const element of this.elements(name)) {
			const found = element.at(...rest);
			if (found) return found;
		}
		return null;
	}

	/** Every element at the end of a path of names. */
	all(...path: readonly string[]): XmlElement[] {
		const [name, ...rest] = path;
		return name === undefined ? [this] : this.elements(name).flatMap((element) => element.all(...rest));
	}

	/** The text at the end of a path, or `null` when there is none. */
	textAt(...path: readonly string[]): string | null {
		return this.at(...path)?.text.trim() || null;
	}
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Builds trees of the elements of some names; an element inside another one of them is part of its tree. */
class TreeBuilder {
	ready: XmlElement[] = [];
	readonly #wanted: ReadonlySet<string>;
	readonly #open: XmlElement[] = [];
	#tooDeep = 0;
	#length = 0;

	constructor(wanted: ReadonlySet<string>) {
		this.#wanted = wanted;
	}

	start(name: string, attributes: Readonly<Record<string, string>>): void {
		const local = localName(name);
		if (this.#open.length === 0 && !this.#wanted.has(local)) return this.#pass(local, attributes);
		if (this.#open.length >= deepest) {
			this.#tooDeep++;
			return;
		}
		const element = this.#element(local, attributes);
		this.#open.at(-1)?.children.push(element);
		this.#open.push(element);
	}

	/** Elements around the wanted ones are passed on by their attributes alone. */
	#pass(name: string, attributes: Readonly<Record<string, string>>): void {
		this.ready.push(this.#element(name, attributes));
	}

	#element(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
		return new XmlElement(name, new Map(Object.entries(attributes)));
	}

	text(text: string): void {
		const element = this.#open.at(-1);
		if (!element) return;
		this.#length += text.length;
		if (this.#length > longestRecord)
			throw new CorpusError('it has a record of more than 16 million characters.');
		element.children.push(text);
	}

	end(): void {
		if (this.#tooDeep > 0) {
			this.#tooDeep--;
			return;
		}
		const closed = this.#open.pop();
		if (!closed || this.#open.length > 0) return;
		this.ready.push(closed);
		this.#length = 0;
	}

	/** A record that the file breaks off. */
	finish(): void {
		while (this.#open.length > 0) {
			this.#tooDeep = 0;
			this.end();
		}
	}
}

/**
 * The elements of some names, as trees, in file order; elements around them come as they open, without content.
 * Malformed XML is read as far as it can be.
 * @throws CorpusError when the document defines entities of its own: they can grow without bound
 */
export async function* xmlElements(
	text: AsyncIterable<string>,
	wanted: ReadonlySet<string>
): AsyncGenerator<XmlElement> {
	const builder = new TreeBuilder(wanted);
	const parser = new SaxesParser({ xmlns: false, fragment: false });
	parser.on('error', () => undefined);
	parser.on('doctype', (doctype) => {
		if (/<!ENTITY/i.test(doctype)) {
			throw new CorpusError(
				'it defines XML entities of its own, which can grow without bound, and is refused.'
			);
		}
	});
	parser.on('opentag', ({ name, attributes }) => builder.start(name, attributes));
	parser.on('text', (found) => builder.text(found));
	parser.on('cdata', (found) => builder.text(found));
	parser.on('closetag', () => builder.end());
	for await (const piece of text) {
		parser.write(piece);
		yield* builder.ready;
		builder.ready = [];
	}
	parser.close();
	builder.finish();
	yield* builder.ready;
}
