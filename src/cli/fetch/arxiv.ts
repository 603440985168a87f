import { CorpusError } from '../../lib/corpus/bytes/error.ts';
import { paperFromFields } from '../../lib/corpus/paper/fields.ts';
import { atomEntry } from '../../lib/corpus/formats/xml/atom.ts';
import { xmlElements, type XmlElement } from '../../lib/corpus/formats/xml/xml-tree.ts';
import { CommandError } from '../errors.ts';
import { BrokenAnswer, type Item, type Page, type Source } from './source.ts';

const host = 'https://export.arxiv.org';
const pageSize = 500;
/** The service answers a query up to this place and no further. */
const reach = 30_000;

/** What to look for: the service's own query language, a category, days of submission (`YYYY-MM-DD`). */
interface ArxivQuery {
	query?: string | undefined;
	category?: string | undefined;
	from?: string | undefined;
	to?: string | undefined;
}

const compact = (day: string) => day.replaceAll('-', '');

/** All conditions as one query of the service. */
function searchQuery({ query, category, from, to }: ArxivQuery): string {
	const dates =
		from === undefined && to === undefined
			? undefined
			: `submittedDate:[${compact(from ?? '1986-01-01')}0000 TO ${compact(to ?? '2099-12-31')}2359]`;
	const parts = [category && `cat:${category}`, query && (category || dates ? `(${query})` : query), dates];
	return parts.filter(Boolean).join(' AND ');
}

function itemOf(entry: XmlElement): Item {
	const fields = atomEntry(entry) ?? new Map<string, unknown>();
	const categories = entry.elements('category').flatMap(({ attributes }) => attributes.get('term') ?? []);
	const line = JSON.stringify({ ...Object.fromEntries(fields), categories });
	return { line, parsed: paperFromFields(fields, entry.text) };
}

async function entriesOf(body: string): Promise<XmlElement[]> {
	const entries: XmlElement[] = [];
	async function* whole() {
		yield body;
	}
	try {
		for await (const element of xmlElements(whole(), new Set(['entry']))) {
			if (element.name === 'entry') entries.push(element);
		}
	} catch (error) {
		throw error instanceof CorpusError ? new BrokenAnswer(error.message) : error;
	}
	return entries;
}

/** Papers of the arXiv API, oldest first, so that papers that come in meanwhile do not shift the pages. */
export function arxiv(wanted: ArxivQuery, limit: number | null, base = host): Source {
	const query = searchQuery(wanted);
	return {
		name: 'arxiv',
		// "No more than one request every three seconds" (terms of use).
		interval: 3000,
		request: { source: 'arxiv', query },
		start: '0',
		address: (cursor) => {
			const address = new URL('/api/query', base);
			address.search = new URLSearchParams({
				search_query: query,
				start: cursor,
				max_results: String(Math.min(pageSize, reach - Number(cursor))),
				sortBy: 'submittedDate',
				sortOrder: 'ascending'
			}).toString();
			return address;
		},
		read: async (body, cursor) => pageOf(body, Number(cursor), limit)
	};
}

async function pageOf(body: string, start: number, limit: number | null): Promise<Page> {
	if (!/<\/(?:\w+:)?feed>\s*$/.test(body)) throw new BrokenAnswer('the answer is cut off or is no feed');
	const entries = await entriesOf(body);
	const error = entries.find((entry) => entry.textAt('id')?.includes('/api/errors'));
	if (error) throw new CommandError(`arXiv does not accept the query: ${error.textAt('summary')}`);
	const total = Number(/<(?:\w+:)?totalResults[^>]*>\s*(\d+)/.exec(body)?.[1] ?? NaN);
	if (Number.isNaN(total)) throw new BrokenAnswer('the feed does not say how many papers there are');
	if (Math.min(total, limit ?? Infinity) > reach) {
		throw new CommandError(
			`arXiv has ${total} papers for this query and gives out ${reach} at most. Narrow it with --from and --to, or take the first with --limit.`
		);
	}
	const next = start + entries.length;
	// The service now and then answers with an empty page in the middle.
	if (entries.length === 0 && next < total) throw new BrokenAnswer('the page is empty before the last paper');
	return { items: entries.map(itemOf), next: next < total && next < reach ? String(next) : null, total };
}
