/** What a page that is one file holds beside its code. */
export interface PageContent {
	/** The manifest as JSON. */
	readonly manifest: string;
	/** The query string (`?...` or empty) of what the page shows first. */
	readonly view: string;
	/** The engine's WebAssembly, gzipped. */
	readonly engine: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
	/** The dataset as an archive. */
	readonly dataset: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Ids of the elements that hold it, as the page looks for them. */
export const heldParts = {
	view: 'corpuscope-view',
	engine: 'corpuscope-engine',
	dataset: 'corpuscope-dataset'
} as const;

/** A template that is none of this version. */
export class TemplateError extends Error {
	override readonly name = 'TemplateError';
}

/** JSON in a script element: nothing in it ends the element or begins a comment, whatever a paper is called. */
const safeJson = (json: string) => json.replaceAll('<', '\\u003c');

const letters = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const padding = '='.charCodeAt(0);

/** Base64 (RFC 4648, section 4) of bytes, padded at their end. */
function encoded(bytes: Uint8Array): Uint8Array {
	const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
	for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
		const [a, b, c] = [bytes[from]!, bytes[from + 1], bytes[from + 2]];
		const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
		text[to] = letters[bits >> 18]!;
		text[to + 1] = letters[(bits >> 12) & 63]!;
		text[to + 2] = b === undefined ? padding : letters[(bits >> 6) & 63]!;
		text[to + 3] = c === undefined ? padding : letters[bits & 63]!;
	}
	return text;
}

/** Base64 of bytes that come in chunks of any length. */
export async function* base64(chunks: PageContent['dataset']): AsyncGenerator<Uint8Array> {
	let rest = new Uint8Array(0);
	for await (const chunk of chunks) {
		const bytes = new Uint8Array(rest.length + chunk.length);
		bytes.set(rest);
		bytes.set(chunk, rest.length);
		const whole = bytes.length - (bytes.length % 3);
		yield encoded(bytes.subarray(0, whole));
		rest = bytes.slice(whole);
	}
	yield encoded(rest);
}

/** Bytes of a page that holds an engine and a dataset of these many bytes. */
export const pageBytes = (template: number, engine: number, dataset: number): number =>
	template + Math.ceil((engine + dataset) / 3) * 4;

/**
 * A page as one file.
 * @param template the page without what it shows, whose marks for it are the first and the last of their kind: its
 * code, which lies between, may name them
 * @throws TemplateError when it has no such marks
 */
export async function* pageFile(template: string, content: PageContent): AsyncGenerator<Uint8Array> {
	const marks = { manifest: '%corpuscope.manifest%', parts: '%corpuscope.parts%' };
	const [first, last] = [template.indexOf(marks.manifest), template.lastIndexOf(marks.parts)];
	if (first < 0 || last < first) throw new TemplateError('The template of the page is of another version.');
	const text = (part: string) => new TextEncoder().encode(part);
	yield text(template.slice(0, first) + safeJson(content.manifest));
	yield text(template.slice(first + marks.manifest.length, last));
	const view = safeJson(JSON.stringify(content.view));
	yield text(`<script type="application/json" id="${heldParts.view}">${view}</script>`);
	for (const name of ['engine', 'dataset'] as const) {
		yield text(`<script type="text/plain" id="${heldParts[name]}">`);
		yield* base64(content[name]);
		yield text('</script>');
	}
	yield text(template.slice(last + marks.parts.length));
}
