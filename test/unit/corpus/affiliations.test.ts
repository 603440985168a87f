import { describe, expect, it } from 'vitest';

import { addressOf } from '../../../src/lib/corpus/paper/affiliations.ts';
import { countryOf, countryOfCode } from '../../../src/lib/corpus/paper/countries.ts';
import { readCorpus } from '../../support/corpora.ts';

/** Organisations and countries of the papers in a file: "Univ Oslo (Norway)". */
async function places(name: string, content: string): Promise<string[][]> {
	const { papers } = await readCorpus({ [name]: content });
	return papers.map((paper) =>
		paper.affiliations.map(({ organisation, country }) => `${organisation ?? '?'} (${country ?? '?'})`)
	);
}

const abstract = 'Bees dance to tell where the flowers are, and how far.';
const json = (value: object) => places('works.json', JSON.stringify([value]));

describe('countries', () => {
	it.each([
		['United States', ['USA', 'U.S.A.', 'United States', 'united states of america', 'US']],
		['United Kingdom', ['England', 'Scotland', 'Wales', 'North Ireland', 'UK', 'U.K.', 'Great Britain']],
		['China', ['Peoples R China', "People's Republic of China", 'P. R. China', 'PR China', 'P.R.China']],
		['South Korea', ['South Korea', 'Republic of Korea', 'Korea, Republic of']],
		['Germany', ['Germany', 'Deutschland', 'Fed Rep Ger']],
		['Turkey', ['Turkey', 'Türkiye', 'Turkiye']],
		["Côte d'Ivoire", ['Ivory Coast', 'Cote d’Ivoire', "COTE D'IVOIRE"]],
		['Bosnia and Herzegovina', ['Bosnia & Herceg', 'Bosnia and Herzegovina', 'Bosnia & Herzegovina']]
	])('%s has one name', (name, spellings) => {
		for (const spelling of spellings) expect(countryOf(spelling), spelling).toBe(name);
	});

	it('are known by their codes, and nothing else is one', () => {
		expect([countryOfCode('no'), countryOfCode('GB'), countryOfCode('ZZ')]).toEqual([
			'Norway',
			'United Kingdom',
			null
		]);
		for (const text of ['', 'Bavaria', 'MA', 'Oslo', 'New Mexico', 'constructor'])
			expect(countryOf(text)).toBeNull();
	});
});

describe('an address', () => {
	it.each([
		['Department of Physics, University of Oslo, Oslo, Norway', 'University of Oslo', 'Norway'],
		[
			'Max Planck Institute for Physics, Munich 80805, Germany.',
			'Max Planck Institute for Physics',
			'Germany'
		],
		['Institute of Physics, Jagiellonian University, Krakow, Poland', 'Jagiellonian University', 'Poland'],
		['Faculty of Academic Medicine, Karolinska Hospital, Stockholm, Sweden', 'Karolinska Hospital', 'Sweden'],
		['Google Research, Mountain View, CA, USA', 'Google Research', 'United States'],
		['Department of Medicine, Oslo, Norway', null, 'Norway'],
		['Univ. of Oslo, Norway. Electronic address: k.berg@example.org', 'Univ. of Oslo', 'Norway'],
		['Emory University, Atlanta, Georgia', 'Emory University', null],
		['Tbilisi State University, Tbilisi, Republic of Georgia', 'Tbilisi State University', 'Georgia'],
		['University of Oslo', 'University of Oslo', null],
		['Norway', null, 'Norway'],
		['1 Univ Oslo, Boston, MA 02115 USA', 'Univ Oslo', 'United States'],
		['', null, null]
	])('%s', (address, organisation, country) => {
		expect(addressOf(address)).toEqual({ organisation, country });
	});
});

describe('organisations and countries', () => {
	it('stand in the addresses of Web of Science', async () => {
		const text = `FN Clarivate\nVR 1.0\nPT J\nAU Frisch, K\n   Berg, A\nTI Bees\nAB ${abstract}\nC1 [Frisch, K; Berg, A] Univ Munich, Dept Zool, D-8000 Munich, Germany.\n   [Berg, A] Harvard Univ, Cambridge,\n   MA 02138 USA.\n   [Berg, A] Univ Oxford, Oxford, England.\nUT WOS:1\nER\n\nPT J\nTI Wasps\nUT WOS:2\nER\nEF\n`;
		expect(await places('savedrecs.txt', text)).toEqual([
			['Univ Munich (Germany)', 'Harvard Univ (United States)', 'Univ Oxford (United Kingdom)'],
			[]
		]);
		const table = `PT\tAU\tTI\tAB\tC1\tUT\nJ\tFrisch, K; Berg, A\tBees\t${abstract}\t[Frisch, K; Berg, A] Univ Munich, Munich, Germany; [Berg, A] Peking Univ, Beijing, Peoples R China\tWOS:1\n`;
		expect(await places('savedrecs.txt', table)).toEqual([['Univ Munich (Germany)', 'Peking Univ (China)']]);
		const bibtex = `@article{WOS:1, title = {Bees}, affiliation = {Frisch, K (Corresponding Author), Univ Munich, Dept Zool, Munich, Germany.\n   Frisch, K; Berg, A, Harvard Univ, Cambridge, MA 02138 USA.}}\n`;
		expect(await places('savedrecs.bib', bibtex)).toEqual([
			['Univ Munich (Germany)', 'Harvard Univ (United States)']
		]);
	});

	it('stand in the affiliations of Scopus, each once', async () => {
		const scopus = `Authors,Title,Abstract,Affiliations,EID\n"Frisch, K.",Bees,"${abstract}","Department of Zoology, University of Munich, Munich, Germany; University of Munich, Munich, Germany; Ilia State University, Tbilisi, Georgia",2-s2.0-1\n`;
		expect(await places('scopus.csv', scopus)).toEqual([
			['University of Munich (Germany)', 'Ilia State University (Georgia)']
		]);
	});

	it('stand in the records of services', async () => {
		const institutions = [
			{ display_name: 'University of Oslo', country_code: 'NO', ror: 'https://ror.org/01xtthb56' },
			{ display_name: 'Nofima', country_code: 'NO' }
		];
		expect(
			await json({
				id: 'https://openalex.org/W1',
				title: 'Bees',
				authorships: [
					{ author: { display_name: 'Karl Frisch' }, institutions },
					{ author: { display_name: 'Anna Berg' }, institutions: [], countries: ['DE'] }
				]
			})
		).toEqual([['University of Oslo (Norway)', 'Nofima (Norway)', '? (Germany)']]);
		const ror = { id: 'https://ror.org/01an7q238', 'id-type': 'ROR' };
		expect(
			await json({
				DOI: '10.5555/1',
				title: ['Bees'],
				prefix: '10.5555',
				author: [
					{
						family: 'Frisch',
						affiliation: [{ name: 'University of California, Berkeley', id: [ror] }]
					},
					{ family: 'Berg', affiliation: [{ name: 'Dept Zool, University of Oslo, Oslo, Norway' }] }
				]
			})
		).toEqual([['University of California, Berkeley (?)', 'University of Oslo (Norway)']]);
		const xml = `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Bees</ArticleTitle><AuthorList><Author><LastName>Frisch</LastName><AffiliationInfo><Affiliation>Department of Zoology, University of Munich, Munich, Germany. karl@example.org</Affiliation></AffiliationInfo></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
		expect(await places('bees.xml', xml)).toEqual([['University of Munich (Germany)']]);
		const medline = `PMID- 1\nTI  - Bees\nAB  - ${abstract}\nFAU - Frisch, Karl\nAD  - Department of Zoology, University of\n      Munich, Munich, Germany.\n`;
		expect(await places('bees.nbib', medline)).toEqual([['University of Munich (Germany)']]);
	});

	it('stand in columns of their own, and the one that a source names apart is the first', async () => {
		const table = `Title,Abstract,Organisation,Organisations,Countries\nBees,"${abstract}",Lab One,Lab Two; Lab Three,Norway; Chile\nWasps,"${abstract}!",,,n/a\nAnts,"${abstract}?",,Lab Four,\n`;
		expect(await places('t.csv', table)).toEqual([
			['Lab One (?)', 'Lab Two (?)', 'Lab Three (?)', '? (Norway)', '? (Chile)'],
			[],
			['Lab Four (?)']
		]);
		const { papers } = await readCorpus({ 't.csv': table });
		expect(papers.map(({ organisation }) => organisation)).toEqual(['Lab One', null, 'Lab Four']);
	});
});
