import { describe, expect, it } from 'vitest';

import { withoutTex } from '../../../src/lib/corpus/paper/tex.ts';
import { readCorpus } from '../../support/corpora.ts';

const read = (text: string) => readCorpus({ 'a.bib': text });

describe('BibTeX', () => {
	it('reads braces over several lines, macros, joined parts and quotes', async () => {
		const { papers, account } = await read(
			[
				'% a comment',
				'@string{ice = "Journal of Ice"}',
				'@comment{ @article{no, title = {Not this}} }',
				'@article{ WOS:1,',
				'Author = {Berg, Anna and',
				'   Dahl, Jon and {Ice Group and Friends}},',
				'Title = {Seals in {W}inter: 95\\% \\& more},',
				'Book-Author = {Nobody},',
				'Journal = ice # " and Water",',
				'Year = {2022},',
				'Month = {AUG},',
				'Pages = {16--18},',
				'Abstract = {We {\\it measure}',
				'   things "quoted".},',
				'DOI = {10.5555/B.1},',
				'}'
			].join('\n')
		);
		expect(account.inputs).toMatchObject([{ format: 'bibtex', records: 1 }]);
		expect(papers).toMatchObject([
			{
				title: 'Seals in Winter: 95% & more',
				authors: ['Berg, Anna', 'Dahl, Jon', 'Ice Group and Friends'],
				teamSize: 3,
				venue: 'Journal of Ice and Water',
				published: '2022-08-01',
				datePrecision: 'month',
				pages: '16-18',
				abstract: 'We measure things "quoted".',
				doi: '10.5555/b.1',
				sourceId: 'WOS:1'
			}
		]);
	});

	it('reads what real files hold: odd keys, spaces in names, missing commas and braces', async () => {
		const { papers } = await read(
			[
				'@inproceedings{mouse;2015, author = {Mouse, M.}, title = {One}, crossref = {P15},}',
				'@article{a, key words = {x, y}, title = "Two" year = 2020, month = apr}',
				'@article{b, title = {Three, abstract = {Never closed},',
				'  year = {2021}',
				'}',
				'@misc{ title = {Four}, author = {A and others} }',
				'@article{c,',
				'  title = {Five},',
				'  year = {2019-03-01}, date = {2019-03-05/2019-03-07}',
				'}',
				'@proceedings{P15, booktitle = {Proceedings of Mice}, year = {2015},}'
			].join('\n')
		);
		expect(papers.map(({ title, published }) => [title, published])).toEqual([
			['One', '2015-01-01'],
			['Two', '2020-04-01'],
			[expect.stringContaining('Three'), '2021-01-01'],
			['Four', null],
			['Five', '2019-03-05'],
			['Proceedings of Mice', '2015-01-01']
		]);
		expect(papers[0]?.venue).toBe('Proceedings of Mice');
		expect(papers[3]).toMatchObject({ authors: ['A'], teamSize: null });
	});

	it('reads what producers write in their own way', async () => {
		const { papers } = await read(
			[
				"@['JournalArticle', 'Review']{a1, title = {Types in a list}, author = {Anna Berg and Jon Dahl 0001}}",
				'@article{a2, title = "Quotes "inside" quotes", year = 2021}',
				'@misc{a3, title = {Authors of another kind}, author = {Berg A, Dahl J, Li X}}',
				'@misc{a4, title = {One name}, author = {{Ice, Snow, and Water Group}}}',
				'@misc{a5, title = {One person}, author = {Smith, Jr., John}, url = {http://one.org http://two.org}}',
				'@article{a6, title = {Macros}, journal = {\\apj}, abstract = {{\\ensuremath{\\sim}}40\\,km}}',
				'@article{a7, title = {Online first}, early-access-date = {{JAN 2022}}}',
				'@article{a8, title = {Numbers}, year = 2020, month = {5}, day = 7, abstract = {Abstract\nWe see {\\textasciitilde}9.}}',
				'@misc{a9, title = {Preprint}, eprint = {2005.01234}, archivePrefix = {arXiv}, year = 2020, month = 5}'
			].join('\n')
		);
		expect(papers).toMatchObject([
			{ title: 'Types in a list', type: 'article', authors: ['Anna Berg', 'Jon Dahl'] },
			{ title: 'Quotes "inside" quotes', published: '2021-01-01' },
			{ authors: ['Berg A', 'Dahl J', 'Li X'], teamSize: 3 },
			{ authors: ['Ice, Snow, and Water Group'], teamSize: 1 },
			{ teamSize: 1, url: 'http://one.org' },
			{ venue: 'The Astrophysical Journal', abstract: '∼40 km' },
			{ published: '2022-01-01', datePrecision: 'month' },
			{ published: '2020-05-07', datePrecision: 'day', abstract: 'We see ∼9.' },
			{ published: '2020-05-01', venue: 'arXiv', url: 'https://arxiv.org/abs/2005.01234' }
		]);
	});

	it('lists an entry without title and abstract', async () => {
		const { account } = await read('@misc{x, author = {Berg, A.}, year = 2020}\n@misc{y, title = {Yes}}');
		expect(account.rejections).toMatchObject([
			{ record: 1, reason: 'no title and no abstract', excerpt: '@misc{x, Berg, A. 2020' }
		]);
	});
});

describe('TeX', () => {
	it.each([
		['Garc{\\\'i}a M\\"{u}ller \\v{S}koda \\c{C}elik', 'García Müller Škoda Çelik'],
		["Bal\\'azs, H\\o st, \\L{}ukasz, stra\\ss e, \\'\\i", 'Balázs, Høst, Łukasz, straße, í'],
		['{DNA} \\textit{in vivo} \\emph{et} {\\em al}', 'DNA in vivo et al'],
		["a~b -- c --- d ``e'' \\_ \\#", 'a b – c — d "e" _ #'],
		['cost of $5~\\mu$ and {$x^2$}', 'cost of $5~\\mu$ and $x^2$'],
		['plain', 'plain']
	])('turns %s into text', (source, text) => {
		expect(withoutTex(source)).toBe(text);
	});
});
