import { textFormat } from '../format.ts';
import { blocks } from '../../bytes/lines.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { RecordLength } from '../../bytes/limits.ts';
import { namesIn, publishedIn } from './pubmed-summary.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { tidy } from '../../paper/text.ts';

/** PubMed's "Abstract (text)": a numbered citation, then title, authors, abstract and notes in blocks of their own. */

const start = /^\d{1,7}\. \S[^]*\b\d{4}\b/;
const identifiers = /^(?:DOI|PMCID|PMID): /;
/** Blocks that are neither title, authors nor abstract. */
const note =
	/^(?:Author information:|Collaborators?:|Conflict of interest|Comment (?:in|on)|Erratum (?:in|for)|Update (?:in|of)|Republished |Retraction (?:in|of)|Copyright |©|\[Article in |Expression of concern|Publisher: )/i;

/** "Author information: (1)Department of Ice, Oslo, Norway. (2)Yale University." */
const addresses = /^Author information:\s*/;

/** "Berg A(1), Dahl J(1)(2); Ice Study Group." without the numbers of institutions. */
const authorsIn = (block: string) => namesIn(block.replace(/\(\d+\)/g, ''), true);

function record(parts: readonly string[]): Parsed {
	const [citation = '', title = '', ...rest] = parts;
	const ids = rest.filter((part) => identifiers.test(part)).join(' ');
	const texts = rest.filter((part) => !identifiers.test(part) && !note.test(part));
	const names = authorsIn(texts[0] ?? '');
	const isUnsigned = /^\[No authors listed\]$/i.test(texts[0] ?? '');
	const own = citation.replace(/^\d+\. /, '');
	const found = publishedIn(own);
	const fields = fieldsFrom({
		title: title.replace(/\.$/, ''),
		abstract: texts.slice(names || isUnsigned ? 1 : 0).join(' '),
		authors: names,
		date: found?.date,
		venue: found?.venue,
		doi: /\bdoi: ?(10\.\S+)/i.exec(`${ids} ${own}`)?.[1],
		id: /\bPMID: (\d+)/.exec(ids)?.[1],
		affiliations: rest
			.filter((part) => addresses.test(part))
			.flatMap((part) => part.replace(addresses, '').split(/\(\d+\)/))
	});
	return paperFromFields(fields, parts.join(' '));
}

async function* read(text: AsyncIterable<string>): Records {
	let open: string[] = [];
	let isOver = true;
	const length = new RecordLength();
	for await (const block of blocks(text)) {
		const part = tidy(block.join('\n'));
		length.add(part.length);
		if (isOver && start.test(part)) {
			if (open.length > 0) yield record(open);
			open = [];
			length.reset();
			isOver = false;
		}
		open.push(part);
		if (identifiers.test(part)) isOver = true;
	}
	if (open.length > 0) yield record(open);
	return noFacts;
}

export const pubmedAbstract = textFormat({
	id: 'pubmed-abstract',
	label: 'PubMed abstracts',
	extensions: ['txt'],
	source: 'PubMed, “Abstract (text)”',
	matches: ({ text }) => /^\uFEFF?\s*1\. \S.*\b\d{4}\b/.test(text) && /(?:^|[\r\n])PMID: \d+/.test(text),
	read
});
