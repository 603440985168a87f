import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (text: string) => readCorpus({ 'a.xml': text });

describe('XML', () => {
	it('reads arXiv’s Atom', async () => {
		const { papers, account } = await read(
			`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Query &amp; answer</title><id>q</id>
<entry><id>http://arxiv.org/abs/1205.1001v2</id><updated>2013-01-01T00:00:00Z</updated><published>2012-05-04T23:59:59Z</published>
<title>Ice and
  water &lt;b&gt;</title><summary>  We look &amp; see.
</summary><author><name>Anna Berg</name><arxiv:affiliation xmlns:arxiv="x">Lab</arxiv:affiliation></author><author><name>Jon Dahl</name></author>
<arxiv:doi xmlns:arxiv="x">10.5555/a</arxiv:doi><link href="x"/></entry></feed>`
		);
		expect(account.inputs).toMatchObject([{ format: 'atom', records: 1 }]);
		expect(papers).toMatchObject([
			{
				sourceId: '1205.1001',
				title: 'Ice and water',
				abstract: 'We look & see.',
				teamSize: 2,
				published: '2012-05-04',
				doi: '10.5555/a',
				venue: 'arXiv'
			}
		]);
	});

	it('reads the ACL Anthology, dates and venue from the volume', async () => {
		const { papers, account } = await read(
			`<?xml version='1.0'?><collection id="2022.ice"><volume id="1"><meta><booktitle>Ice Workshop</booktitle><editor><first>No</first><last>One</last></editor><month>May</month><year>2022</year></meta><frontmatter><url>x</url></frontmatter>
<paper id="1"><title>On <fixed-case>ICE</fixed-case> and <tex-math>x</tex-math></title><author><first>Anna</first><last>Berg</last></author><author><last>Dahl</last></author><abstract>We <i>look</i>.</abstract><pages>1-9</pages></paper>
<paper id="2"><title>Second</title></paper></volume></collection>`
		);
		expect(account.inputs).toMatchObject([{ format: 'acl-xml', records: 2 }]);
		expect(papers).toMatchObject([
			{
				sourceId: '2022.ice-1.1',
				title: 'On ICE and x',
				authors: ['Anna Berg', 'Dahl'],
				abstract: 'We look.',
				published: '2022-05-01',
				venue: 'Ice Workshop',
				url: 'https://aclanthology.org/2022.ice-1.1/'
			},
			{ sourceId: '2022.ice-1.2', teamSize: null }
		]);
	});

	it('reads EndNote, with styled texts', async () => {
		const s = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;
		const { papers, account } = await read(
			`<?xml version="1.0"?><xml><records><record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${s('Berg, Anna')}</author><author>${s('Dahl, Jon')}</author></authors></contributors><titles><title>${s('Ice and ')}<style face="italic">water</style></title><secondary-title>${s('North')}</secondary-title></titles><dates><year>${s('2020')}</year><pub-dates><date>${s('May 4')}</date></pub-dates></dates><abstract>${s('Text &amp; more.')}</abstract><electronic-resource-num>${s('10.5555/e')}</electronic-resource-num></record></records></xml>`
		);
		expect(account.inputs).toMatchObject([{ format: 'endnote-xml', records: 1 }]);
		expect(papers).toMatchObject([
			{
				title: 'Ice and water',
				authors: ['Berg, Anna', 'Dahl, Jon'],
				published: '2020-05-04',
				abstract: 'Text & more.',
				venue: 'North',
				doi: '10.5555/e',
				type: 'Journal Article'
			}
		]);
	});

	it('reads PubMed', async () => {
		const { papers } = await read(
			`<?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/pubmed.dtd"><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">99</PMID><Article><Journal><Title>North</Title><JournalIssue><Volume>3</Volume><PubDate><Year>2019</Year><Month>Oct</Month></PubDate></JournalIssue></Journal><ArticleTitle>Ice<sub>2</sub></ArticleTitle><Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText Label="RESULT">Seen.</AbstractText></Abstract><AuthorList><Author><LastName>Berg</LastName><ForeName>Anna</ForeName></Author><Author><CollectiveName>Ice Group</CollectiveName></Author></AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/pm</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>`
		);
		expect(papers).toMatchObject([
			{
				sourceId: '99',
				title: 'Ice2',
				abstract: 'AIM: To see. RESULT: Seen.',
				authors: ['Anna Berg', 'Ice Group'],
				published: '2019-10-01',
				doi: '10.5555/pm'
			}
		]);
	});

	it('reads on where the XML is broken, and what is there when it is cut short', async () => {
		const { papers } = await read(
			'<feed xmlns="x"><entry><title>One & two &eacute;</title><summary>A < b</summary></entry><entry><title>Three</wrong></title></entry><entry><title>Four</title><summary>Cut'
		);
		expect(papers.map(({ title }) => title)).toEqual(['One & two é', 'Three', 'Four']);
	});

	it('refuses entities of its own', async () => {
		const bomb = `<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><feed><entry><title>&b;</title></entry></feed>`;
		await expect(readCorpus({ 'a.xml': bomb }, { format: 'atom' })).rejects.toThrow(
			/^a\.xml: it defines XML entities/
		);
	});

	it('is not overrun by elements inside each other', async () => {
		const deep = `<feed><entry><title>${'<i>'.repeat(20_000)}Ice${'</i>'.repeat(20_000)}</title></entry></feed>`;
		expect((await read(deep)).papers).toMatchObject([{ title: 'Ice' }]);
	});
});
