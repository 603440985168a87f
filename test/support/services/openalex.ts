import type { Reply } from './server.ts';

/** Words with the places where each stands, as OpenAlex has abstracts. */
function inverted(text: string): Record<string, number[]> {
	const index: Record<string, number[]> = {};
	for (const [place, word] of text.split(' ').entries()) (index[word] ??= []).push(place);
	return index;
}

/** A work with the members that the API documents and a reader wants. */
export function openAlexWork(number: number): Record<string, unknown> {
	const title = `Whales of fjord ${number}`;
	return {
		id: `https://openalex.org/W${1000 + number}`,
		doi: `https://doi.org/10.5555/Fjord.${number}`,
		title,
		display_name: title,
		publication_year: 2023,
		publication_date: `2023-${String(1 + (number % 12)).padStart(2, '0')}-17`,
		ids: { openalex: `https://openalex.org/W${1000 + number}` },
		language: 'en',
		type: 'article',
		authorships: [
			{
				author_position: 'first',
				author: { id: 'https://openalex.org/A1', display_name: 'Mia Holm' },
				institutions: [{ display_name: 'University of the Fjords', country_code: 'NO' }]
			},
			{ author_position: 'last', author: { id: 'https://openalex.org/A2', display_name: 'Ole Lund' } }
		],
		primary_location: {
			landing_page_url: `https://example.org/fjord/${number}`,
			source: { display_name: 'Fjord Letters' }
		},
		biblio: { volume: '7', issue: '2', first_page: '11', last_page: '19' },
		keywords: [{ id: 'https://openalex.org/keywords/bioacoustics', display_name: 'Bioacoustics' }],
		cited_by_count: number,
		referenced_works_count: 20,
		abstract_inverted_index: inverted(
			`The whales of the fjord sing and the ${number} seals of the fjord listen`
		)
	};
}

/** `/works` with cursor paging: `*` first, then what `meta.next_cursor` says, `null` behind the last page. */
export function openAlexService(works: readonly unknown[], most = 100): (url: URL) => Reply {
	return (url) => {
		const cursor = url.searchParams.get('cursor') ?? '*';
		const start = cursor === '*' ? 0 : Number(/^page-(\d+)$/.exec(cursor)?.[1]);
		const count = Math.min(most, Number(url.searchParams.get('per_page')));
		const next = start + count < works.length ? `page-${start + count}` : null;
		const meta = { count: works.length, per_page: count, next_cursor: next };
		return { body: JSON.stringify({ meta, results: works.slice(start, start + count) }) };
	};
}
