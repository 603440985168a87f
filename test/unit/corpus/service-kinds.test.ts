import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (...lines: string[]) => readCorpus({ export: lines.join('\n') });
const abstract =
	'Glaciers were measured every spring for ten years, and their fronts moved back in each of them.';

describe('tables of awards, patents and services', () => {
	it('name the leaders of an award as its team, and its start as its date', async () => {
		const nih = await read(
			'"Project Title","Project Number","Contact PI / Project Leader","Other PI or Project Leader(s)","Organization Name","Fiscal Year","Project Start Date","Project Abstract"',
			`"Ice","R01","LUND, KARI ","Not Applicable","U","2019","4/1/2019","${abstract}"`,
			`"Snow","R02","MOE, PER","EK, SIV; DAL, BO","U","2019","12/31/2018","${abstract} Snow."`
		);
		expect(nih.papers).toMatchObject([
			{ sourceId: 'R01', teamSize: 1, published: '2019-04-01', organisation: 'U' },
			{ sourceId: 'R02', teamSize: 3, published: '2018-12-31' }
		]);
		const nsf = await read(
			'"AwardNumber","Title","StartDate","PrincipalInvestigator","Organization","Co-PIName(s)","Abstract"',
			`"1","Ice","07/01/2015","Kari Lund","U","Per Moe, Siv Ek","${abstract}"`
		);
		expect(nsf.papers).toMatchObject([
			{ sourceId: '1', teamSize: 3, published: '2015-07-01', organisation: 'U' }
		]);
	});

	it('name the inventors of a patent as its team, and its publication as its date', async () => {
		const google = await read(
			'search URL:,https://example.org/?q=ice',
			'id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link',
			'US-1,Ice axe,Ice Ltd,"Kari Lund, Per Moe",2010-01-01,2011-01-01,2012-03-04,,https://example.org/US1'
		);
		expect(google.papers).toMatchObject([
			{ title: 'Ice axe', teamSize: 2, published: '2012-03-04', organisation: 'Ice Ltd', type: 'patent' }
		]);
		const lens = await read(
			'Jurisdiction,Lens ID,Publication Date,Application Date,Title,Abstract,Applicants,Inventors',
			`US,1-2-3,2012-03-04,2010-01-01,Ice axe,"${abstract}",Ice Ltd,Lund Kari;;Moe Per;;Ek Siv`
		);
		expect(lens.papers).toMatchObject([{ teamSize: 3, published: '2012-03-04', organisation: 'Ice Ltd' }]);
	});

	it('of ProQuest and pybliometrics', async () => {
		const proquest = await read(
			'Title,Abstract,Authors,digitalObjectIdentifier,entryDate,pubdate,pubtitle,year,DocumentURL',
			`Ice,"${abstract}","Lund, Kari; Moe, Per",10.5555/a,2019-05-05,"Mar 4, 2019",Ice,2019,https://example.org/1`
		);
		expect(proquest.papers).toMatchObject([
			{ doi: '10.5555/a', teamSize: 2, published: '2019-03-04', url: 'https://example.org/1' }
		]);
		const scopus = await read(
			'eid,title,author_count,author_names,coverDate,publicationName,description',
			`2-s2.0-1,Ice,2,"Lund, Kari;Moe, Per",2019-03-04,Journal of Ice,"${abstract}"`
		);
		expect(scopus.papers).toMatchObject([{ title: 'Ice', venue: 'Journal of Ice', teamSize: 2 }]);
	});
});

describe('JSON of services', () => {
	it('of PLOS, DataCite, NSF and NIH', async () => {
		const plos = await read(
			JSON.stringify({
				response: {
					docs: [
						{
							...{ id: '10.1371/x.1', journal: 'J', publication_date: '2019-03-04T00:00:00Z' },
							...{ author_display: ['A Lund', 'P Moe'], abstract: [abstract], title_display: 'On <i>ice</i>' }
						}
					]
				}
			})
		);
		expect(plos.papers).toMatchObject([
			{ title: 'On ice', doi: '10.1371/x.1', teamSize: 2, published: '2019-03-04', venue: 'J', abstract }
		]);
		const attributes = {
			...{ doi: '10.5555/d', creators: [{ name: 'Lund, Kari' }], publicationYear: 2019, publisher: 'Store' },
			titles: [{ title: 'More', titleType: 'Subtitle' }, { title: 'Ice' }],
			dates: [
				{ date: '2018-01-01', dateType: 'Submitted' },
				{ date: '2019-03-04', dateType: 'Issued' }
			],
			descriptions: [
				{ description: '1. Ice 2. Snow', descriptionType: 'TableOfContents' },
				{ description: abstract, descriptionType: 'Abstract' }
			]
		};
		const datacite = await read(JSON.stringify({ data: [{ id: '10.5555/d', type: 'dois', attributes }] }));
		expect(datacite.papers).toMatchObject([
			{ title: 'Ice', doi: '10.5555/d', published: '2019-03-04', venue: 'Store', teamSize: 1, abstract }
		]);
		const nsf = await read(
			JSON.stringify({
				response: {
					award: [
						{
							...{ id: '7', title: 'Ice', abstractText: abstract, piFirstName: 'Kari', piLastName: 'Lund' },
							...{ coPDPI: ['Per Moe per@example.org'], startDate: '07/01/2015', awardeeName: 'U' }
						}
					]
				}
			})
		);
		expect(nsf.papers).toMatchObject([
			{ sourceId: '7', teamSize: 2, published: '2015-07-01', organisation: 'U' }
		]);
		const nih = await read(
			JSON.stringify({
				results: [
					{
						...{ appl_id: 5, project_num: 'R01', project_title: 'Ice', abstract_text: abstract },
						...{ principal_investigators: [{ full_name: 'Kari Lund' }], fiscal_year: 2019 },
						...{ project_start_date: '2018-04-01T00:00:00', organization: { org_name: 'U' } }
					}
				]
			})
		);
		expect(nih.papers).toMatchObject([
			{ sourceId: 'R01', teamSize: 1, published: '2018-04-01', organisation: 'U' }
		]);
	});
});
