import es from 'natural/lib/natural/util/stopwords_es.js';
import fa from 'natural/lib/natural/util/stopwords_fa.js';
import fr from 'natural/lib/natural/util/stopwords_fr.js';
import id from 'natural/lib/natural/util/stopwords_id.js';
import it from 'natural/lib/natural/util/stopwords_it.js';
import nl from 'natural/lib/natural/util/stopwords_nl.js';
import no from 'natural/lib/natural/util/stopwords_no.js';
import pl from 'natural/lib/natural/util/stopwords_pl.js';
import pt from 'natural/lib/natural/util/stopwords_pt.js';
import ru from 'natural/lib/natural/util/stopwords_ru.js';
import sv from 'natural/lib/natural/util/stopwords_sv.js';
import uk from 'natural/lib/natural/util/stopwords_uk.js';

import { languageCodes, type LanguageCode } from '../../words/language-names.ts';

/** Function words that the lists of `natural` (8.1.1, MIT) lack; German, Turkish and Czech have no list there. */
const german = `
	ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aufgrund aus bei beide beiden
	beim bereits bis bzw da dabei dadurch dafür damit dann darauf daraus dargestellt das dass dazu dem den denen denn
	der deren des dessen die dies diese diesem diesen dieser dieses doch durch ebenfalls ein eine einem einen einer
	eines einige einzelnen er erst es etwa für gegen gegenüber haben hat hatte hier hierbei hierfür hin ich ihm ihn
	ihr ihre ihrem ihren ihrer im in indem innerhalb insbesondere ist ja je jede jedem jeden jeder jedes jedoch kann
	kein keine keinen können könnte man mehr mit mittels muss müssen nach neben nicht nur ob oder ohne sehr sein seine
	seinem seinen seiner seit sich sie sind so sodass solche sollen sollte sondern sowie sowohl über um und uns unser
	unsere unter vom von vor war waren was weitere weiteren welche welchen welcher wenn werden wie wieder wir wird
	wobei wurde wurden während zu zum zur zwischen`;
const turkish = `
	ama ancak bir biz bu bunun bunu çok da daha de değil diğer en gibi göre hem her için ile ise kadar ki olan olarak
	olduğu oldu olup onun sonra şekilde tarafından ve veya ya ya da üzere`;
const czech = `
	a aby ale ani až být bylo byl byla byly co do i jak jako je jeho jejich jen jsou k kde který která které když mezi
	na nad nebo o od po pod podle pro před při s se si tak také tato ten tento této toto tím to u v ve více však z za ze že`;
const moreSpanish = `
	ante aquel así bajo cada cuales cuyo cuya dicho dichos dos e ella ellos entre era es esta estas este esto estos está
	están ha han hay les mediante mismo misma nosotros nuestro nuestra o otra otras otros partir pueden puede según ser
	si sido siendo son tanto través todo todos tal tiene tienen u`;
const moreFrench = `
	ainsi afin alors après aussi autre autres avant car celle celui cela cependant cet cette ceux chaque chez comme
	comment donc dont également entre font ici ils leurs lors lorsque mais moins notamment nos or où peu peut peuvent plus
	plusieurs puis quand quel quelle quels quelles sans selon si sont sous tout toute toutes tous très vers voire`;
const morePortuguese = `
	através cada deste desta destes este está estão foi foram ainda assim bem pode podem ser são sendo sobre tem têm
	todos toda todo outro outros outra outras onde`;
const moreItalian = `abbiamo alcuni ciascuno dopo essere è inoltre attraverso ogni oltre può possono quindi sia tale tali tra verso viene vengono`;
const moreDutch = `aan bij deze echter elkaar gebruikt hierbij kunnen onder tussen vanuit verschillende vervolgens waarbij waarin welke zoals`;

const ownWords = (text: string) => text.split(/\s+/);
const listed = (list: { readonly words: readonly string[] }, more = '') => [...list.words, ...ownWords(more)];

/** Signs of Chinese that bind words; a pair of characters with one of them is no word. */
const chineseParticles = '的了是在和与與及等并並我们們这這那其之被把将將为為以于於而也都很则則所';

const lists: Readonly<Record<Exclude<LanguageCode, 'en' | 'zh' | 'ja'>, readonly string[]>> = {
	fr: listed(fr, moreFrench),
	de: ownWords(german),
	es: listed(es, moreSpanish),
	it: listed(it, moreItalian),
	pt: listed(pt, morePortuguese),
	nl: listed(nl, moreDutch),
	no: listed(no),
	sv: listed(sv),
	pl: listed(pl),
	cs: ownWords(czech),
	tr: ownWords(turkish),
	ru: listed(ru),
	uk: listed(uk),
	fa: listed(fa),
	id: listed(id)
};

/** Number of a language, as papers' languages are numbered. */
export const languageOfCode = (code: LanguageCode) => languageCodes.indexOf(code);

/** What language a paper is written in, as far as that matters: 0 for English and for what cannot be told. */
export const languages = {
	/** English, or too short to tell. */
	usual: 0,
	/** The first of those with a list of function words. */
	first: 1,
	chinese: languageOfCode('zh'),
	japanese: languageOfCode('ja'),
	/** A language without a list, as far as a text without any known function word shows. */
	other: languageCodes.length,
	count: languageCodes.length + 1
} as const;

const masks = new Map<string, number>();
/** The listed function words, lower-case, and the languages that have each: bit n for language n. */
export const functionWords: ReadonlyMap<string, number> = masks;
for (const [code, words] of Object.entries(lists)) {
	const bit = 1 << languageOfCode(code as LanguageCode);
	for (const word of words) if (/^\p{L}+$/u.test(word)) masks.set(word, (masks.get(word) ?? 0) | bit);
}

const isKana = (code: number) => code >= 0x3041 && code <= 0x309f;

function maskOfPair(word: string): number {
	if (chineseParticles.includes(word.charAt(0)) || chineseParticles.includes(word.charAt(1)))
		return 1 << languages.chinese;
	return isKana(word.charCodeAt(0)) || isKana(word.charCodeAt(1)) ? 1 << languages.japanese : 0;
}

/** The languages in which a lower-case word is a function word: bit n for language n. */
export function functionWordOf(word: string): number {
	const isPair = word.length === 2 && word.charCodeAt(0) >= 0x3005;
	return isPair ? maskOfPair(word) : (masks.get(word) ?? 0);
}

/** Function words that a text must have before it counts as written in their language. */
const leastHits = 4;
/** Share of function words among the words of running text; English has about .4, strangers' texts below .08. */
const leastShare = 0.1;
/** Words from which a text without known function words is taken for another language. */
const longText = 40;

/**
 * The language of a text by its function words; English wins unless another has clearly more.
 * @param hits function words of the text by language, `usual` for English
 * @param words all words of the text
 */
export function languageOf(hits: ArrayLike<number>, words: number): number {
	const english = hits[languages.usual] as number;
	let best: number = languages.usual;
	for (let language = languages.first; language < languages.count; language++) {
		if ((hits[language] as number) > (hits[best] as number)) best = language;
	}
	const most = hits[best] as number;
	if (best !== languages.usual && most >= leastHits && most > 1.5 * english && most >= leastShare * words)
		return best;
	return words >= longText && most < leastShare * words * 0.5 ? languages.other : languages.usual;
}

/** A language in which fewer papers than this are written is a minority's. */
const minorityShare = 0.2;

/**
 * The papers that themes are fitted to, ascending: all but those in languages that few others are written in. A
 * minority's papers are put into the themes of the others by the names, terms and loan words that they share, so
 * that their language does not make a theme of its own.
 * @param spoken language of each paper
 */
export function majorityPapers(spoken: Uint8Array): Int32Array {
	const papers = new Int32Array(languages.count);
	for (const language of spoken) papers[language] = (papers[language] as number) + 1;
	const most = Math.max(...papers);
	const isMinority = Array.from(
		papers,
		(count, language) => language !== languages.usual && count < most && count < minorityShare * spoken.length
	);
	return Int32Array.from(spoken.keys()).filter((paper) => !isMinority[spoken[paper] as number]);
}
