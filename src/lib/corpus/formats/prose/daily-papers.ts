import { textFormat } from '../format.ts';
import { statedDate, type StatedDate } from '../../paper/dates.ts';
import { noTexts } from '../../paper/fields.ts';
import { longestRecord, tooLong } from '../../bytes/limits.ts';
import { lines } from '../../bytes/lines.ts';
import { monthNumber } from '../../paper/months.ts';
import { bare, type CorpusFacts, type Parsed, type ReadOptions } from '../../paper/record.ts';
import { excerpt, tidy, tidyAbstract } from '../../paper/text.ts';

/** The text of a Hugging Face "Daily Papers" page, as a browser copies it. */

interface PageDate {
	month: number;
	day: number;
	/** `null` for dates of the page's own year, which are printed without it. */
	year: number | null;
}

interface Entry {
	title: string;
	abstract: string;
	teamSize: number | null;
	organisation: string | null;
	date: PageDate | null;
	comments: number | null;
}

const authorsLine = /^(?:[•·*-]\s*)?(\d+) authors?$/;
const dateLine = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?(?: (\d+))?$/;
const separator = '·';
/** Titles stay below this many characters, abstracts do not. */
const longestTitle = 300;
/** Lines of navigation before a page's own date, at most. */
const longestHeader = 20;

function pageDate(line: string): (PageDate & { comments: number | null }) | null {
	const match = dateLine.exec(line);
	const month = match ? monthNumber(match[1] ?? '') : null;
	if (!match || month === null) return null;
	const optional = (text: string | undefined) => (text === undefined ? null : Number(text));
	return { month, day: Number(match[2]), year: optional(match[3]), comments: optional(match[4]) };
}

class PageParser {
	readonly entries: Entry[] = [];
	#open: Entry | null = null;

	read(line: string, next: string | undefined, previous: string | undefined): void {
		const authors = authorsLine.exec(line);
		const date = previous === separator ? pageDate(line) : null;
		if (line === separator) return;
		if (authors) this.#entry().teamSize = Number(authors[1]) || null;
		else if (date) this.#close(date);
		else if (next === separator && line.length < longestTitle)
			this.#entry().organisation = line.split(' ')[0] ?? null;
		else this.#text(line);
	}

	#entry(): Entry {
		this.#open ??= this.#begin('');
		return this.#open;
	}

	#begin(title: string): Entry {
		const entry: Entry = {
			title,
			abstract: '',
			teamSize: null,
			organisation: null,
			date: null,
			comments: null
		};
		this.entries.push(entry);
		return entry;
	}

	#close({ comments, ...date }: PageDate & { comments: number | null }): void {
		Object.assign(this.#entry(), { date, comments });
		this.#open = null;
	}

	#text(line: string): void {
		const open = this.#open;
		const isTitle = line.length < longestTitle;
		if (open && !open.abstract && !(isTitle && open.title.length === 0)) open.abstract = line;
		else if (open && !isTitle) open.abstract += ` ${line}`;
		else this.#open = this.#begin(line);
	}
}

/**
 * The year of a page that prints neither its own year nor that of its own year's papers: the least one that
 * lies after every printed year and has every yearless date. `null` when no printed year bounds it.
 */
export function pageYear(dates: readonly PageDate[]): number | null {
	const printed = dates.flatMap(({ year }) => (year === null ? [] : [year]));
	if (printed.length === 0) return null;
	const yearless = dates.filter(({ year }) => year === null);
	const first = printed.reduce((latest, year) => (year > latest ? year : latest)) + 1;
	for (let year = first; year < first + 9; year++) {
		if (yearless.every(({ month, day }) => statedDate(year, month, day) !== null)) return year;
	}
	return first;
}

async function nonEmptyLines(text: AsyncIterable<string>): Promise<string[]> {
	const kept: string[] = [];
	let length = 0;
	for await (const line of lines(text)) {
		length += line.length;
		if (length > longestRecord) throw tooLong('a page');
		const tidied = tidy(line);
		if (tidied) kept.push(tidied);
	}
	return kept;
}

function toParsed(entry: Entry, year: number | null): Parsed {
	const abstract = tidyAbstract(entry.abstract);
	if (!entry.title && !abstract) return { reason: noTexts, excerpt: excerpt(JSON.stringify(entry)) };
	const { date, teamSize, organisation, comments } = entry;
	const stated: StatedDate | null =
		date && (date.year ?? year) !== null ? statedDate(date.year ?? year ?? 0, date.month, date.day) : null;
	return { paper: { ...bare(entry.title, abstract), ...stated, teamSize, organisation, comments } };
}

/** The entries of a page in order, then its name and date. */
async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncGenerator<Parsed, CorpusFacts> {
	const all = await nonEmptyLines(text);
	const header = all
		.slice(0, longestHeader)
		.findIndex((line, index) => dateLine.test(line) && all[index - 1] !== separator);
	const body = all.slice(header + 1);
	const parser = new PageParser();
	body.forEach((line, index) => parser.read(line, body[index + 1], body[index - 1]));
	const listed = header < 0 ? null : pageDate(all[header] ?? '');
	const dates = parser.entries.flatMap(({ date }) => (date ? [date] : []));
	const year = options.year ?? listed?.year ?? pageYear(listed ? [listed, ...dates] : dates);
	for (const entry of parser.entries) yield toParsed(entry, year);
	return {
		title: 'Daily Papers',
		listed: listed && year !== null ? (statedDate(year, listed.month, listed.day)?.published ?? null) : null
	};
}

export const dailyPapers = textFormat({
	id: 'daily-papers',
	label: 'Daily Papers page',
	extensions: ['txt'],
	source: 'Hugging Face, the text of a “Daily Papers” page as the browser copies it',
	matches: ({ text }) =>
		/^[ \t]*(?:[•·*-][ \t]*)?\d+ authors?[ \t]*$/m.test(text) ||
		(text.includes('·') && /^[ \t]*·[ \t]*$/m.test(text)),
	starts: /^[ \t]*(?:(?:[•·*-][ \t]*)?\d+ authors?|·)[ \t]*$/,
	read
});
