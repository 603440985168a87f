import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const ab = 'Bees dance to tell where the flowers are, and how far.';

/** A file, the keywords of its paper, and its organisations with their countries; `null` where that is not tested. */
const files: readonly (readonly [
	source: string,
	text: string,
	keywords: string | null,
	places: string | null
])[] = [
	[
		'JATS',
		`<pmc-articleset><article><front><article-meta><article-title>Bees</article-title><contrib-group><contrib contrib-type="author"><name><surname>B</surname></name><xref ref-type="aff" rid="a1">1</xref></contrib><aff id="a3">Nofima, Tromsø, Norway</aff></contrib-group><aff id="a1"><label>1</label><institution content-type="dept">Department of Zoology</institution>, <institution>University of Munich</institution>, <country country="DE">Germany</country></aff><aff id="a2"><sup>2</sup>Department of Physics, University of Oslo, Oslo, Norway</aff><aff id="a4"><label>4</label><institution-wrap><institution-id institution-id-type="ror">https://ror.org/1</institution-id><institution>Yale University</institution></institution-wrap>, <country>USA</country></aff><kwd-group kwd-group-type="author"><kwd>dance</kwd><kwd><italic>Apis</italic></kwd></kwd-group><kwd-group kwd-group-type="MeSH"><kwd>Animals</kwd></kwd-group><kwd-group kwd-group-type="abbreviations"><kwd>WD</kwd></kwd-group></article-meta></front></article></pmc-articleset>`,
		`dance|Apis|Animals`,
		`University of Munich/Germany|University of Oslo/Norway|Yale University/United States|Nofima/Norway`
	],
	[
		'MODS',
		`<modsCollection><mods><titleInfo><title>Bees</title></titleInfo><name><namePart>B</namePart><affiliation>University of Oslo, Norway</affiliation></name><subject><topic>dance</topic></subject><subject><topic>bee</topic></subject></mods></modsCollection>`,
		`dance|bee`,
		`University of Oslo/Norway`
	],
	[
		'Ovid by tags',
		`<1. >\nTI  - Bees.\nAU  - Berg A\nIN  - Berg, Anna. Department of Zoology, University of Oslo, Oslo, Norway.\nKW  - dance; honey bee\nMH  - *Bees/ph [Physiology]\nMH  - Animals\n`,
		`dance|honey bee|Bees|Animals`,
		`University of Oslo/Norway`
	],
	[
		'Ovid by names of fields',
		`<1>\nTitle\n  Bees. [Article]\nAuthor\n  Berg A.\nInstitution\n  (Berg) Department of Zoology, University of Oslo, Oslo, Norway\n  (Dahl) Yale University, New Haven, United States\nKeyword Heading\n  dance\n  honey bee\nAbstract\n  ${ab}\n`,
		`dance|honey bee`,
		`University of Oslo/Norway|Yale University/United States`
	],
	[
		'CNKI',
		`Title-题名: 河流中的水獭\nAuthor-作者: 张三;李四\nOrgan-单位: 北京大学;清华大学\nKeyword-关键词: 水獭;河流\n`,
		`水獭|河流`,
		`北京大学/null|清华大学/null`
	],
	[
		'NoteExpress',
		`{Reference Type}: Journal Article\n{Title}: 河流\n{Author Address}: 北京大学;清华大学\n{Keywords}: 水獭;河流\n`,
		`水獭|河流`,
		`北京大学/null|清华大学/null`
	],
	[
		'EndNote',
		`%0 Journal Article\n%T Bees\n%K dance\nhoney bee\n%+ University of Oslo, Norway\n`,
		`dance|honey bee`,
		`University of Oslo/Norway`
	],
	[
		'Cochrane',
		`Record #1 of 1\nID: CN-1\nTI: Bees\nKY: Animals; *Bees [physiology]; Dance\n`,
		`Animals|Bees [physiology]|Dance`,
		null
	],
	[
		'books of PubMed',
		`<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><ArticleTitle>Bees</ArticleTitle><AuthorList><Author><LastName>B</LastName><AffiliationInfo><Affiliation>University of Oslo, Norway</Affiliation></AffiliationInfo></Author></AuthorList><KeywordList Owner="NOTNLM"><Keyword>dance</Keyword></KeywordList></BookDocument></PubmedBookArticle></PubmedArticleSet>`,
		`dance`,
		`University of Oslo/Norway`
	],
	[
		'awards of NIH as JSON',
		JSON.stringify({
			results: [
				{
					appl_id: 1,
					project_num: '5R01',
					project_title: 'Otters',
					organization: { org_name: 'YALE UNIVERSITY', org_country: 'UNITED STATES' }
				}
			]
		}),
		null,
		`YALE UNIVERSITY/United States`
	],
	[
		'awards of NIH as a table',
		`Project Title,Project Number,Contact PI / Project Leader,Other PI or Project Leader(s),Organization Name,Organization Country,Project Start Date\nOtters,1,"BERG, ANNA",Not Applicable,YALE UNIVERSITY,UNITED STATES,9/1/2019\n`,
		null,
		`YALE UNIVERSITY/United States`
	],
	[
		'PLOS',
		JSON.stringify({
			response: {
				docs: [
					{
						id: '10.1371/j.1',
						title_display: 'Otters',
						author_display: ['A B'],
						author_affiliate: [
							'Department of Rivers, University of Oslo, Oslo, Norway',
							'Yale University, New Haven, Connecticut, United States of America'
						]
					}
				]
			}
		}),
		null,
		`University of Oslo/Norway|Yale University/United States`
	],
	[
		'ProQuest',
		`Title,Abstract,Authors,authorAffiliation,subjectTerms,identifierKeywords,pubtitle\nOtters,"${ab}","Berg, A","University of Oslo, Oslo, Norway",Animals; Rivers,otter; river,River\n`,
		`otter|river|Animals|Rivers`,
		`University of Oslo/Norway`
	],
	[
		'PubMed abstracts',
		`1. J Ice. 2021 Mar 15;12(3):1-2. doi: 10.5555/1.\n\nTitle of it.\n\nBerg A(1), Dahl J(2).\n\nAuthor information:\n(1)Department of Ice, University of Oslo, Oslo, Norway.\n(2)Yale University, New Haven, CT, USA. jon@yale.edu\n\n${ab} ${ab}\n\nDOI: 10.5555/1\nPMID: 33001\n`,
		null,
		`University of Oslo/Norway|Yale University/United States`
	],
	[
		'Embase, behind a name',
		`TY  - JOUR\nTI  - Bees\nAD  - T. Yamada, Department of Surgery, Higashiosaka City Medical Center, Osaka, Japan\nER  - \n`,
		null,
		`Higashiosaka City Medical Center/Japan`
	],
	[
		'awards of NSF',
		JSON.stringify({
			response: {
				award: [
					{
						id: '2001',
						title: 'Otters',
						piFirstName: 'Anna',
						piLastName: 'Berg',
						startDate: '09/01/2019',
						awardeeName: 'Cornell',
						awardeeCountryCode: 'US'
					}
				]
			}
		}),
		null,
		`Cornell/null`
	]
];

describe('keywords and affiliations', () => {
	it.each(files)('are kept as they stand in %s', async (_, text, keywords, places) => {
		const { papers } = await readCorpus({ a: text });
		expect(papers).toHaveLength(1);
		const [paper] = papers;
		if (keywords !== null) expect(paper?.keywords.map(({ keyword }) => keyword).join('|')).toBe(keywords);
		if (places !== null)
			expect(
				paper?.affiliations.map(({ organisation, country }) => `${organisation}/${country}`).join('|')
			).toBe(places);
	});
});
