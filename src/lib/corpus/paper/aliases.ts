import { byName, fieldNames as statedNames, fields } from '../../dataset/fields.ts';

/**
 * What exports call the fields of a paper in German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese and
 * Japanese, written as the English aliases are.
 */
const aliasesOfLanguages: Readonly<Record<string, string>> = {
	title:
		'artikeltitel dokumenttitel titrededocument titredudocument titredelarticle título títulodeldocumento títulodelartículo titolo titolodeldocumento titolodellarticolo títulododocumento títulodoartigo название названиедокумента заглавие 标题 题名 title题名 文献标题 论文标题 タイトル 論文名 表題',
	abstract:
		'kurzfassung abstrakt résumé resumen resumo riassunto sommario samenvatting аннотация реферат 摘要 summary摘要 抄録 要旨 要約',
	authors:
		'vollständigenamenderautoren autorenvollständigenamen autor verfasser nomscompletsdesauteurs auteur nombrescompletosdelosautores autores autori autore nomescompletosdosautores nomicompletidegliautori авторы автор 作者 author作者 作者全名 著者 著者名',
	date: 'veröffentlichungsdatum erscheinungsdatum publikationsdatum datum jahr erscheinungsjahr publikationsjahr veröffentlichungsjahr datedepublication annéedepublication année fechadepublicación fecha añodepublicación año datadipubblicazione annodipubblicazione anno datadepublicação anodepublicação ano publicatiedatum publicatiejaar jaar датапубликации дата годпубликации год pubtime发表时间 发表时间 出版日期 出版年 年份 year年 年 発行日 発行年',
	venue:
		'quellentitel titelderquelle zeitschrift zeitschriftentitel zeitschriftenname titredelasource titredelarevue revue périodique títulodelafuente títulodelarevista revista titolodellafonte titolodellarivista rivista títulodafonte títulodoperiódico periódico brontitel tijdschrift названиеисточника журнал 来源出版物名称 期刊 刊名 source文献来源 文献来源 雑誌名 掲載誌 出版物名',
	url: 'lien enlace vínculo collegamento ссылка 链接 url网址 リンク',
	type: 'dokumenttyp dokumentart publikationstyp typededocument tipodedocumento tipodidocumento documenttype типдокумента 文献类型 文書タイプ',
	language:
		'sprache sprachedesoriginaldokuments langue langueoriginale languedudocumentoriginal idioma idiomadeldocumentooriginal idiomadodocumentooriginal lingua linguadeldocumentooriginale taal язык 语种 语言 言語',
	volume: 'band jahrgang tome volumen jaargang том 卷 volume卷 巻',
	issue: 'heft ausgabe numéro fascicule número numero fascicolo edição nummer выпуск номер 期 period期 号',
	pages: 'seiten seitenangabe páginas pagine страницы 页码 pagecount页码 ページ',
	firstPage:
		'seitebeginn seitevon ersteseite startseite pagededébut premièrepage páginadeinicio páginainicial paginainiziale начальнаястраница 起始页码 開始ページ',
	lastPage:
		'seiteende seitebis letzteseite pagedefin dernièrepage páginafinal páginadefin paginafinale конечнаястраница 结束页码 終了ページ',
	month: 'monat mois mes mese maand',
	day: 'tag jour día giorno dag',
	articleNumber: 'artikelnr artikelnummer nart numérodarticle númerodeartículo'
};

const statedAliases = byName(statedNames, (name): readonly string[] => fields[name].aliases.split(' '));

/** What sources call the fields of a paper, without case, spaces and punctuation; the first that is filled wins. */
export const aliases = {
	title: [
		...['title', 'documenttitle', 'articletitle', 'itemtitle', 'primarytitle', 'papertitle', 'ti', 't1'],
		...['displayname', 'publicationname', 'titre', 'titel', 'name', 'originaltitle', 'headline'],
		...['titles', 'dctitle', 'projecttitle', 'awardtitle']
	],
	abstract: [
		...[
			'abstract',
			'text',
			'summary',
			'abstracttext',
			'abstractnote',
			'notesabstract',
			'description',
			'ab',
			'n2'
		],
		...['abstracten', 'abstractenglish', 'originalabstract', 'resume', 'zusammenfassung', 'body', 'content'],
		...['abstracts', 'dcdescription', 'summaries', 'descriptions', 'projectabstract', 'awardabstract']
	],
	authors: [
		...[
			'authorfullnames',
			'authors',
			'author',
			'authornames',
			'authorlist',
			'authorname',
			'creators',
			'creator'
		],
		...['af', 'au', 'a1', 'firstauthors', 'bookauthors', 'auteurs', 'autoren'],
		...[
			'authorstring',
			'authorshipsauthordisplayname',
			'groupauthors',
			'bookauthorfullnames',
			'authfullnames'
		]
	],
	authorCount: ['nauthors', 'numauthors', 'authorcount', 'authorscount', 'numberofauthors', 'teamsize'],
	date: [
		...['date', 'published', 'publishedat', 'publicationdate', 'pubdate', 'publisheddate', 'datepublished'],
		...[
			'coverdate',
			'firstpublicationdate',
			'issuedate',
			'issued',
			'year',
			'publicationyear',
			'pubyear',
			'py',
			'y1'
		],
		...[
			'yearpublished',
			'da',
			'pd',
			'dateofpublication',
			'publicationdateonline',
			'earlyaccessdate',
			'created'
		],
		...[
			'publishtime',
			'publishedyear',
			'prismcoverdate',
			'meetingdate',
			'dateofissue',
			'yearofpublication',
			'produceddates',
			'earliestdate'
		]
	],
	...statedAliases,
	firstPage: ['startpage', 'pagestart', 'beginningpage', 'sp', 'bp', 'firstpage', 'bibliofirstpage'],
	lastPage: ['endpage', 'pageend', 'endingpage', 'ep', 'lastpage', 'bibliolastpage'],
	month: ['month', 'publishedmonth', 'publicationmonth', 'pubmonth'],
	day: ['day', 'publishedday', 'publicationday', 'pubday'],
	articleNumber: ['artno', 'articlenumber', 'ar'],
	keywords: [
		...['keywords', 'authorkeywords', 'keyword', 'authorskeywords', 'keywordsauthor', 'keywordsauthors'],
		...[
			'authkeywords',
			'authorsuppliedkeywords',
			'manualtags',
			'keywordlist',
			'freekeywords',
			'identifierkeywords'
		]
	],
	indexKeywords: [
		...['indexkeywords', 'keywordsplus', 'ieeeterms', 'inspeccontrolledterms', 'inspecnoncontrolledterms'],
		...['meshterms', 'meshheadings', 'mesh', 'doeterms', 'psyctags', 'emtreedrugindexterms'],
		...['emtreemedicalindexterms', 'subjectterms', 'automatictags', 'concepts', 'indexterms']
	],
	affiliations: [
		...['affiliations', 'addresses', 'authoraffiliations', 'authoraddresses', 'affiliation', 'authoraddress'],
		...['authoraffiliation', 'authorsrawaffiliation']
	],
	organisations: [
		...['organisations', 'organizations', 'institutions', 'researchorganizationsstandardized'],
		...['researchorganizations', 'authorsaffiliationsnameofresearchorganization', 'affilname'],
		'authorshipsinstitutionsdisplayname'
	],
	countries: [
		...['countries', 'affiliationcountry', 'affiliationcountries', 'authorcountries'],
		...['countryofresearchorganization', 'countryofstandardizedresearchorganization'],
		...['authorsaffiliationscountryofresearchorganization', 'authorshipscountries']
	]
} as const;

export type FieldName = keyof typeof aliases;
export const fieldNames = Object.keys(aliases) as FieldName[];

/** Keys of names that were met: records repeat theirs. */
const keysOfNames = new Map<string, string>();
const mostNames = 1000;

/** A field name without case, spaces and punctuation. */
export function fieldKey(name: string): string {
	const known = keysOfNames.get(name);
	if (known !== undefined) return known;
	const key = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	if (keysOfNames.size < mostNames) keysOfNames.set(name, key);
	return key;
}

/** Whether a field of this name can hold a title or an abstract. */
export function isTextField(name: string): boolean {
	const field = places.get(fieldKey(name))?.field;
	return field === 'title' || field === 'abstract';
}

/** Accents are often lost on the way. */
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The aliases of a field in their order, those of other languages last. */
function allAliases(field: FieldName): string[] {
	const others = aliasesOfLanguages[field]?.split(' ') ?? [];
	return [...aliases[field], ...others, ...others.map(withoutAccents)];
}

/** For each alias, its field and how early it stands among the field's aliases. */
export const places: ReadonlyMap<string, { field: FieldName; rank: number }> = new Map(
	fieldNames
		.flatMap((field) => allAliases(field).map((alias, rank) => [alias, { field, rank }] as const))
		.reverse()
);
