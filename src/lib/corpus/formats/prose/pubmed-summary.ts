import { textFormat } from '../format.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { RecordLength } from '../../bytes/limits.ts';
import { lines } from '../../bytes/lines.ts';
import { isGroup } from '../../paper/names.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { tidy } from '../../paper/text.ts';

/** PubMed's "Summary (text)": numbered citations, wrapped, with an empty line between two. */

const start = /^(\d{1,7}): ([^]*)$/;

/** "2022 Mar 5;53(2):334-347", the sentence that says when. */
const when =
	/^(\d{4}(?:[ -](?:[A-Z][a-z]{2}|\d{1,2}|Spring|Summer|Autumn|Fall|Winter)\b(?:[-/][A-Z][a-z]{2})?)*)[.;:]/;
/** The book of a chapter: "In: Berg A, editor. Rivers. London". */
function bookOf(citation: string): string | undefined {
	const parts = citation.split('.');
	const at = parts.findIndex(
		(part, place) => /\beditors?$/.test(part) && /\bIn: /.test(part) && (parts[place + 1] ?? '').trim() !== ''
	);
	return at < 0 || at + 2 >= parts.length ? undefined : parts[at + 1]?.trim();
}

/** Where other versions, errata and comments are named, with identifiers of their own. */
const elsewhere =
	/\b(?:Update|Erratum|Comment|Corrected and republished|Republished|Retraction|Expression of concern)\s(?:in|of|on|for|from):/;

const person = /^\S+(?: \S+){0,4} \p{Lu}{1,8}(?: (?:Jr|Sr|[2-4](?:nd|rd|th)))?$/u;

/** The sentences before the date: the last is the journal, whose short name has no full stops inside. */
function dated(sentences: readonly string[]): { before: string[]; date: string } | null {
	const at = sentences.findIndex((sentence, index) => index > 0 && when.test(sentence));
	const date = when.exec(sentences[at] ?? '')?.[1];
	return date === undefined ? null : { before: sentences.slice(0, at), date };
}

const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/);
const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');

/** Where and when a citation appeared. */
export function publishedIn(citation: string): { venue: string; date: string } | null {
	const found = dated(sentencesOf(citation));
	return found && { venue: withoutStop(found.before.join(' ')), date: found.date };
}

/** The names in a first sentence, or `null` when it is a title. */
export function namesIn(sentence: string, isFollowed: boolean): string[] | null {
	if (!sentence.endsWith('.')) return null;
	const names = sentence.slice(0, -1).split(/[,;] /);
	if (names.every((name) => person.test(name) || isGroup(name))) {
		return isFollowed || names.some((name) => person.test(name)) ? names : null;
	}
	return names.filter((name) => person.test(name)).length * 2 > names.length ? names : null;
}

/** A citation up to where it names other versions, unless it begins so. */
function beforeOtherVersions(line: string): string {
	const at = line.search(elsewhere);
	return at > 20 ? line.slice(0, at) : line;
}

function citation(text: string): Parsed {
	const line = tidy(text.replace(/-\n/g, '-'));
	const own = beforeOtherVersions(line);
	const sentences = sentencesOf(own);
	const dateAt = sentences.findIndex((sentence) => /^\d{4}\b/.test(sentence));
	const names = namesIn(sentences[0] ?? '', dateAt > 2);
	const rest = names ? sentences.slice(1) : sentences;
	const found = dated(rest);
	const before = found?.before ?? rest.slice(0, 1);
	const journal = before.length > 1 ? before.at(-1) : bookOf(own);
	const fields = fieldsFrom({
		title: withoutStop(before.slice(0, Math.max(1, before.length - 1)).join(' ')),
		authors: names,
		date: found?.date,
		id: /\bPMID: ?(\d+)/.exec(line)?.[1],
		doi: /\bdoi: ?(10\.\S+)/i.exec(own)?.[1],
		venue: withoutStop(journal ?? '')
	});
	return paperFromFields(fields, line);
}

/** Summaries have no abstracts, but everything else. */
async function* read(text: AsyncIterable<string>): Records {
	let open: string[] = [];
	let afterBlank = true;
	const length = new RecordLength();
	for await (const line of lines(text)) {
		length.add(line.length);
		const match = afterBlank ? start.exec(line) : null;
		afterBlank = line.trim() === '';
		if (match) {
			if (open.length > 0) yield citation(open.join('\n'));
			open = [match[2] ?? ''];
			length.reset();
		} else if (open.length > 0 && !afterBlank) open.push(line);
	}
	if (open.length > 0) yield citation(open.join('\n'));
	return noFacts;
}

export const pubmedSummary = textFormat({
	id: 'pubmed-summary',
	label: 'PubMed summary',
	extensions: ['txt'],
	source: 'PubMed, “Summary (text)”',
	matches: ({ text }) =>
		/^\uFEFF?\s*\d{1,7}: \S/.test(text) && /\bPMID: ?\d+|\bdoi: ?10\.\d/.test(text.replace(/[\r\n]+/g, ' ')),
	read
});
