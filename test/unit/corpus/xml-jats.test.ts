import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (xml: string) => readCorpus({ a: `<?xml version="1.0"?>\n${xml}` });

const author = (given: string, surname: string, type = 'author') =>
	`<contrib contrib-type="${type}"><name><surname>${surname}</surname><given-names>${given}</given-names></name><xref ref-type="aff">1</xref></contrib>`;

const ice = `<article article-type="research-article" xml:lang="en"><front><journal-meta><journal-title-group><journal-title>North</journal-title></journal-title-group></journal-meta>
	<article-meta><article-id pub-id-type="pmid">33</article-id><article-id pub-id-type="doi">10.5555/ICE</article-id>
	<title-group><article-title>Ice in <italic>H</italic><sub>2</sub>O<xref ref-type="fn">*</xref></article-title><subtitle>A study</subtitle></title-group>
	<contrib-group>${author('Anna', 'Berg')}<contrib contrib-type="author"><collab>Ice Group<contrib-group>${author('Not', 'Listed')}</contrib-group></collab></contrib>${author('An', 'Editor', 'editor')}</contrib-group>
	<pub-date pub-type="pmc-release"><year>2022</year><month>9</month><day>1</day></pub-date><pub-date pub-type="collection"><year>2021</year></pub-date>
	<pub-date pub-type="epub"><day>15</day><month>3</month><year>2021</year></pub-date><volume>12</volume><fpage>1</fpage><lpage>9</lpage>
	<abstract abstract-type="graphical"><p>A picture.</p></abstract>
	<abstract><title>Abstract</title><sec><title>Background</title><p>Ice is cold.</p></sec><sec><title>Results</title><p>So &lt;it&gt; is.</p></sec></abstract>
	</article-meta></front><body><sec><title>Introduction</title><p>Not read.</p></sec></body>
	<back><ref-list><ref><element-citation><article-title>Other work</article-title></element-citation></ref></ref-list></back>
	<sub-article><front><article-meta><title-group><article-title>An answer</article-title></title-group></article-meta></front></sub-article></article>`;
const snow = `<article><front><article-meta><title-group><article-title>Snow</article-title></title-group>
	<contrib-group><contrib><string-name>Xia Li</string-name></contrib></contrib-group>
	<pub-date date-type="pub"><season>Spring</season><year>2020</year></pub-date><elocation-id>e7</elocation-id></article-meta></front></article>`;

const iceRead = {
	sourceId: '33',
	title: 'Ice in H2O: A study',
	abstract: 'Background Ice is cold. Results So <it> is.',
	authors: ['Anna Berg', 'Ice Group'],
	teamSize: 2,
	published: '2021-03-15',
	datePrecision: 'day',
	doi: '10.5555/ice',
	venue: 'North',
	...{ volume: '12', pages: '1-9', type: 'research-article', language: 'en' }
};

describe('JATS', () => {
	it('is read from what stands before the text', async () => {
		const { papers, account } = await read(ice);
		expect(account.inputs).toMatchObject([{ format: 'jats', records: 1, papers: 1 }]);
		expect(papers).toMatchObject([iceRead]);
	});

	it('may hold several articles, one without texts', async () => {
		const empty = '<article><front><article-meta/></front></article>';
		const { papers, account } = await read(
			`<!DOCTYPE pmc-articleset PUBLIC "x" "y"><pmc-articleset>${ice}${empty}${snow}</pmc-articleset>`
		);
		expect(account.inputs).toMatchObject([{ format: 'jats', records: 3, papers: 2, rejected: 1 }]);
		expect(papers).toMatchObject([
			iceRead,
			{ title: 'Snow', authors: ['Xia Li'], teamSize: 1, datePrecision: 'year', pages: 'e7' }
		]);
	});

	it('may come through OAI-PMH', async () => {
		const { papers } = await read(
			`<OAI-PMH><ListRecords><record><metadata>${ice}</metadata></record></ListRecords></OAI-PMH>`
		);
		expect(papers).toMatchObject([iceRead]);
	});
});
