/**
 * What exports call the fields of a paper in German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese and
 * Japanese, written as the English aliases are.
 */
export const aliasesOfLanguages: Readonly<Record<string, string>> = {
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
