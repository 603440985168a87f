import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const row = (...cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const read = async (...lines: string[]) => (await readCorpus({ 'export.csv': lines.join('\n') })).papers;

describe('headers in other languages', () => {
	it.each([
		['German', 'Autoren,Artikeltitel,Jahr,Zeitschrift,Band,Heft,Seite Beginn,Seite Ende,Zusammenfassung'],
		['French', 'Auteurs,Titre,Année,Titre de la source,Volume,Numéro,Page de début,Page de fin,Résumé'],
		['French without accents', 'Auteurs,Titre,Annee,Revue,Tome,Numero,Premiere page,Derniere page,Resume'],
		[
			'Spanish',
			'Autores,Título,Año,Título de la fuente,Volumen,Número,Página de inicio,Página final,Resumen'
		],
		['Italian', 'Autori,Titolo,Anno,Rivista,Volume,Fascicolo,Pagina iniziale,Pagina finale,Riassunto'],
		['Portuguese', 'Autores,Título,Ano,Título da fonte,Volume,Edição,Página inicial,Página final,Resumo'],
		['Russian', 'Авторы,Название,Год,Журнал,Том,Выпуск,Начальная страница,Конечная страница,Аннотация'],
		['Chinese', '作者,标题,年份,期刊,卷,期,起始页码,结束页码,摘要']
	])('are understood: %s', async (_, header) => {
		const cells = ['Berg A.; Dahl J.', 'Ice', '2021', 'North', '12', '3', '101', '110', 'We study ice.'];
		expect(await read(header, row(...cells))).toMatchObject([
			{
				title: 'Ice',
				abstract: 'We study ice.',
				authors: ['Berg A.', 'Dahl J.'],
				published: '2021-01-01',
				venue: 'North',
				volume: '12',
				issue: '3',
				pages: '101-110'
			}
		]);
	});
});

describe('tables of producers', () => {
	it('from Web of Science name columns by tags that mean other things elsewhere', async () => {
		const papers = await read(
			'PT\tAU\tBA\tCA\tTI\tSO\tSP\tPD\tPY\tEA\tAR\tUT\tDA',
			'J\tBerg, A; Dahl, J\t\t\tIce\tNORTH\t\tMAR\t2021\tFEB 2021\t7\tWOS:1\t2024-03-12',
			'C\t\t\tIce Group\tSnow\tNORTH\tSnow Club\t\t\tJAN 2022\t\tWOS:2\t2024-03-12',
			'B\t\tLi, X\t\tRain\tNORTH\t\tSPR\t2010\t\t\tWOS:3\t2024-03-12',
			'J\tWu, Y\t\t\tSun\tNORTH\t\t\t\t\t\tWOS:4\t2024-03-12'
		);
		expect(
			papers.map(({ authors, published, datePrecision, pages }) => [authors, published, datePrecision, pages])
		).toEqual([
			[['Berg, A', 'Dahl, J'], '2021-03-01', 'month', '7'],
			[['Ice Group'], '2022-01-01', 'month', null],
			[['Li, X'], '2010-01-01', 'year', null],
			[['Wu, Y'], null, null, null]
		]);
	});

	it('from PubMed state the date in the citation', async () => {
		const papers = await read(
			'PMID,Title,Authors,Citation,Journal/Book,Publication Year,Create Date',
			row(
				'1',
				'Ice',
				'Berg A, Dahl J; Ice Group.',
				'North. 2021 Mar 15;12(3):101-110. doi: 10.5555/i.',
				'North',
				'2021',
				'2021/04/01'
			),
			row('2', 'Snow', 'Li X.', 'North. 2021 Jan-Feb;12:e1.', 'North', '2021', '2021/04/01')
		);
		expect(papers).toMatchObject([
			{ published: '2021-03-15', teamSize: 3, volume: '12', issue: '3', pages: '101-110' },
			{ published: '2021-01-01', datePrecision: 'year', teamSize: 1, volume: '12', issue: null, pages: 'e1' }
		]);
	});

	it('from Embase hide date and DOI in other columns', async () => {
		const papers = await read(
			'Title,Author Names,Source,Emtree Drug Index Terms,Open URL Link',
			row(
				'Ice',
				'Berg A., Dahl J.',
				'Far North (2014) 3:2 (152-160). Date of Publication: 25 Aug 2014',
				'x',
				'http://x?id=doi:10.5555%2Fi&title=Ice'
			)
		);
		expect(papers).toMatchObject([
			{
				...{ doi: '10.5555/i', venue: 'Far North', published: '2014-08-25', teamSize: 2 },
				...{ volume: '3', issue: '2', pages: '152-160' }
			}
		]);
	});

	it('may speak of summaries, and name the venue in other ways', async () => {
		const { papers } = await readCorpus({
			a: 'titles,summaries,terms\nIce,It is cold.,cs.CV\n',
			b: 'Title,Abstract,Proceedings title\nSnow,It is white.,Proc. of Snow\n',
			c: 'title,abstract,server\nHail,It is round.,biorxiv\n'
		});
		expect(papers).toMatchObject([
			{ title: 'Ice', abstract: 'It is cold.' },
			{ venue: 'Proc. of Snow' },
			{ venue: 'biorxiv' }
		]);
	});

	it('from Embase may stand on their side', async () => {
		const { papers, account } = await readCorpus({
			a: [
				row('TITLE', 'Ice: now, "then" and after'),
				row('AUTHOR NAMES', 'Berg A.', 'Dahl J.'),
				row('PUBLICATION YEAR', '2021'),
				row('ABSTRACT', 'We study ice.'),
				'',
				row('TITLE', 'Snow'),
				row('AUTHOR NAMES', 'Li X.'),
				row('TITLE', 'Rain')
			].join('\n')
		});
		expect(account.inputs).toMatchObject([{ format: 'csv', records: 3, papers: 3 }]);
		expect(papers).toMatchObject([
			{
				title: 'Ice: now, "then" and after',
				teamSize: 2,
				published: '2021-01-01',
				abstract: 'We study ice.'
			},
			{ title: 'Snow', teamSize: 1 },
			{ title: 'Rain' }
		]);
	});

	it('of searches in Google Scholar cut off authors, and count those they show', async () => {
		const papers = await read(
			'Authors,Title,Year,Source,ArticleURL,AuthorCount',
			row('A Berg, J Dahl, ...', 'Ice', '2021', 'North', 'https://example.org', '2'),
			row('A Berg, J Dahl', 'Snow', '2021', 'North', '', '2')
		);
		expect(papers).toMatchObject([
			{ authors: ['A Berg', 'J Dahl'], teamSize: null, url: 'https://example.org' },
			{ teamSize: 2 }
		]);
	});

	it('may have month and day in columns of their own', async () => {
		const papers = await read(
			'title,year,month,day',
			'Ice,2021,3,15',
			'Snow,2021,Mar,',
			'Rain,2021,,',
			'Sun,,3,'
		);
		expect(papers.map(({ published, datePrecision }) => [published, datePrecision])).toEqual([
			['2021-03-15', 'day'],
			['2021-03-01', 'month'],
			['2021-01-01', 'year'],
			[null, null]
		]);
	});

	it('from OpenAlex name nested fields with points', async () => {
		const papers = await read(
			'id,title,publication_date,primary_location.source.display_name,authorships.author.display_name',
			row('https://openalex.org/W1', 'Ice', '2021-03-15', 'North', 'Anna Berg|Jon Dahl')
		);
		expect(papers).toMatchObject([{ sourceId: 'W1', venue: 'North', authors: ['Anna Berg', 'Jon Dahl'] }]);
	});

	it('write surnames of several words before a comma', async () => {
		const papers = await read(
			'title,authors',
			row('Ice', 'van der Meer, Kees Jan'),
			row('Snow', 'Anna Berg, Jon Dahl'),
			row('Rain', 'De la Cruz, Juan Carlos')
		);
		expect(papers.map(({ teamSize }) => teamSize)).toEqual([1, 2, 1]);
	});
});
