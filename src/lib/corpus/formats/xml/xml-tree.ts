import { SaxesParser } from 'saxes';

import { CorpusError } from '../../bytes/error.ts';
import { RecordLength } from '../../bytes/limits.ts';

/** Elements inside each other, at most; what lies deeper joins the text around it. */
const deepest = 60;
/** The same with what is not read: more are no document of papers. */
const deepestAtAll = 100_000;

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
	/** Elements that are open, and those of them that lie too deep to be read. */
	#depth = 0;
	#tooDeep = 0;
	readonly #length = new RecordLength();

	constructor(wanted: ReadonlySet<string>) {
		this.#wanted = wanted;
	}

	start(name: string, attributes: Readonly<Record<string, string>>): void {
		const local = localName(name);
		if (++this.#depth > deepestAtAll)
			throw new CorpusError(`it has more than ${deepestAtAll} elements inside each other.`);
		// None stands inside one of its own name, unless that was never closed.
		if (this.#open[0]?.name === local) this.finish();
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
		this.#length.add(text.length);
		element.children.push(text);
	}

	end(): void {
		this.#depth--;
		if (this.#tooDeep > 0) this.#tooDeep--;
		else if (this.#open.length === 1) this.finish();
		else this.#open.pop();
	}

	/** Closes the open record, also one that breaks off. */
	finish(): void {
		const [record] = this.#open;
		if (record) this.ready.push(record);
		this.#open.length = 0;
		this.#tooDeep = 0;
		this.#length.reset();
	}
}

/** Whether a document type declares entities. */
export const definesEntities = (doctype: string) => /<!ENTITY/i.test(doctype);
export const entitiesRefused =
	'it defines XML entities of its own, which can grow without bound, and is refused';

/** Errors of syntax, at most: each takes time, and what has more is no XML. */
const mostErrors = 100_000;

/** Characters that are parsed at once. */
const step = 1 << 18;

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
	let errors = 0;
	parser.on('error', () => {
		if (++errors > mostErrors) throw new CorpusError(`it has more than ${mostErrors} errors of XML.`);
	});
	parser.on('doctype', (doctype) => {
		if (definesEntities(doctype)) throw new CorpusError(`${entitiesRefused}.`);
	});
	const untagged = new RecordLength();
	parser.on('opentag', ({ name, attributes }) => {
		untagged.reset();
		builder.start(name, attributes);
	});
	parser.on('text', (found) => builder.text(found));
	parser.on('cdata', (found) => builder.text(found));
	parser.on('closetag', () => {
		untagged.reset();
		builder.end();
	});
	for await (const piece of text) {
		for (let at = 0; at < piece.length; at += step) {
			parser.write(piece.slice(at, at + step));
			untagged.add(step);
			yield* builder.ready;
			builder.ready = [];
		}
	}
	parser.close();
	builder.finish();
	yield* builder.ready;
}
