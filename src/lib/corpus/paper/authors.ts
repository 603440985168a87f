import { isGroup, isIdeographic, isSuffix, isUsualName, namesOf, withoutEtAl } from './names.ts';
import { parseLiteral } from './python-literal.ts';
import { tidy } from './text.ts';

/** Names, and how many authors there are: `null` when the separators leave that open. */
export interface Authors {
	authors: string[];
	teamSize: number | null;
}

const noAuthors: Authors = { authors: [], teamSize: null };

/** Authors that a source lists one by one. */
export function listed(texts: readonly string[]): Authors {
	const whole = texts.map((text) =>
		isUsualName(text) ? { names: text, isCut: false } : withoutEtAl(tidy(text))
	);
	const authors = namesOf(whole.map(({ names }) => names));
	return { authors, teamSize: whole.some(({ isCut }) => isCut) ? null : authors.length || null };
}

/** Members that hold a whole name. */
const nameMembers = [
	...['name', 'full_name', 'fullname', 'display_name', 'literal', 'fullName', 'collective_name'],
	...['collectiveName', 'authname', 'creator', 'text']
];

/** Names where a list was expected to hold one each: some sources put all of them into one place. */
export function inOnePlace(text: string): Authors {
	const isList = /[;|]|,[^,]*,/.test(text) && !isGroup(text.trim());
	return isList ? authorsFromText(text) : listed([text]);
}

function nameOfObject(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.filter((part) => typeof part === 'string' && part).join(', ');
	if (typeof value !== 'object' || value === null) return '';
	const part = value as Record<string, unknown>;
	const found = nameMembers.find((member) => typeof part[member] === 'string' && part[member] !== '');
	if (found !== undefined) return part[found] as string;
	const given = part.given ?? part.first ?? part.firstName ?? part.first_name;
	const family = part.family ?? part.last ?? part.lastName ?? part.last_name;
	return [given, family].filter((text) => typeof text === 'string').join(' ');
}

const initials = /^(?:\p{Lu}\p{M}?\.?[\s-]?){1,4}$/u;

/** Whether the parts alternate between surname and initials: "Smith, A., Jones, B. C.". */
const alternates = (parts: readonly string[]) =>
	parts.length % 2 === 0 && parts.every((part, i) => initials.test(part) === (i % 2 === 1));

/** Whether commas stand between people ("A. Smith, B. Jones") and not inside names ("Smith, A."). */
const commasSeparate = (parts: readonly string[]) =>
	parts.length > 1 && parts.every((part) => /\s/.test(part));

/** What begins a surname of several words: "van der Meer, Kees Jan" is one person. */
const particle = /^(?:v[ao]n|d[aeiou]|del|della|dos|des|le|la|el|al|bin|ter|ten|den|der)\s/i;

const isMark = (part: string) => /^[\d*∗†‡§¶\s]*$/.test(part);

function byCommas(text: string): Authors {
	const raw = text.split(',').map((part) => part.trim());
	const parts = raw.filter((part) => !isMark(part));
	const people = parts.filter((part) => !isSuffix(part));
	if (people.length <= 1) return listed([parts.join(', ')]);
	if (alternates(people)) {
		const pairs = people.flatMap((part, i) => (i % 2 ? [] : [`${part}, ${people[i + 1] ?? ''}`]));
		return listed(pairs);
	}
	if (people.length === 2 && particle.test(people[0] ?? '')) return listed([parts.join(', ')]);
	if (commasSeparate(people) || people.every(isIdeographic)) return listed(parts);
	// "Smith, Anna" is one person; "Smith, Anna, Jones, Ben" cannot be told from four.
	return { authors: [text], teamSize: people.length === 2 ? 1 : null };
}

function byWords(text: string): Authors {
	const groups = text.split(/,?\s(?:and|&)\s/).map((group) => group.trim());
	const parts = groups.flatMap((group) => group.split(',').map((part) => part.trim())).filter(Boolean);
	if (parts.length === groups.length || commasSeparate(parts) || alternates(parts))
		return byCommas(parts.join(', '));
	// Of "Smith, Anna and Jones, Ben" each group is a name; "Smith, Jones and Berg" lists surnames.
	if (groups.every((group) => group.split(',').length === 2)) return listed(groups);
	return groups.slice(1).every((group) => !group.includes(','))
		? listed(parts)
		: { authors: groups, teamSize: null };
}

const separators = [';', '|', '\n', ' · ', ' • ', ' / '];
const fullWidth: Readonly<Record<string, string>> = { '；': ';', '，': ',', '、': ',' };

/** A surname and initials without points, as medical journals write them. */
const vancouver = /^\p{L}[\p{L}'’ -]* \p{Lu}{1,4}$/u;

/** The people in a part of a list: PubMed's groups are set apart from people, who stand between commas. */
function peopleIn(part: string): string[] {
	const names = part.split(',').map((name) => name.trim());
	return names.length > 1 && names.every((name) => vancouver.test(name)) ? names : [part];
}

/** Authors from one text, whatever separates them. */
export function authorsFromText(text: string): Authors {
	const line = text
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n[ \n]*/g, '\n')
		.replace(/[；，、]/g, (mark) => fullWidth[mark] ?? mark)
		.trim();
	const { names, isCut } = withoutEtAl(line.replace(/^by\s+/i, ''));
	const known = (authors: Authors) => (isCut ? { ...authors, teamSize: null } : authors);
	const list = /^[[(]/.test(names) ? parseLiteral(names) : undefined;
	if (Array.isArray(list)) return known(authorsOf(list));
	const separator = separators.find((candidate) => names.includes(candidate));
	if (separator) return known(listed(names.split(separator).flatMap(peopleIn)));
	return known(/\s(?:and|&)\s/.test(names) ? byWords(names) : byCommas(names));
}

/** The list that some services wrap: `{ "author": [ ... ] }`, or its one item. */
function listIn(value: object): unknown[] | null {
	const { authors, author } = value as Record<string, unknown>;
	const inner = authors ?? author;
	return Array.isArray(inner) ? inner : inner === undefined ? null : [inner];
}

/** Authors from whatever a record holds: a list of names or objects, a text, or a number. */
export function authorsOf(value: unknown): Authors {
	if (Array.isArray(value)) {
		const names = value.map(nameOfObject);
		const [only] = names;
		if (names.length === 1 && only !== undefined) return inOnePlace(only);
		return listed(
			names.some((name) => name.includes(';')) ? names.flatMap((name) => name.split(';')) : names
		);
	}
	if (typeof value === 'object' && value !== null) return authorsOf(listIn(value) ?? []);
	if (typeof value === 'number')
		return { ...noAuthors, teamSize: Number.isInteger(value) && value > 0 ? value : null };
	if (typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value)) return authorsOf(Number(value));
	return typeof value === 'string' && value.trim() ? authorsFromText(value) : noAuthors;
}
