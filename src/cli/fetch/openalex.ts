import { isObject, member } from '../../lib/corpus/paper/object-reader.ts';
import { jsonItems, parseBody } from './json-items.ts';
import { BrokenAnswer, type Page, type Source } from './source.ts';

const host = 'https://api.openalex.org';
const pageSize = 100;

/** The members of a work that the reader understands; the rest would be many times as much. */
const members = [
	...['id', 'doi', 'title', 'display_name', 'publication_date', 'publication_year', 'ids', 'language'],
	...['type', 'authorships', 'primary_location', 'biblio', 'abstract_inverted_index'],
	...['cited_by_count', 'referenced_works_count', 'keywords']
];

/** What to look for: words, the service's own filters, days of publication (`YYYY-MM-DD`). */
interface OpenAlexQuery {
	search?: string | undefined;
	filter?: string | undefined;
	from?: string | undefined;
	to?: string | undefined;
}

/** Who asks; neither changes what comes. */
interface OpenAlexCaller {
	mailto?: string | undefined;
	apiKey?: string | undefined;
}

function filters({ filter, from, to }: OpenAlexQuery): string {
	const dates = [
		from === undefined ? [] : [`from_publication_date:${from}`],
		to === undefined ? [] : [`to_publication_date:${to}`]
	];
	return [...(filter ? [filter] : []), ...dates.flat()].join(',');
}

/** Works of OpenAlex, by cursor, which has no last place as page numbers have. */
export function openAlex(wanted: OpenAlexQuery, caller: OpenAlexCaller, base = host): Source {
	const filter = filters(wanted);
	const query = { ...(wanted.search ? { search: wanted.search } : {}), ...(filter ? { filter } : {}) };
	const who = {
		...(caller.mailto ? { mailto: caller.mailto } : {}),
		...(caller.apiKey ? { api_key: caller.apiKey } : {})
	};
	return {
		name: 'openalex',
		interval: 200,
		request: { source: 'openalex', ...query },
		start: '*',
		// The service says "slow down" with 403, too.
		later: [403],
		address: (cursor) => {
			const address = new URL('/works', base);
			const paging = { select: members.join(','), per_page: String(pageSize), cursor };
			address.search = new URLSearchParams({ ...query, ...paging, ...who }).toString();
			return address;
		},
		read: async (body) => pageOf(body)
	};
}

function pageOf(body: string): Page {
	const answer = parseBody(body);
	if (!isObject(answer) || !Array.isArray(answer.results)) {
		throw new BrokenAnswer('the answer has no list of results');
	}
	const { next_cursor: next, count } = member(answer, 'meta');
	return {
		items: jsonItems(answer.results),
		next: typeof next === 'string' && answer.results.length > 0 ? next : null,
		total: typeof count === 'number' ? count : null
	};
}
