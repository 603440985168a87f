import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (xml: string) => readCorpus({ 'a.xml': `<?xml version="1.0"?>\n${xml}` });

describe('XML of services', () => {
	it('reads arXiv and Dublin Core through OAI-PMH', async () => {
		const { papers, account } = await read(
			`<OAI-PMH xmlns="x"><ListRecords>
			<record><header><identifier>oai:arXiv.org:2103.1</identifier><datestamp>2024-01-01</datestamp></header><metadata><arXiv>
			<id>2103.1</id><created>2021-03-15</created><authors><author><keyname>Dahl</keyname><forenames>Jon</forenames><suffix>Jr</suffix></author></authors>
			<title>Ice</title><doi>10.5555/i</doi><abstract> We study ice. </abstract></arXiv></metadata></record>
			<record><header status="deleted"><identifier>oai:arXiv.org:2103.2</identifier></header></record>
			<record><metadata><oai_dc:dc xmlns:oai_dc="y"><dc:title>Snow</dc:title><dc:creator>Berg, Anna</dc:creator><dc:creator>Dahl, Jon</dc:creator>
			<dc:description>We study snow.</dc:description><dc:date>2020-05</dc:date><dc:identifier>https://example.org/1</dc:identifier>
			<dc:identifier>doi:10.5555/s</dc:identifier></oai_dc:dc></metadata></record></ListRecords></OAI-PMH>`
		);
		expect(account.inputs).toMatchObject([{ format: 'xml', records: 3, papers: 2, rejected: 1 }]);
		expect(papers).toMatchObject([
			{
				sourceId: '2103.1',
				title: 'Ice',
				abstract: 'We study ice.',
				published: '2021-03-15',
				authors: ['Jon Dahl Jr']
			},
			{
				title: 'Snow',
				abstract: 'We study snow.',
				teamSize: 2,
				doi: '10.5555/s',
				url: 'https://example.org/1',
				datePrecision: 'month'
			}
		]);
	});

	it('reads Europe PMC and DBLP', async () => {
		const europe = await read(
			`<responseWrapper><resultList><result><id>1</id><pmid>33</pmid><title>Ice.</title><authorString>Berg A, Dahl J.</authorString>
			<journalInfo><journal><title>North</title></journal></journalInfo><pubYear>2021</pubYear>
			<abstractText>&lt;h4>Background&lt;/h4>We study ice.</abstractText></result></resultList></responseWrapper>`
		);
		expect(europe.papers).toMatchObject([
			{ sourceId: '33', authors: ['Berg A', 'Dahl J'], venue: 'North', abstract: 'Background We study ice.' }
		]);
		const dblp = await read(
			`<dblp><article key="journals/n/B"><author>Anna Berg 0001</author><author>Jon Dahl</author><title>Ice in H<sub>2</sub>O.</title>
			<journal>North</journal><year>2021</year><ee>https://doi.org/10.5555/i</ee></article>
			<inproceedings key="conf/n/L"><author>Xia Li</author><title>Snow.</title><booktitle>Proc.</booktitle><year>2020</year></inproceedings></dblp>`
		);
		expect(dblp.papers).toMatchObject([
			{
				title: 'Ice in H2O.',
				authors: ['Anna Berg', 'Jon Dahl'],
				doi: '10.5555/i',
				venue: 'North',
				type: 'article'
			},
			{ title: 'Snow.', teamSize: 1, venue: 'Proc.' }
		]);
	});

	it('reads chapters of PubMed, and lists of authors that are not complete', async () => {
		const { papers, account } = await read(
			`<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Ice</ArticleTitle>
			<Pagination><StartPage>1</StartPage><EndPage>9</EndPage></Pagination>
			<AuthorList CompleteYN="N"><Author><LastName>Berg</LastName><Initials>A</Initials></Author></AuthorList></Article></MedlineCitation></PubmedArticle>
			<PubmedBookArticle><BookDocument><PMID>2</PMID><Book><BookTitle>All of ice</BookTitle><PubDate><Year>2020</Year></PubDate></Book>
			<ArticleTitle>Snow</ArticleTitle><AuthorList Type="editors"><Author><LastName>No</LastName></Author></AuthorList>
			<AuthorList Type="authors"><Author><LastName>Li</LastName><ForeName>Xia</ForeName><Suffix>Jr</Suffix></Author></AuthorList>
			<Abstract><AbstractText>We study snow.</AbstractText></Abstract></BookDocument></PubmedBookArticle></PubmedArticleSet>`
		);
		expect(account.inputs).toMatchObject([{ records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{ title: 'Ice', authors: ['A Berg'], teamSize: null, pages: '1-9' },
			{
				title: 'Snow',
				authors: ['Xia Li Jr'],
				teamSize: 1,
				venue: 'All of ice',
				published: '2020-01-01',
				abstract: 'We study snow.'
			}
		]);
	});

	it('reads the record after one that never ends', async () => {
		const { papers, account } = await read(
			'<xml><records><record><titles><title>Ice</title></titles><abstract>We study ice.<record><titles><title>Snow</title></titles></record><record><titles><title>Rain</title></records></xml>'
		);
		expect(account.inputs).toMatchObject([{ records: 3, papers: 3 }]);
		expect(papers.map(({ title }) => title)).toEqual(['Ice', 'Snow', 'Rain']);
	});
});
