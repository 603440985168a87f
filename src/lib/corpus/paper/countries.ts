import { tidy } from './text.ts';

/** ISO 3166-1 alpha-2 codes (and XK), each with its one name here. */
const codes = `
AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania
AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba
AX Åland Islands|AZ Azerbaijan|BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium
BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BL Saint Barthélemy|BM Bermuda|BN Brunei
BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize
CA Canada|CC Cocos (Keeling) Islands|CD Democratic Republic of the Congo|CF Central African Republic
CG Congo|CH Switzerland|CI Côte d'Ivoire|CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia
CR Costa Rica|CU Cuba|CV Cape Verde|CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany
DJ Djibouti|DK Denmark|DM Dominica|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt
EH Western Sahara|ER Eritrea|ES Spain|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands
FM Micronesia|FO Faroe Islands|FR France|GA Gabon|GB United Kingdom|GD Grenada|GE Georgia
GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe
GQ Equatorial Guinea|GR Greece|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong
HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IM Isle of Man|IN India
IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy|JE Jersey|JM Jamaica|JO Jordan
JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis
KP North Korea|KR South Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon
LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg
LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MF Saint Martin|MG Madagascar
MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia|MO Macao
MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta|MU Mauritius
MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger
NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue
NZ New Zealand|OM Oman|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines
PK Pakistan|PL Poland|PM Saint Pierre and Miquelon|PN Pitcairn Islands|PR Puerto Rico|PS Palestine
PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Réunion|RO Romania|RS Serbia|RU Russia|RW Rwanda
SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SH Saint Helena
SI Slovenia|SJ Svalbard and Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal
SO Somalia|SR Suriname|SS South Sudan|ST São Tomé and Príncipe|SV El Salvador|SX Sint Maarten
SY Syria|SZ Eswatini|TC Turks and Caicos Islands|TD Chad|TG Togo|TH Thailand|TJ Tajikistan
TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Turkey|TT Trinidad and Tobago
TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|US United States|UY Uruguay|UZ Uzbekistan
VA Vatican City|VC Saint Vincent and the Grenadines|VE Venezuela|VG British Virgin Islands
VI U.S. Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|XK Kosovo|YE Yemen
YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe`;

/** What sources call countries besides, by code. */
const spellings = `
AE UAE,U Arab Emirates|BA Bosnia and Herceg,Bosnia Herzegovina,Bosnia|BE Belgique,Belgie|BN Brunei Darussalam
BO Plurinational State of Bolivia|BR Brasil|CD DR Congo,Democratic Republic Congo,Dem Rep Congo,Congo Democratic Republic,Zaire
CG Republic of the Congo,Rep Congo,Republic of Congo|CH Schweiz,Suisse,Svizzera
CI Ivory Coast,Cote Ivoire,Cote d Ivoire
CN Peoples R China,People's Republic of China,PR China,P R China,PRC,China PR,Mainland China,China Mainland
CV Cabo Verde|CZ Czech Republic|DE Deutschland,Fed Rep Ger,Federal Republic of Germany,Germany FR,West Germany
DK Danmark|DO Dominican Rep|ES España|FK Falkland Islands Malvinas|FM Federated States of Micronesia
GB UK,England,Scotland,Wales,Northern Ireland,North Ireland,Great Britain,Britain,United Kingdom of Great Britain and Northern Ireland
GE Rep of Georgia,Republic of Georgia|GM The Gambia|HK Hong Kong SAR,Hong Kong China,Hong Kong SAR China,Hongkong
IE Republic of Ireland,Eire|IR Islamic Republic of Iran,Iran Islamic Republic of,Iran Islamic Republic|IT Italia
KP Democratic People's Republic of Korea,DPR Korea,Korea DPR,Dem Peoples Rep Korea
KR Republic of Korea,Korea Republic of,Rep Korea,Korea South,Korea Republic,R Korea
LA Lao People's Democratic Republic,Lao PDR|LC St Lucia|LY Libyan Arab Jamahiriya
MD Republic of Moldova,Moldova Republic of|MK Macedonia,Republic of North Macedonia,FYROM,Republic of Macedonia
MM Burma|MO Macau,Macao SAR,Macau SAR,Macao China|MX México|NL The Netherlands,Holland,Nederland
NO Norge|PE Perú|PG Papua N Guinea|PL Polska|PS Palestinian Territory,State of Palestine,Palestinian Territories,Palestinian Territory Occupied
RU Russian Federation,Russian Fed|SA Kingdom of Saudi Arabia,KSA|SE Sverige|SY Syrian Arab Republic
SZ Swaziland|TL Timor Leste,East Timor|TR Türkiye,Turkiye|TT Trinid and Tobago,Trinidad Tobago
TW Taiwan ROC,Taiwan R O C,Taiwan Province of China,Republic of China
TZ United Republic of Tanzania,Tanzania United Republic of
US USA,United States of America,US,The United States|VA Vatican|VC St Vincent
VE Bolivarian Republic of Venezuela|VI US Virgin Islands|VN Viet Nam,Socialist Republic of Vietnam
ZA Republic of South Africa|OM Sultanate of Oman`;

const lines = (text: string) =>
	text
		.trim()
		.split(/[|\n]/)
		.map((entry) => [entry.slice(0, 2), entry.slice(3)] as const);

/** The letters of a name without case and accents, so that spellings of one name agree. */
const folded = (name: string) =>
	name
		.replaceAll('&', ' and ')
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');

const names: ReadonlyMap<string, string> = new Map(lines(codes));
const known: ReadonlyMap<string, string> = new Map([
	...[...names.values()].map((name) => [folded(name), name] as const),
	...lines(spellings).flatMap(([code, list]) =>
		list.split(',').map((spelling) => [folded(spelling), names.get(code) as string] as const)
	)
]);

/** Characters of a name of a country, at most. */
const longest = 80;

/** The one English name of a country, by any usual spelling of it; `null` for what names none. */
export function countryOf(text: string): string | null {
	if (text.length > longest) return null;
	return known.get(folded(tidy(text))) ?? null;
}

/** The same by its code of ISO 3166-1, two letters in any case. */
export function countryOfCode(code: string): string | null {
	return names.get(code.trim().toUpperCase()) ?? null;
}

/** "MA 02115 USA": Web of Science puts the state before the country. */
const behindState = /(?:^|\s)(?:USA|U\.S\.A\.)\.?$/;

/**
 * The country that an address ends with: "Norway", "MA 02115 USA", "Berlin 10117, Germany". Georgia is a state as well
 * and then no country, unless its source writes countries only.
 * @param last the last part of an address
 * @param isCountry whether the source puts a country there
 */
export function countryAtEnd(last: string, isCountry: boolean): string | null {
	if (behindState.test(last)) return 'United States';
	const country = countryOf(last);
	return country === 'Georgia' && !isCountry && folded(last) === 'georgia' ? null : country;
}
