import { blocks } from './blocks.ts';
import { paperFromFields } from './fields.ts';
import { noFacts, type Parsed, type Records } from './record.ts';

/** A first line shorter than this, without a full stop, is a title. */
const longestTitle = 250;
/** Words of a text that is an abstract, at least. */
const shortestAbstract = 20;

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** Whether a text holds at least one paragraph that is long enough for an abstract. */
export function looksLikeParagraphs(head: string): boolean {
	return head
		.split(/(?:\r\n|\n|\r)\s*(?:\r\n|\n|\r)/)
		.some((paragraph) => wordCount(paragraph) >= shortestAbstract);
}

function paper(block: readonly string[]): Parsed {
	const [first = '', ...rest] = block;
	const isTitle =
		rest.length > 0 &&
		first.length < longestTitle &&
		!/[.;:,]$/.test(first) &&
		wordCount(rest.join(' ')) >= shortestAbstract;
	const fields = new Map(
		isTitle ? Object.entries({ title: first, abstract: rest.join(' ') }) : [['abstract', block.join(' ')]]
	);
	return paperFromFields(fields, block.join(' '));
}

const titleOnly = (block: readonly string[]): Parsed =>
	paperFromFields(new Map([['title', block.join(' ')]]), block.join(' '));

const isHeading = (block: readonly string[]) =>
	block.length === 1 && wordCount(block[0] ?? '') < shortestAbstract;

/**
 * Reads plain text: each paragraph is an abstract. A short line at its beginning, or a short paragraph before it,
 * is its title.
 */
export async function* readParagraphs(text: AsyncIterable<string>): Records {
	let title: string[] | null = null;
	for await (const block of blocks(text)) {
		const heading: string | undefined = title?.[0];
		if (isHeading(block)) {
			if (title) yield titleOnly(title);
			title = block;
		} else {
			yield heading === undefined
				? paper(block)
				: paperFromFields(
						new Map(Object.entries({ title: heading, abstract: block.join(' ') })),
						block.join(' ')
					);
			title = null;
		}
	}
	if (title) yield titleOnly(title);
	return noFacts;
}
