import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (xml: string) => readCorpus({ a: `<?xml version="1.0"?>\n${xml}` });

const person = (given: string, surname: string) =>
	`<rdf:li><foaf:Person><foaf:surname>${surname}</foaf:surname>${given}</foaf:Person></rdf:li>`;
const rdf = (content: string) =>
	`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">${content}</rdf:RDF>`;

describe('RDF of Zotero', () => {
	const article = `<bib:Article rdf:about="https://example.org/ice"><z:itemType>journalArticle</z:itemType>
		<dcterms:isPartOf rdf:resource="urn:issn:0000-0001"/>
		<bib:authors><rdf:Seq>${person('<foaf:givenName>Anna</foaf:givenName>', 'Berg')}${person('', 'Ice Group')}</rdf:Seq></bib:authors>
		<bib:editors><rdf:Seq>${person('<foaf:givenName>No</foaf:givenName>', 'One')}</rdf:Seq></bib:editors>
		<link:link rdf:resource="#item_1"/><dc:title>Ice in H&lt;sub&gt;2&lt;/sub&gt;O</dc:title>
		<dcterms:abstract>We study ice &amp; water.</dcterms:abstract><dc:date>2021-03</dc:date><bib:pages>1-9</bib:pages></bib:Article>`;
	const journal = `<bib:Journal rdf:about="urn:issn:0000-0001"><dc:title>North</dc:title><prism:volume>12</prism:volume>
		<prism:number>3</prism:number><dc:identifier>DOI 10.5555/Ice</dc:identifier><dc:identifier>ISSN 0000-0001</dc:identifier></bib:Journal>`;
	const attachment =
		'<z:Attachment rdf:about="#item_1"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>';
	const ice = {
		title: 'Ice in H2O',
		abstract: 'We study ice & water.',
		authors: ['Anna Berg', 'Ice Group'],
		teamSize: 2,
		published: '2021-03-01',
		datePrecision: 'month',
		doi: '10.5555/ice',
		venue: 'North',
		...{ volume: '12', issue: '3', pages: '1-9', url: 'https://example.org/ice', type: 'journalArticle' }
	};

	it.each([
		['after', article + journal + attachment],
		['before', journal + attachment + article]
	])('has the journal of an article %s it', async (_, content) => {
		const { papers, account } = await read(rdf(content));
		expect(account.inputs).toMatchObject([{ format: 'zotero-rdf', records: 1, papers: 1 }]);
		expect(papers).toMatchObject([ice]);
	});

	it('keeps items in order, one without its journal and one without texts among them', async () => {
		const { papers, account } = await read(
			rdf(
				`<bib:Article rdf:about="https://doi.org/10.5555/Snow"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:none"/><dc:title>Snow</dc:title></bib:Article>${article}
				<rdf:Description><z:itemType>conferencePaper</z:itemType><dcterms:isPartOf><bib:Journal><dc:title>Proc. of Rain</dc:title></bib:Journal></dcterms:isPartOf>
				<bib:authors><rdf:Seq>${person('<foaf:givenname>Xia</foaf:givenname>', 'Li')}</rdf:Seq></bib:authors><dc:title>Rain</dc:title><dc:date>2020</dc:date>
				<dc:identifier>DOI 10.5555/rain</dc:identifier></rdf:Description><bib:Memo rdf:about="#n"><rdf:value>A note</rdf:value></bib:Memo>
				<bib:Book><z:itemType>book</z:itemType></bib:Book>${journal}`
			)
		);
		expect(account.inputs).toMatchObject([{ records: 4, papers: 3, rejected: 1 }]);
		expect(papers).toMatchObject([
			{ title: 'Snow', venue: null, teamSize: null, published: null, doi: '10.5555/snow' },
			ice,
			{
				title: 'Rain',
				venue: 'Proc. of Rain',
				authors: ['Xia Li'],
				doi: '10.5555/rain',
				datePrecision: 'year'
			}
		]);
	});
});

describe('MODS', () => {
	const role = (code: string) =>
		`<role><roleTerm type="code" authority="marcrelator">${code}</roleTerm></role>`;

	it('is read with its host, its authors and no editors', async () => {
		const { papers, account } = await read(
			`<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods>
			<titleInfo type="abbreviated"><title>Ic.</title></titleInfo><titleInfo><nonSort>The </nonSort><title>ice</title><subTitle>a study</subTitle></titleInfo>
			<name type="personal"><namePart type="family">Berg</namePart><namePart type="given">Anna</namePart>${role('aut')}</name>
			<name type="personal"><namePart>Dahl, Jon</namePart><namePart type="date">1970-</namePart><role><roleTerm type="text">Author</roleTerm></role></name>
			<name type="personal"><namePart type="family">No</namePart>${role('edt')}</name>
			<genre>journalArticle</genre><abstract>We study &lt;i&gt;ice&lt;/i&gt;.</abstract><language><languageTerm>en</languageTerm></language>
			<relatedItem type="host"><titleInfo><title>North</title></titleInfo><part><detail type="volume"><number>12</number></detail>
			<detail type="issue"><number>3</number></detail><extent unit="pages"><start>1</start><end>9</end></extent><date>2021-03-15</date></part>
			<identifier type="issn">0000-0001</identifier></relatedItem><identifier type="doi">10.5555/ICE</identifier>
			<location><url>https://example.org/ice</url></location></mods>
			<mods><titleInfo><title>Snow</title></titleInfo><name><namePart>Xia Li</namePart></name><originInfo><dateIssued>2020</dateIssued></originInfo></mods>
			<mods><note>Nothing</note></mods></modsCollection>`
		);
		expect(account.inputs).toMatchObject([{ format: 'mods', records: 3, papers: 2, rejected: 1 }]);
		expect(papers).toMatchObject([
			{
				title: 'The ice: a study',
				abstract: 'We study ice.',
				authors: ['Anna Berg', 'Dahl, Jon'],
				teamSize: 2,
				published: '2021-03-15',
				datePrecision: 'day',
				doi: '10.5555/ice',
				venue: 'North',
				...{ volume: '12', issue: '3', pages: '1-9', language: 'en', url: 'https://example.org/ice' }
			},
			{ title: 'Snow', authors: ['Xia Li'], datePrecision: 'year', published: '2020-01-01' }
		]);
	});

	it('may be a single record with a prefix', async () => {
		const { papers } = await read(
			'<mods:mods xmlns:mods="x"><mods:titleInfo><mods:title>Ice</mods:title></mods:titleInfo></mods:mods>'
		);
		expect(papers).toMatchObject([{ title: 'Ice', teamSize: null }]);
	});
});
