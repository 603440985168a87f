import type { Reply } from './server.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An entry in the form of section 3.3.2 of the API's manual, with its hard-wrapped title. */
export function arxivEntry(number: number, title = `Ice cover & seals\n  in bay ${number}`): string {
	const id = `24${String(1 + (number % 12)).padStart(2, '0')}.${String(number).padStart(5, '0')}`;
	return `<entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <updated>2024-06-01T10:00:00Z</updated>
    <published>2024-05-${String(1 + (number % 28)).padStart(2, '0')}T16:23:05Z</published>
    <title>${escaped(title)}</title>
    <summary>  We count seals on ice floe ${number} where $x &lt; y$ holds
and compare them with whales.
</summary>
    <author><name>Anna Berg</name><arxiv:affiliation>Ice Lab</arxiv:affiliation></author>
    <author><name>Jon D\u00e1hl</name></author>
    <arxiv:doi>10.5555/ice.${number}</arxiv:doi>
    <arxiv:comment>12 pages</arxiv:comment>
    <arxiv:journal_ref>Journal of Ice ${number}</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
    <arxiv:primary_category term="q-bio.PE" scheme="http://arxiv.org/schemas/atom"/>
    <category term="q-bio.PE" scheme="http://arxiv.org/schemas/atom"/>
    <category term="stat.AP" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`;
}

/** A feed as section 3.3 of the manual describes it. */
export function arxivFeed(entries: readonly string[], total: number, start: number): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/x</id>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${start}</opensearch:startIndex>
  ${entries.join('\n  ')}
</feed>
`;
}

/** The API over some entries; at most `most` on a page, whatever is asked for. */
export function arxivService(entries: readonly string[], most = 500): (url: URL) => Reply {
	return (url) => {
		const start = Number(url.searchParams.get('start'));
		const count = Math.min(most, Number(url.searchParams.get('max_results')));
		return { body: arxivFeed(entries.slice(start, start + count), entries.length, start) };
	};
}
