import type { narrow } from './encodings.ts';

/**
 * How often languages use letters beyond ASCII, per hundred letters, rounded, capitals counted as small ones: from the
 * published frequencies of letters, and where there are none from texts of some thousand words.
 */
const latinLetters = {
	french: 'é190 à50 è30 ê22 ç9 û6 ù6 â5 î5 ô3 œ2 ë1 ï1 ü1',
	german: 'ü65 ä55 ö30 ß30',
	spanish: 'ó83 í73 á50 é43 ñ31 ú17 ü1',
	portuguese: 'ã90 ç55 á60 é50 í40 ó40 ê35 õ25 ú17 à10 â15 ô10',
	italian: 'à64 è40 ù17 ò20 ì10 é10',
	catalan: 'à70 é60 è40 ó50 ò20 í40 ú20 ç15 ï10 ü5',
	swedish: 'ä180 å134 ö130 é3',
	danish: 'å110 ø94 æ87 é3',
	norwegian: 'å150 ø90 æ20 é3 ò1',
	finnish: 'ä358 ö44 å3',
	dutch: 'ë10 é8 ï4 è3 ö3 ü2 á1',
	icelandic: 'ð439 á180 í157 þ146 ó99 æ87 ö78 é65 ú61 ý23',
	names: 'é10 ö8 ü8 á8 ä5 í5 ó4 ø4 ç3 è3 ñ3 ã2 å3 ú2 ê1 ë2 ï1 ô1 æ1 ß1 õ1 ý1 à1 ò1 ð1 þ1',
	polish: 'ł175 ę113 ą102 ó82 ż71 ś65 ć45 ń19 ź6',
	czech: 'í280 á220 é130 ě160 ř120 č100 ý90 š80 ž100 ů69 ú10 ó3 ň2 ť2 ď2',
	slovak: 'á190 í110 č110 é90 ý90 ú90 ž90 š80 ť70 ľ50 ô20 ň20 ď20 ä10 ó10 ŕ1 ĺ1',
	hungarian: 'é350 á340 ö100 ó100 ő90 í60 ü60 ú30 ű20',
	romanian: 'ă260 ş120 ţ100 î100 â60',
	croatian: 'č100 š100 ć80 ž60 đ20',
	slovene: 'č150 š100 ž65 ć2 đ1',
	turkish: 'ı511 ü185 ş178 ç116 ğ113 ö78 â5 î2 i\u03071',
	lithuanian: 'ė160 š120 ų130 ž80 ū50 į60 ą70 č40 ę20',
	latvian: 'ā390 ī180 ē170 š90 ņ60 ļ40 ž30 ū50 ķ20 ģ20 č10',
	estonian: 'ä100 õ90 ü60 ö20 š2 ž1',
	vietnamese:
		'\u0301200 \u0300180 \u0323120 \u030980 \u030340 đ70 â60 ê60 ô60 ư60 ơ40 ă20 á20 à20 é2 í2 ó2 ú2'
} as const;

const otherLetters = {
	russian:
		'о1098 е848 а800 и737 н670 т632 с547 р475 в453 л434 к348 м320 д298 п280 у262 я200 ы189 ь174 г169 з164 б159 ч145 й121 х97 ж94 ш72 ю63 ц49 щ36 э33 ф27 ъ4 ё20',
	ukrainian:
		'о940 а830 и620 н680 і570 т550 в520 р470 е490 с410 л360 к350 м310 д300 у290 п280 я220 з230 г150 б170 ь180 ч140 й120 ї60 х110 ж70 ц80 ш70 ю70 є50 щ40 ф30 ґ1',
	bulgarian:
		'а1170 и890 о870 е850 т780 н720 с550 р520 в450 л370 к340 д330 п280 м250 з210 я180 б150 ъ150 г140 у130 ч120 ж70 ц70 х60 щ60 ш40 ю20 й50 ф20 ь10',
	greek:
		'α850 ο820 ι650 ε640 τ770 σ450 ν620 η420 υ340 ρ410 π370 κ360 μ310 λ250 ω160 γ170 δ170 θ110 χ110 φ80 β60 ξ50 ζ30 ψ20 ς400 ό180 ί200 ά160 έ150 ή130 ύ80 ώ70 ϊ5',
	hebrew:
		'י1106 ו1038 ה1087 ל739 א634 ר561 ת501 ש441 ב474 מ459 ם203 נ286 ע323 כ270 ד259 ח248 ק214 פ169 ט124 ס148 ג124 ז133 ן130 צ116 ך50 ץ10 ף15',
	arabic:
		'ا1258 ل1170 ي650 م650 و600 ن610 ر520 ت480 ة400 ب360 ع360 د330 ه330 س290 ف250 ح220 ك230 ق220 أ240 ج130 ش110 ى100 خ90 ص90 ط80 ذ70 ض60 ز60 ث50 غ40 ئ40 ء40 إ80 آ20 ظ20 ؤ10'
} as const;

type Latin = keyof typeof latinLetters;
type Other = keyof typeof otherLetters;

const centralEuropean: Latin[] = [
	'polish',
	'czech',
	'slovak',
	'hungarian',
	'romanian',
	'croatian',
	'slovene'
];
const western: Latin[] = [
	...(['names', 'french', 'german', 'spanish', 'portuguese', 'italian', 'catalan', 'swedish'] as const),
	...(['danish', 'norwegian', 'finnish', 'dutch', 'icelandic', 'estonian'] as const)
];
const cyrillic: Other[] = ['russian', 'ukrainian', 'bulgarian'];

/** Languages that are written in encodings of one byte a letter. */
export const languagesOf: Readonly<
	Record<(typeof narrow)[number], { latin: readonly Latin[] } | { other: readonly Other[] }>
> = {
	'windows-1252': { latin: western },
	'windows-1250': { latin: centralEuropean },
	'iso-8859-2': { latin: centralEuropean },
	'windows-1254': { latin: ['turkish'] },
	'windows-1257': { latin: ['lithuanian', 'latvian', 'estonian'] },
	'windows-1258': { latin: ['vietnamese'] },
	'windows-1251': { other: cyrillic },
	'koi8-r': { other: ['russian'] },
	'iso-8859-5': { other: cyrillic },
	'windows-1253': { other: ['greek'] },
	'windows-1255': { other: ['hebrew'] },
	'windows-1256': { other: ['arabic'] }
};

/** Shares of a language's letters, which add up to one. */
function sharesIn(letters: string): ReadonlyMap<string, number> {
	const counts = letters.split(' ').map((one): [string, number] => {
		const letter = /^\D+/u.exec(one)?.[0] ?? '';
		return [letter.normalize('NFC'), Number(one.slice(letter.length))];
	});
	const sum = counts.reduce((all, [, count]) => all + count, 0);
	return new Map(counts.map(([letter, count]) => [letter, count / sum]));
}

const shares = new Map(
	Object.entries({ ...latinLetters, ...otherLetters }).map(([name, letters]) => [name, sharesIn(letters)])
);

/** The share of each letter beyond ASCII among those of a language. */
export const sharesOf = (language: Latin | Other) => shares.get(language) as ReadonlyMap<string, number>;
