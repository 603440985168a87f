import { isNothing, tidy } from './text.ts';

const unnamed = /^[[(]?(?:anonymous|anon\.?|unknown|no authors? (?:name )?(?:listed|available))[\])]?\.?$/i;
const isNobody = (name: string) => unnamed.test(name) || isNothing(name);
const generation = /^(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$/i;
const degree =
	/^(?:(?:ph\.? ?d|d\.?phil|dr\.?p\.?h|m\.? ?sc|b\.? ?sc|m\.?p\.?h|m\.?b\.?a|m\.?phil|m\.?b\.?b\.?s|pharm\.? ?d|ed\.? ?d|psy\.? ?d|d\.?v\.?m|d\.?d\.?s|f\.?r\.?c\.?[ps]|f\.?a\.?c\.?[cps]|r\.?n|esq)\.?|m\.?d\.?|m\.?[as]\.?|b\.?[as]\.?)$/i;
/** Degrees that no initials look like. */
const clearDegree = /^(?:ph\.? ?d|d\.?phil|drph|m\.? ?sc|b\.? ?sc|pharm\.? ?d|ed\.? ?d|psy\.? ?d|mbbs)\.?$/i;
const longestSuffix = 10;
/** What follows a name after a comma and is no name: "Jr.", "PhD". */
export const isSuffix = (text: string) =>
	text.length <= longestSuffix && (generation.test(text) || degree.test(text));
/** Whether a name is that of a group rather than of a person. */
export const isGroup = (name: string) =>
	/\b(?:group|consortium|committee|network|editors|investigators|collaborat\w+|society|association|team|initiative|commission|council)$/i.test(
		name
	);

/** Whether a name is in Chinese, Japanese or Korean, which need no space. */
export const isIdeographic = (name: string) =>
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u.test(name);

/** "et al.", "and 12 more", and the same in Russian and Chinese. */
const etAl =
	/(?:[,;]\s*|(?<!\s)\s+)?(?:\bet\.? ?al\b\.?|\b(?:and|&) (?:\d+ )?(?:others|more)\b|и др\.?|等|…|\.\.\.)\s*$/i;

const longestName = 500;

/** A name as most are written, ASCII words with capitals and initials, of which nothing needs a closer look. */
const usualName = /^[A-Z](?:[a-z]+|\.)(?:[ -][A-Z](?:[a-z]+|\.))+$/;
/** What a name of that form may end with that is none, or stands for further ones. */
const notOfPerson = / (?:Al|More|Others|Listed|Available)\.?$/;

/** Whether a text is surely one name of a person, and tidy. */
export const isUsualName = (text: string) =>
	text.length <= longestName && usualName.test(text) && !notOfPerson.test(text);

const fullWord = /\p{Lu}\p{Ll}/u;

/** A name without the degrees at its end. "Berg, MD" and "Berg MD" are initials, "Anna Berg, MD" is a doctor. */
function withoutDegrees(name: string): string {
	const parts = name.split(/(,? )/);
	while (parts.length > 2) {
		const last = parts.at(-1)?.replace(/,$/, '') ?? '';
		const words = parts.slice(0, -2).filter((part) => fullWord.test(part));
		const isClear = clearDegree.test(last) && words.length > 0;
		if (!isClear && !(degree.test(last) && words.length > 1)) break;
		parts.splice(-2);
	}
	return parts.join('');
}

const personalTitle = /^(?:(?:dr|prof(?:essor)?|mr|mrs|ms)\.? )+(?=\p{L}[\p{L}.'’-]* ?\S)/iu;
const electronicMail = /[(<[]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[)>\]]?/g;
const orcid = /[([]?(?:https?:\/\/orcid\.org\/|orcid:? ?)[\dX-]{19}[)\]]?/gi;

/** What stands beside a name and is no part of it: addresses, identifiers, "null". */
function withoutCompany(name: string): string {
	const plain = name.includes('@') ? name.replace(electronicMail, ' ') : name;
	return plain
		.replace(orcid, ' ')
		.replace(/(?<![\p{L}\p{N}-])(?:null|undefined|nan)(?![\p{L}\p{N}-])/gu, ' ')
		.replace(personalTitle, '');
}

/** One name without footnote marks, addresses, degrees, identifiers and the numbers that DBLP tells namesakes apart by, or an empty text when it names nobody. */
export function nameOf(text: string): string {
	if (isUsualName(text)) return text;
	const plain = tidy(text.slice(0, longestName));
	if (
		/^[A-Z][a-z]+(?: [A-Z][a-z]+)*$/.test(plain) &&
		!isNobody(plain) &&
		!/^(?:Dr|Prof|Mrs?|Ms)\b/.test(plain)
	)
		return plain;
	const name = withoutDegrees(tidy(withoutCompany(plain)))
		.replace(/\s?(?:\((?:[\d,;*\s]+|corresponding author)\)|\[[\d,;*\s]+\])$/i, '')
		.replace(/ 0\d{3}$/, '')
		.replace(
			/(?<![*∗†‡§¶#⁎\d¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻ,])(?:[*∗†‡§¶#⁎]|(?<=[\p{L}.])[\d¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻ])(?:,?[*∗†‡§¶#⁎\d¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻ])*$/u,
			''
		)
		.replace(/(?<![,;\s])[,;\s]+$/, '')
		.trim();
	return isNobody(name) || !/\p{L}/u.test(name) ? '' : name;
}

/** A surname and initials without points, which may be the letters of a degree: "Abd Rahman MA". */
const initialsLast = /^\p{L}[\p{L}'’ -]* \p{Lu}{1,3}$/u;
const lastWord = (text: string) => text.slice(text.lastIndexOf(' ') + 1);
const isDegree = (word: string) => degree.test(word);

/** Names in order, without empty ones; namesakes are several people. Suffixes join the name before, degrees are left out. */
export function namesOf(texts: readonly string[]): string[] {
	const names: string[] = [];
	const areInitials = texts.some((text) => initialsLast.test(text) && !isDegree(lastWord(text)));
	for (const text of texts) {
		const name = areInitials && initialsLast.test(text) ? tidy(text) : nameOf(text);
		const last = names.length - 1;
		if (name === '') continue;
		if (last < 0 || !isSuffix(name)) names.push(name);
		else if (generation.test(name)) names[last] = `${names[last]}, ${name}`;
	}
	return names;
}

/** A list of names without "et al." at its end, and whether there was one. */
export function withoutEtAl(text: string): { names: string; isCut: boolean } {
	if (!/(?:al\.?|others|more|др\.?|等|…|\.\.\.)\s*$/i.test(text.slice(-30)))
		return { names: text, isCut: false };
	const names = text.replace(etAl, '');
	return { names, isCut: names !== text };
}
