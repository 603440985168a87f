import { comma, givenFirst, initials, medical, surnameAndPoints, surnameFirst } from './people.ts';
import type { Person, Source } from './people.ts';

const each = (people: readonly Person[], write: (one: Person, at: number) => string) =>
	people.map(write).join('');
const tagged = (tag: string, write: (one: Person) => string) => (people: readonly Person[]) =>
	each(people, (one) => `${tag}${write(one)}\n`);
const folk = (people: readonly Person[]) => people.filter(({ isGroup }) => !isGroup);
const groups = (people: readonly Person[]) => people.filter(({ isGroup }) => isGroup);

const ris = (lines: (people: readonly Person[]) => string): Source => ({
	format: 'ris',
	record: (people, i) => `TY  - JOUR\nTI  - Ice ${i}\n${lines(people)}PY  - 2020\nER  - \n\n`
});
const medline = (lines: (people: readonly Person[]) => string): Source => ({
	format: 'medline',
	record: (people, i) => `PMID- ${i + 1}\nTI  - Ice ${i}\n${lines(people)}DP  - 2020 Mar\n\n`
});
const webOfScience = (lines: (people: readonly Person[]) => string): Source => ({
	format: 'web-of-science',
	record: (people, i) => `PT J\n${lines(people)}TI Ice ${i}\nPY 2013\nUT WOS:${i}\nER\n\n`,
	file: (records) => `FN Clarivate Analytics Web of Science\nVR 1.0\n${records.join('')}EF`
});
/** A tag on the first line, and the others under it. */
const under = (tag: string, people: readonly Person[], write: (one: Person) => string) =>
	people.length === 0 ? '' : `${tag} ${people.map(write).join('\n   ')}\n`;

const bibtex = (name: (one: Person) => string): Source => ({
	format: 'bibtex',
	record: (people, i) =>
		`@article{k${i},\n title = {Ice ${i}},\n author = {${people.map(name).join(' and ')}},\n year = 2020\n}\n\n`
});
const braced = (one: Person, name: string) => (one.isGroup ? `{${one.surname}}` : name);

/** The conventions in which tagged and other texts list people. */
export const peopleInTexts: Readonly<Record<string, Source>> = {
	'RIS, AU': ris(tagged('AU  - ', surnameFirst)),
	'RIS, A1 without spaces': ris(tagged('A1  - ', (one) => surnameAndPoints(one).replaceAll(', ', ','))),
	// A namesake of the first at the head of AU is the first once more.
	'RIS, the first in A1': ris(([first, second, ...others]) =>
		[
			tagged('A1  - ', surnameFirst)(first ? [first] : []),
			tagged('AU  - ', surnameFirst)(second ? [{ ...second, given: `${second.given} Z.`.trim() }] : []),
			tagged('AU  - ', surnameFirst)(others)
		].join('')
	),
	'RIS, given names first': ris(tagged('AU  - ', givenFirst)),
	'RIS of Embase': ris(tagged('A1  - ', (one) => surnameAndPoints(one).replace(', ', ' '))),
	nbib: medline((people) =>
		[
			each(folk(people), (one) => `FAU - ${surnameFirst({ ...one, suffix: '' })}\nAU  - ${medical(one)}\n`),
			each(groups(people), ({ surname }) => `CN  - ${surname}\n`)
		].join('')
	),
	'nbib, AU alone': medline(tagged('AU  - ', medical)),
	Ovid: {
		format: 'ovid',
		record: (people, i) =>
			`<${i + 1}. >\nUI  - ${i + 1}\nTI  - Ice ${i}. [Article].\n${tagged('AU  - ', medical)(people)}SO  - Ice. 12(3):1-2, 2015 Jun.\n\n`
	},
	'Ovid, Embase': {
		format: 'ovid',
		record: (people, i) =>
			`<${i + 1}. >\nUI  - ${i + 1}\nTI  - Ice ${i}. [Article].\n${tagged('AU  - ', (one) => surnameAndPoints(one).replace(', ', ' '))(people)}SO  - Ice. 12(3):1-2, 2015 Jun.\n\n`
	},
	'Ovid, names of fields': {
		format: 'ovid',
		record: (people, i) =>
			`<${i + 1}>\nUnique Identifier\n  ${i + 1}\nTitle\n  Ice ${i}. [Article].\nAuthors\n${tagged('  ', surnameAndPoints)(people)}Source\n  Ice. 12(3):1-2, 2015 Jun.\n\n`
	},
	'Web of Science': webOfScience(
		(people) =>
			under('AU', people, (one) => comma(one.surname, initials(one, '', ''), one.suffix)) +
			under('AF', people, surnameFirst)
	),
	'Web of Science, AU alone': webOfScience((people) =>
		under('AU', people, (one) => comma(one.surname, initials(one, '', ''), one.suffix))
	),
	'Scopus as text': {
		format: 'scopus-text',
		record: (people, i) =>
			`${people.map(surnameAndPoints).join(', ')}\n${people.map((_, at) => `5700${at}`).join('; ')}\nIce ${i}\n(2021) Ice, 12 (3), pp. 1-2.\n\nDOI: 10.5555/${i}\n\nABSTRACT: It is cold.\nSOURCE: Scopus\n\n`,
		file: (records) => `Scopus\nEXPORT DATE:12 March 2024\n\n${records.join('')}`
	},
	'Scopus as RIS': ris(tagged('AU  - ', surnameAndPoints)),
	BibTeX: bibtex((one) =>
		braced(one, one.suffix ? comma(one.surname, one.suffix, one.given) : surnameFirst(one))
	),
	'BibTeX, given names first': bibtex((one) => braced(one, givenFirst({ ...one, suffix: '' }))),
	RefWorks: {
		format: 'refworks',
		record: (people, i) =>
			`RT Journal Article\n${tagged('A1 ', (one) => surnameFirst(one).replaceAll(', ', ','))(people)}T1 Ice ${i}\nYR 2019\n\n`
	},
	'EndNote, %A': {
		format: 'refer',
		record: (people, i) =>
			`%0 Journal Article\n%T Ice ${i}\n${tagged('%A ', surnameFirst)(people)}%D 2019\n\n`
	},
	NoteExpress: {
		format: 'noteexpress',
		record: (people, i) =>
			`{Reference Type}: Journal Article\n{Title}: Ice ${i}\n{Author}: ${people.map(givenFirst).join(';')}\n{Year}: 2019\n\n`
	},
	CNKI: {
		format: 'cnki',
		record: (people, i) =>
			`Title-题名: Ice ${i}\nAuthor-作者: ${people.map(givenFirst).join(';')};\nPubTime-发表时间: 2019-03-04\n\n`
	},
	Cochrane: {
		format: 'cochrane',
		record: (people, i) =>
			`Record #${i + 1} of 9\nID: CN-0${i}\n${tagged('AU: ', medical)(people)}TI: Ice ${i}\nYR: 2021\n\n`
	}
};
