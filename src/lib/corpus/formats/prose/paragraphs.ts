import { textFormat } from '../format.ts';
import { fieldKey, places } from '../../paper/aliases.ts';
import { paperFromFields, type Fields } from '../../paper/fields.ts';
import { blocks, lines } from '../../bytes/lines.ts';
import { peekText } from '../../bytes/peek.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';

/** A first line shorter than this, without a full stop, is a title. */
const longestTitle = 250;
/** Words of a text that is an abstract, at least. */
const shortestAbstract = 20;

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

const label = /^(\p{L}[\p{L} ]{1,30}): ([^]*)$/u;

/** A name of a field before a value, and the value. */
function labelled(line: string): { key: string; field: string; value: string } | null {
	const [, name = '', value = ''] = label.exec(line) ?? [];
	const field = places.get(fieldKey(name))?.field;
	return field === undefined ? null : { key: fieldKey(name), field, value };
}

/** The fields of a block whose lines name them ("Title: ...", "Abstract: ..."), or `null`. */
function labelledFields(block: readonly string[]): Fields | null {
	if (labelled(block[0] ?? '')?.field !== 'title') return null;
	const fields = new Map<string, string>();
	let last = '';
	for (const line of block) {
		const found = labelled(line);
		if (found && !fields.has(found.key)) fields.set((last = found.key), found.value);
		else fields.set(last, `${fields.get(last) ?? ''} ${line}`);
	}
	return fields.size > 1 ? fields : null;
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

/** Characters of a line that is a whole abstract, at least. */
const fewestCharacters = 150;
/** Lines of a list of titles, at least: fewer may be a paragraph. */
const fewestTitles = 5;

/** What begins a part of a structured abstract. */
const part =
	/^(?:background|introduction|objectives?|aims?|purpose|context|design|setting|methods?|materials|results?|findings|conclusions?|discussion):?(?:\s|$)/i;
const beginsTitle = /^["“‘'([]?[\p{Lu}\p{N}]/u;

/** Whether some lines are abstracts, one each, perhaps with their titles between them. */
function areAbstracts(lines: readonly string[]): boolean {
	const long = lines.filter((line) => wordCount(line) >= shortestAbstract);
	const length = long.reduce((sum, line) => sum + line.length, 0);
	return long.length > 1 && long.length * 3 >= lines.length && length >= fewestCharacters * long.length;
}

/** Whether each line is a title: in a paragraph that was wrapped, few lines begin with a capital. */
function areTitles(lines: readonly string[]): boolean {
	const titles = lines.filter(
		(line) => beginsTitle.test(line) && !/[,;-]$/.test(line) && wordCount(line) <= shortestAbstract * 2
	);
	return lines.length >= fewestTitles && titles.length >= 0.9 * lines.length;
}

/**
 * Whether a text without empty lines has a record in each line, told by its beginning.
 * @param isWhole whether the text ends there
 */
function isListOfLines(head: string, isWhole: boolean): boolean {
	const lines = head
		.trim()
		.split(/\r\n|\n|\r/)
		.map((line) => line.trim());
	const whole = isWhole || lines.length < 2 ? lines : lines.slice(0, -1);
	if (lines.includes('') || whole.some((line) => part.test(line))) return false;
	return areAbstracts(whole) || areTitles(whole);
}

/** Characters by which a list of lines is told from paragraphs. */
const headLength = 65_536;

/** Paragraphs, or single lines. */
async function* parts(text: AsyncIterable<string>): AsyncGenerator<string[]> {
	const { head, isWhole, all } = await peekText(text, headLength);
	if (!isListOfLines(head, isWhole)) yield* blocks(all);
	else for await (const line of lines(all)) if (line.trim()) yield [line.trim()];
}

/**
 * Each paragraph is an abstract, or each line where a text has no empty ones. A short line at its
 * beginning, or a short paragraph before it, is its title.
 */
async function* read(text: AsyncIterable<string>): Records {
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

export const plainText = textFormat({
	id: 'text',
	label: 'plain text',
	extensions: ['txt'],
	source: 'a text of your own, with a paragraph or a line for each abstract',
	// At least one paragraph is long enough for an abstract.
	matches: (head) =>
		!head.isXml &&
		head.text
			.split(/(?:\r\n|\n|\r)\s*(?:\r\n|\n|\r)/)
			.some((paragraph) => wordCount(paragraph) >= shortestAbstract),
	read
});
