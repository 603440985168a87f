import type { Affiliation } from '../../dataset/paper.ts';
import { countryAtEnd, countryOf, countryOfCode } from './countries.ts';
import { withoutMarkup } from './markup.ts';
import { isObject, text as textIn } from './object-reader.ts';
import { isNothing, tidy } from './text.ts';

/** Characters of an address and of the name of an organisation, at most. */
const longestAddress = 2000;
const longestName = 200;

/** A part of an address that names what stands inside an organisation. */
const unit =
	/^(?:the )?(?:joint |graduate )?(?:d[ée]p(?:t|t\.|art[aei]?ment[oa]?)?|faculty|facult[ae]d?|facult[ée]|fac|school|sch|division|div|lab|laborator(?:y|ies|io)|laboratoire|section|unit|unité|group|cent(?:er|re) (?:for|of)|chair|program(?:me)?|college of|institut[eo]? (?:of|for|für|de))(?![\p{L}])/iu;
/** A part that names an organisation, the surest first. */
const organisations: readonly RegExp[] = [
	/univ|uniw|üniv|\bcollege\b(?! of)|polite[ck]n|polytechn|hochschule|école|ecole|大学/iu,
	/hospital|\bhosp\b|medical cent(?:er|re)|clinic\b|klinik|academ|akadem|institut|\binst\b|council|ministry|agency|observator|museum/iu,
	/\b(?:inc|ltd|llc|gmbh|corp(?:oration)?|company|foundation)\b/iu
];

/** Names of people before an address: several of Web of Science in brackets, one of Embase with initials. */
const people = /^(?:\[[^\]]*\]\s*|(?:\p{Lu}\.[ -]?){1,4}(?:\p{Ll}{1,4} ){0,2}\p{Lu}[\p{L}'’-]{1,40},\s+)/u;
const mail = /(?:electronic address:\s*)?[\w.+-]{1,64}@[\w.-]+/gi;
const marker = /^(?:\d{1,3}|[*†‡§])\s*(?=\p{Lu})/u;

/** A name that can be shown, or `null`. */
function nameOf(text: string): string | null {
	const name = tidy(text).replace(/(?<![.,;])[.,;]+$/, '');
	return name === '' || name.length > longestName || isNothing(name) || !/\p{L}{2}/u.test(name) ? null : name;
}

/** How a source writes addresses. */
export interface AddressForm {
	/** The organisation stands first, as in Web of Science, or may stand behind names of people. */
	readonly organisation?: 'first' | 'named';
	/** The country stands last in every address, as in Scopus and Web of Science. */
	readonly isCountryLast?: boolean;
}

function organisationIn(parts: readonly string[], place: AddressForm['organisation']): string | null {
	const [first] = parts;
	if (first === undefined) return null;
	if (place === 'first') return nameOf(first);
	const named = organisations
		.map((pattern) => parts.find((part) => pattern.test(part) && !unit.test(part)))
		.find((part) => part !== undefined);
	if (place === 'named') return nameOf(named ?? '');
	const institute = parts.length === 1 ? first : undefined;
	return nameOf(named ?? institute ?? (unit.test(first) ? '' : first));
}

/**
 * The organisation and the country that an address names: "Dept Phys, Univ Oslo, Oslo, Norway". Either is `null` where
 * the address does not tell it.
 */
export function addressOf(address: string, form: AddressForm = {}): Affiliation {
	const none: Affiliation = { organisation: null, country: null };
	if (address.length > longestAddress) return none;
	const text = tidy(withoutMarkup(address)).replace(people, '').replace(mail, '').replace(marker, '');
	const parts = text
		.replace(/(?<![\s.,;])[\s.,;]+$/, '')
		.split(/[,，]/)
		.map((part) => part.trim())
		.filter((part) => part !== '' && !isNothing(part));
	const last = parts.at(-1) ?? '';
	const country = countryAtEnd(last, form.isCountryLast === true);
	const rest = country === null ? parts : parts.slice(0, -1);
	return { organisation: organisationIn(rest, form.organisation), country };
}

/** The addresses in a text, parted by semicolons or lines; semicolons between the names in brackets part nothing. */
export function addressesIn(text: string): string[] {
	const found: string[] = [];
	let [from, isInside] = [0, false];
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === '[') isInside = true;
		else if (char === ']') isInside = false;
		else if (char === '\n' || (char === ';' && !isInside)) {
			found.push(text.slice(from, at));
			from = at + 1;
		}
	}
	return [...found, text.slice(from)].map((address) => address.trim()).filter((address) => address !== '');
}

const inForm = (text: string, form: AddressForm) =>
	addressesIn(text).map((address) => addressOf(address, form));

/** Affiliations from the addresses of Web of Science, which name the organisation first and the country last. */
export const webOfScienceAddresses = (texts: readonly string[]): Affiliation[] =>
	texts.flatMap((text) => inForm(text, { organisation: 'first', isCountryLast: true }));

/** Affiliations from the addresses of Scopus, where the country stands last. */
export const scopusAddresses = (text: string): Affiliation[] => inForm(text, { isCountryLast: true });

/** Affiliations from addresses that stand behind the names of people, one on each line. */
export const addressesBehindNames = (text: string): Affiliation[] =>
	text.split(/(?<=\.)\s*\n/).map((line) => addressOf(line, { organisation: 'named', isCountryLast: true }));

/** An affiliation that a source states in members: a name or an address, and a country by name or code. */
function affiliationIn(value: Readonly<Record<string, unknown>>): Affiliation[] {
	const name = textIn(value.organisation) ?? textIn(value.display_name);
	const address = textIn(value.name) ?? textIn(value.affiliation);
	const code = textIn(value.country_code);
	const country = countryOf(textIn(value.country) ?? '') ?? (code === null ? null : countryOfCode(code));
	if (name !== null) return [{ organisation: nameOf(withoutMarkup(name)), country }];
	const found = address === null ? [] : inForm(address, {});
	if (found.length === 0) return [{ organisation: null, country }];
	return found.map((one) => ({ organisation: one.organisation, country: one.country ?? country }));
}

/** The affiliations in a value: addresses in a text, or a list of texts and of objects. */
export function affiliationsIn(value: unknown): Affiliation[] {
	if (typeof value === 'string') return inForm(value, {});
	if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? [] : affiliationsIn(item)));
	return isObject(value) ? affiliationIn(value) : [];
}

/** The texts of a list, or in a text that parts them by semicolons or bars. */
const itemsIn = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value])
		.filter((item) => typeof item === 'string')
		.flatMap((item: string) => item.split(/[;|\n]/));

/** Organisations that a source names without their addresses. */
export const organisationsIn = (value: unknown): Affiliation[] =>
	itemsIn(value).map((name) => ({ organisation: nameOf(withoutMarkup(name)), country: null }));

/** Countries that a source names without organisations, by name or by code. */
export const countriesIn = (value: unknown): Affiliation[] =>
	itemsIn(value).map((name) => ({ organisation: null, country: countryOf(name) ?? countryOfCode(name) }));

/**
 * Each organisation and country once, in the order in which they are first named. A country alone is left out where an
 * organisation of it is named, and so is an organisation alone that is named with its country.
 */
export function distinctAffiliations(found: readonly Affiliation[]): Affiliation[] {
	const withCountry = new Set(found.filter(({ country }) => country !== null).map((one) => one.organisation));
	const withName = new Set(found.filter((one) => one.organisation !== null).map(({ country }) => country));
	const kept = new Map<string, Affiliation>();
	for (const one of found) {
		const { organisation, country } = one;
		if (organisation === null ? country === null || withName.has(country) : false) continue;
		if (country === null && withCountry.has(organisation)) continue;
		const key = JSON.stringify([organisation, country]);
		if (!kept.has(key)) kept.set(key, one);
	}
	return [...kept.values()];
}
