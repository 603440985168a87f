import { blocks } from '../../bytes/blocks.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { labelledFields } from './labelled-lines.ts';
import { lines } from '../../bytes/lines.ts';
import { isListOfLines } from './list-of-lines.ts';
import { peekText } from '../../bytes/peek.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';

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
	const fields = labelledFields(block);
	return fields ? paperFromFields(fields, block.join(' ')) : unlabelledPaper(block);
}

/** A heading as Markdown marks it, or with its label. */
const bareTitle = (line: string) => line.replace(/^(?:#{1,6} +|title: +)/i, '');
const bareAbstract = (text: string) => text.replace(/^abstract: +/i, '');

function unlabelledPaper(block: readonly string[]): Parsed {
	const [first = '', ...rest] = block;
	const isTitle =
		rest.length > 0 &&
		first.length < longestTitle &&
		!/[.;:,]$/.test(first) &&
		wordCount(rest.join(' ')) >= shortestAbstract;
	return isTitle ? texts(first, rest.join(' ')) : texts('', block.join(' '));
}

function texts(title: string, abstract: string): Parsed {
	const fields = new Map([
		['title', bareTitle(title)],
		['abstract', bareAbstract(abstract)]
	]);
	return paperFromFields(fields, `${title} ${abstract}`);
}

const titleOnly = (block: readonly string[]): Parsed => texts(block.join(' '), '');

/** The paper of a text that stands for itself, such as one in a list: an abstract, or a title if it is short. */
export function paperFromText(text: string): Parsed {
	const block = text.split(/\r\n|\n|\r/).filter((line) => line.trim());
	return isHeading(block) ? titleOnly(block) : paper(block);
}

const isHeading = (block: readonly string[]) =>
	block.length === 1 && wordCount(block[0] ?? '') < shortestAbstract;

/** Characters by which a list of lines is told from paragraphs. */
const headLength = 65_536;

/** Paragraphs, or single lines. */
async function* parts(text: AsyncIterable<string>): AsyncGenerator<string[]> {
	const { head, isWhole, all } = await peekText(text, headLength);
	if (!isListOfLines(head, isWhole)) yield* blocks(all);
	else for await (const line of lines(all)) if (line.trim()) yield [line.trim()];
}

/**
 * Reads plain text: each paragraph is an abstract, or each line where a text has no empty ones. A short line at its
 * beginning, or a short paragraph before it, is its title.
 */
export async function* readParagraphs(text: AsyncIterable<string>): Records {
	let title: string[] | null = null;
	for await (const block of parts(text)) {
		const heading: string | undefined = title?.[0];
		if (isHeading(block)) {
			if (title) yield titleOnly(title);
			title = block;
		} else {
			yield heading === undefined ? paper(block) : texts(heading, block.join(' '));
			title = null;
		}
	}
	if (title) yield titleOnly(title);
	return noFacts;
}
