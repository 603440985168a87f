import { tidy } from './text.ts';

const nobody =
	/^[[(]?(?:anonymous|anon\.?|unknown|no authors? (?:name )?(?:listed|available)|not available|n\/a|none|nan|null|-+)[\])]?\.?$/i;
/** What follows a name after a comma and is no name. */
export const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|m\.?sc)\.?$/i;
/** Whether a name is that of a group rather than of a person. */
export const isGroup = (name: string) =>
	/\b(?:group|consortium|committee|network|editors|investigators|collaborat\w+|society|association|team|initiative|commission|council)$/i.test(
		name
	);

/** "et al.", "and 12 more", and the same in Russian and Chinese. */
const etAl = /[,;]?\s*(?:\bet\.? ?al\b\.?|\b(?:and|&) (?:\d+ )?(?:others|more)\b|и др\.?|等|…|\.\.\.)\s*$/i;

const longestName = 500;

/** A name as most are written, ASCII words with capitals and initials, of which nothing needs a closer look. */
const usualName = /^[A-Z](?:[a-z]+|\.)(?:[ -][A-Z](?:[a-z]+|\.))+$/;
/** What a name of that form may end with that is none, or stands for further ones. */
const notOfPerson = / (?:Al|More|Others|Listed|Available)\.?$/;

/** Whether a text is surely one name of a person, and tidy. */
export const isUsualName = (text: string) =>
	text.length <= longestName && usualName.test(text) && !notOfPerson.test(text);

/** One name without footnote marks, identifiers and the numbers that DBLP tells namesakes apart by, or an empty text when it names nobody. */
export function nameOf(text: string): string {
	if (isUsualName(text)) return text;
	const plain = tidy(text.slice(0, longestName));
	if (/^[A-Z][a-z]+(?:[ .-]+[A-Z][a-z]*)*$/.test(plain) && !nobody.test(plain)) return plain;
	const name = plain
		.replace(/\s*\((?:[\d,;*\s]+|corresponding author)\)$/i, '')
		.replace(/ 0\d{3}$/, '')
		.replace(/(?:[*∗†‡§¶#]|(?<=\p{L})[\d¹²³⁴⁵⁶⁷⁸⁹])+$/u, '')
		.replace(/[,;]+$/, '')
		.trim();
	return nobody.test(name) || !/\p{L}/u.test(name) ? '' : name;
}

/** Names in order; empty ones and the same name twice in a row are left out, suffixes join the name before. */
export function namesOf(texts: readonly string[]): string[] {
	const names: string[] = [];
	for (const text of texts) {
		const name = nameOf(text);
		const last = names.length - 1;
		if (name === '' || name === names[last]) continue;
		if (suffix.test(name) && last >= 0) names[last] = `${names[last]}, ${name}`;
		else names.push(name);
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
