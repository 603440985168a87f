import { denseLength, denseText, type Chunks } from './dense-text.ts';

/** What a page that is one file holds beside its code. */
export interface PageContent {
	/** The manifest as JSON. */
	readonly manifest: string;
	/** The query string (`?...` or empty) of what the page shows first. */
	readonly view: string;
	/** The sender's reading list, where it is to go along. */
	readonly reading?: readonly object[];
	/** The engine's WebAssembly, gzipped. */
	readonly engine: Chunks;
	/** The dataset as an archive of the entries that `isInPage` names. */
	readonly dataset: Chunks;
}

/** Ids of the elements that hold it, as the page looks for them. */
export const heldParts = {
	view: 'corpuscope-view',
	reading: 'corpuscope-reading',
	engine: 'corpuscope-engine',
	dataset: 'corpuscope-dataset'
} as const;

/** A template that is none of this version. */
export class TemplateError extends Error {
	override readonly name = 'TemplateError';
}

/** JSON in a script element: nothing in it ends the element or begins a comment, whatever a paper is called. */
const safeJson = (json: string) => json.replaceAll('<', '\\u003c');

/** Bytes of a page that holds an engine and a dataset of these many bytes. */
export const pageBytes = (template: number, engine: number, dataset: number): number =>
	template + denseLength(engine) + denseLength(dataset);

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
	for (const name of ['view', 'reading'] as const) {
		const json = JSON.stringify(content[name]);
		if (json !== undefined)
			yield text(`<script type="application/json" id="${heldParts[name]}">${safeJson(json)}</script>`);
	}
	for (const name of ['engine', 'dataset'] as const) {
		yield text(`<script type="text/plain" id="${heldParts[name]}">`);
		yield* denseText(content[name]);
		yield text('</script>');
	}
	yield text(template.slice(last + marks.parts.length));
}
