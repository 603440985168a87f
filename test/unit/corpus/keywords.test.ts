import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

/** Keywords of the papers in a file, those of an index behind a star. */
async function keywords(name: string, content: string): Promise<string[][]> {
	const { papers } = await readCorpus({ [name]: content });
	return papers.map((paper) =>
		paper.keywords.map(({ keyword, kind }) => (kind === 'index' ? `*${keyword}` : keyword))
	);
}

const abstract = 'Bees dance to tell where the flowers are, and how far.';
const json = (value: object) => keywords('works.json', JSON.stringify([value]));

describe('keywords', () => {
	it('of authors and of the index are told apart in Web of Science, over lines', async () => {
		const text = `FN Clarivate\nVR 1.0\nPT J\nAU Frisch, K\nTI Bees\nDE waggle dance; honey\n   bee\nID APIS-MELLIFERA; HONEY\n   BEE\nAB ${abstract}\nPY 1927\nUT WOS:1\nER\n\nPT J\nTI Wasps\nUT WOS:2\nER\nEF\n`;
		expect(await keywords('savedrecs.txt', text)).toEqual([
			['waggle dance', 'honey bee', '*APIS-MELLIFERA', '*HONEY BEE'],
			[]
		]);
		const table = `PT\tAU\tTI\tDE\tID\tAB\tPY\tUT\nJ\tFrisch, K\tBees\tdance; bee\tAPIS\t${abstract}\t1927\tWOS:1\n`;
		expect(await keywords('savedrecs.txt', table)).toEqual([['dance', 'bee', '*APIS']]);
		const excel = `Article Title,Abstract,Author Keywords,Keywords Plus,UT (Unique WOS ID)\nBees,"${abstract}",dance; bee,APIS,WOS:1\n`;
		expect(await keywords('savedrecs.csv', excel)).toEqual([['dance', 'bee', '*APIS']]);
	});

	it('stand in the columns of Scopus and of IEEE Xplore', async () => {
		const scopus = `Authors,Title,Abstract,Author Keywords,Index Keywords,EID\n"Frisch, K.",Bees,"${abstract}",Dance; Bee; dance,"Apis; bee; nectar, cane",2-s2.0-1\n`;
		expect(await keywords('scopus.csv', scopus)).toEqual([
			['Dance', 'Bee', '*Apis', '*bee', '*nectar, cane']
		]);
		const ieee = `"Document Title","Abstract","Author Keywords","IEEE Terms","Mesh_Terms"\n"Bees","${abstract}","dance;bee","Insects;Navigation","Animals"\n`;
		expect(await keywords('ieee.csv', ieee)).toEqual([
			['dance', 'bee', '*Insects', '*Navigation', '*Animals']
		]);
	});

	it('stand in MEDLINE and the XML of PubMed, headings without their qualifiers', async () => {
		const medline = `PMID- 1\nTI  - Bees\nAB  - ${abstract}\nMH  - Animals\nMH  - *Bees/physiology\nOT  - waggle\n      dance\nOT  - honey bee\n`;
		expect(await keywords('bees.nbib', medline)).toEqual([
			['waggle dance', 'honey bee', '*Animals', '*Bees']
		]);
		const xml = `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Bees</ArticleTitle></Article><MeshHeadingList><MeshHeading><DescriptorName>Bees</DescriptorName><QualifierName>physiology</QualifierName></MeshHeading></MeshHeadingList><KeywordList Owner="NOTNLM"><Keyword>waggle dance</Keyword></KeywordList></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
		expect(await keywords('bees.xml', xml)).toEqual([['waggle dance', '*Bees']]);
	});

	it('stand in what reference managers write', async () => {
		const ris = `TY  - JOUR\nTI  - Bees\nAB  - ${abstract}\nKW  - dance\nKW  - honey, wild\nKW  - N/A\nER  - \n`;
		expect(await keywords('bees.ris', ris)).toEqual([['dance', 'honey, wild']]);
		const bibtex = (fields: string) => keywords('bees.bib', `@article{a, title = {Bees}, ${fields}}\n`);
		expect(await bibtex('keywords = {dance, honey bee}')).toEqual([['dance', 'honey bee']]);
		expect(await bibtex('keywords = {APIS}, author_keywords = {dance; bee}')).toEqual([
			['dance', 'bee', '*APIS']
		]);
		expect(await bibtex('keywords = {dance; bee}, keywords-plus = {APIS}')).toEqual([
			['dance', 'bee', '*APIS']
		]);
		const endnote = `<xml><records><record><titles><title>Bees</title></titles><keywords><keyword>dance</keyword><keyword>bee</keyword></keywords></record></records></xml>`;
		expect(await keywords('bees.xml', endnote)).toEqual([['dance', 'bee']]);
		expect(
			await json({
				itemType: 'journalArticle',
				key: 'A',
				title: 'Bees',
				tags: [{ tag: 'dance' }, { tag: 'bee' }]
			})
		).toEqual([['dance', 'bee']]);
		expect(
			await json({
				id: 'a',
				type: 'article',
				'container-title': 'Insects',
				title: 'Bees',
				keyword: 'dance, bee'
			})
		).toEqual([['dance', 'bee']]);
	});

	it('stand in the records of services', async () => {
		const openAlex = { id: 'https://openalex.org/W1', title: 'Bees', authorships: [] };
		expect(
			await json({
				...openAlex,
				keywords: [{ display_name: 'Dance' }],
				concepts: [{ display_name: 'Biology' }]
			})
		).toEqual([['*Dance']]);
		expect(await json({ ...openAlex, concepts: [{ display_name: 'Biology' }] })).toEqual([['*Biology']]);
		expect(
			await json({ DOI: '10.5555/1', title: ['Bees'], prefix: '10.5555', subject: ['Insect Science'] })
		).toEqual([['*Insect Science']]);
	});

	it('are unknown where there are none, and no sentence is one', async () => {
		const table = `Title,Abstract,Keywords\nBees,"${abstract}",\nWasps,"${abstract}!",n/a\nAnts,"${abstract}?","${'very long '.repeat(20)}"\nFlies,"${abstract}.","wing, eye"\n`;
		expect(await keywords('t.csv', table)).toEqual([[], [], [], ['wing', 'eye']]);
	});
});
