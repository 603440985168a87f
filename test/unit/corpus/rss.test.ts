import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (xml: string) => readCorpus({ a: `<?xml version="1.0"?>\n${xml}` });
const feed = (items: string) => `<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;

describe('RSS', () => {
	it('of arXiv is read, in its form of today and the one before', async () => {
		const today = await read(
			feed(`<item><title>Ice and water</title><link>https://arxiv.org/abs/2401.00001</link>
			<description>arXiv:2401.00001v2 Announce Type: new \nAbstract: We study ice.</description>
			<guid isPermaLink="false">oai:arXiv.org:2401.00001v2</guid><pubDate>Tue, 02 Jan 2024 00:00:00 -0500</pubDate>
			<dc:creator>Anna Berg, Jon Dahl</dc:creator></item>`)
		);
		expect(today.account.inputs).toMatchObject([{ format: 'rss', records: 1, papers: 1 }]);
		expect(today.papers).toMatchObject([
			{
				sourceId: '2401.00001',
				title: 'Ice and water',
				abstract: 'We study ice.',
				authors: ['Anna Berg', 'Jon Dahl'],
				teamSize: 2,
				published: '2024-01-02',
				datePrecision: 'day',
				...{ venue: 'arXiv', type: 'preprint', url: 'https://arxiv.org/abs/2401.00001' }
			}
		]);
		const { papers } = await read(
			`<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>cs</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel>
			<item rdf:about="http://arxiv.org/abs/2101.00002"><title>Snow. (arXiv:2101.00002v1 [cs.DL])</title><link>http://arxiv.org/abs/2101.00002</link>
			<description>&lt;p&gt;We study snow.&lt;/p&gt;</description>
			<dc:creator> &lt;a href="http://x/1"&gt;Xia Li&lt;/a&gt;, &lt;a href="http://x/2"&gt;Jon Dahl&lt;/a&gt;, &lt;a href="http://x/3"&gt;A. Berg&lt;/a&gt;</dc:creator></item></rdf:RDF>`
		);
		expect(papers).toMatchObject([
			{
				sourceId: '2101.00002',
				title: 'Snow.',
				abstract: 'We study snow.',
				authors: ['Xia Li', 'Jon Dahl', 'A. Berg']
			}
		]);
	});

	it('of PubMed and of journals is read', async () => {
		const { papers, account } = await read(
			feed(`<item><title>Ice in H&lt;sub&gt;2&lt;/sub&gt;O</title><link>https://pubmed.ncbi.nlm.nih.gov/33/?utm=x</link><description>&lt;p&gt;CONCLUSION: cold.&lt;/p&gt;</description>
			<content:encoded><![CDATA[<div><p style="color: #4aa564;">North. 2021 Mar.</p><p><b>ABSTRACT</b></p><p>We study ice.</p><p style="color: lightgray">PMID:33</p></div>]]></content:encoded>
			<guid isPermaLink="false">pubmed:33</guid><pubDate>Mon, 05 Apr 2021 06:00:00 -0400</pubDate><dc:creator>Anna Berg</dc:creator><dc:creator>Jon Dahl</dc:creator>
			<dc:date>2021-03-15</dc:date><dc:source>North</dc:source><dc:identifier>pmid:33</dc:identifier><dc:identifier>doi:10.5555/ICE</dc:identifier></item>
			<item><title>Snow</title><link>https://example.org/doi/full/10.5555/snow?af=R</link><description>North, Ahead of Print.</description>
			<prism:publicationName>North</prism:publicationName><prism:publicationDate>2020-05</prism:publicationDate></item>
			<item><title>Rain</title><link>https://example.org/pii/1</link><description><![CDATA[<p>Publication date: March 2024</p><p><b>Source:</b> Journal of Rain, Volume 7</p><p>Author(s): Anna Berg, Jon Dahl</p>]]></description></item>
			<item><link>https://example.org/none</link></item>`)
		);
		expect(account.inputs).toMatchObject([{ records: 4, papers: 3, rejected: 1 }]);
		expect(papers).toMatchObject([
			{
				sourceId: '33',
				title: 'Ice in H2O',
				abstract: 'We study ice.',
				teamSize: 2,
				...{ published: '2021-03-15', doi: '10.5555/ice', venue: 'North' }
			},
			{ title: 'Snow', doi: '10.5555/snow', venue: 'North', datePrecision: 'month', teamSize: null },
			{ title: 'Rain', abstract: '', venue: 'Journal of Rain', teamSize: 2, published: '2024-03-01' }
		]);
	});
});
