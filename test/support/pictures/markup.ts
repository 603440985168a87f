import { SaxesParser } from 'saxes';

/** An element of a drawing; text stands among the children as it is read. */
export interface Markup {
	name: string;
	attributes: Record<string, string>;
	children: (Markup | string)[];
}

/** Reads what the server renders, which must be well-formed. @returns an element that holds all of it */
export function readMarkup(text: string): Markup {
	const root: Markup = { name: 'root', attributes: {}, children: [] };
	const open = [root];
	const parser = new SaxesParser({ fragment: true });
	parser.on('opentag', ({ name, attributes }) => {
		const named = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
		const element: Markup = { name, attributes: Object.fromEntries(named), children: [] };
		open.at(-1)!.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', (written) => {
		if (written.trim() !== '') open.at(-1)!.children.push(written);
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(text).close();
	return root;
}

export function elements(markup: Markup): Markup[] {
	const inside = markup.children.filter((child) => typeof child !== 'string');
	return [markup, ...inside.flatMap(elements)];
}

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Writes an element on lines of its own, so that a change of it is a line of a diff. */
export function writeMarkup({ name, attributes, children }: Markup, depth = 0): string {
	const indent = '\t'.repeat(depth);
	const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
	const start = `${indent}<${name}${named.join('')}`;
	if (children.length === 0) return `${start}/>`;
	if (children.some((child) => typeof child === 'string')) return `${start}>${inLine(children)}</${name}>`;
	const inside = children.map((child) => writeMarkup(child as Markup, depth + 1));
	return `${start}>\n${inside.join('\n')}\n${indent}</${name}>`;
}

function inLine(children: Markup['children']): string {
	return children
		.map((child) => (typeof child === 'string' ? escaped(child) : writeMarkup(child).replace(/\n\t*/g, '')))
		.join('');
}
