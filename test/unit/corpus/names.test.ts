import { describe, expect, it } from 'vitest';

import { nameOf, namesOf } from '../../../src/lib/corpus/paper/names.ts';
import { createRandom, type Random } from '../../../src/lib/pipeline/random.ts';
import { readCorpus } from '../../support/corpora.ts';

describe('a name', () => {
	it.each([
		['Anna Berg, PhD', 'Anna Berg'],
		['Anna Berg, MD, PhD', 'Anna Berg'],
		['Anna Berg MD', 'Anna Berg'],
		['Berg, MD', 'Berg, MD'],
		['Berg MD', 'Berg MD'],
		['Dr. Anna Berg', 'Anna Berg'],
		['Prof. Dr. Anna Berg', 'Anna Berg'],
		['Anna Berg (anna@berg.org)', 'Anna Berg'],
		['anna@berg.org', ''],
		['Anna Berg https://orcid.org/0000-0002-1825-0097', 'Anna Berg'],
		['null Berg', 'Berg'],
		['Berg, null', 'Berg'],
		['Anna Berg1,2*', 'Anna Berg'],
		['Anna Berg[3]', 'Anna Berg'],
		['Anna Berg¹,²', 'Anna Berg'],
		['NA', ''],
		['Na', 'Na'],
		['Chen, Guo-nan', 'Chen, Guo-nan'],
		['Na, Li', 'Na, Li'],
		['[No author name available]', '']
	])('%s', (text, name) => {
		expect(nameOf(text)).toBe(name);
	});
});

it('keeps initials that are the letters of a degree among names with initials', () => {
	expect(namesOf(['Ramli Z', 'Abd Rahman MA'])).toEqual(['Ramli Z', 'Abd Rahman MA']);
	expect(namesOf(['Anna Berg MD', 'Jon Dahl PhD'])).toEqual(['Anna Berg', 'Jon Dahl']);
});

interface Person {
	surname: string;
	given: string;
	suffix: string;
}

const surnames = [
	...['Berg', 'Dahl', 'Falk', 'Zhang', 'Li', 'Ng', "O'Brien", 'Smith-Jones', 'García Márquez', 'MacDonald'],
	...['van der Meer', 'de la Cruz', 'von Berg', 'Al-Hassan', 'da Silva', 'Østergaard', 'Łukasik', 'Na']
];
const givenNames = ['Anna', 'Jon', 'Carl Magnus', 'Ying', 'Jean-Luc', 'Eva M.', 'Xiao-Ming', 'Å.'];
const pick = <T>(random: Random, list: readonly T[]) => list[Math.floor(random.uniform() * list.length)] as T;

const personOf = (random: Random): Person => ({
	surname: pick(random, surnames),
	given: pick(random, givenNames),
	suffix: random.uniform() < 0.05 ? 'Jr.' : ''
});

const initials = ({ given }: Person, between: string, point: string) =>
	given
		.split(/[ -]/)
		.map((name) => `${name[0]}${point}`)
		.join(between);
const comma = (...parts: readonly string[]) => parts.filter(Boolean).join(', ');

/** How each source writes a list of people into the cell of a table. */
const conventions: readonly [string, (people: readonly Person[]) => Record<string, string>][] = [
	[
		'Scopus since 2022',
		(people) => ({
			Authors: people.map((person) => `${person.surname} ${initials(person, '', '.')}`).join('; '),
			'Author full names': people
				.map((person, at) => `${comma(person.surname, person.given, person.suffix)} (5700000${at})`)
				.join('; '),
			EID: '2-s2.0-1'
		})
	],
	[
		'Scopus between commas',
		(people) => ({
			Authors: people.map((person) => `${person.surname} ${initials(person, '', '.')}`).join(', '),
			EID: '2-s2.0-1'
		})
	],
	[
		'Scopus of old',
		(people) => ({
			Authors: people
				.map((person) => comma(person.surname, initials(person, '', '.'), person.suffix))
				.join(', '),
			EID: '2-s2.0-1'
		})
	],
	[
		'pybliometrics',
		(people) => ({
			eid: '2-s2.0-1',
			author_names: people.map((person) => comma(person.surname, person.given, person.suffix)).join(';')
		})
	],
	[
		'Web of Science',
		(people) => ({
			PT: 'J',
			AU: people.map((person) => comma(person.surname, initials(person, '', ''), person.suffix)).join('; '),
			AF: people.map((person) => comma(person.surname, person.given, person.suffix)).join('; '),
			UT: 'WOS:1'
		})
	],
	[
		'PubMed',
		(people) => ({
			PMID: '1',
			Authors: `${people.map((person) => `${person.surname} ${initials(person, '', '')}`).join(', ')}.`,
			'Journal/Book': 'Ice'
		})
	],
	[
		'full names between semicolons',
		(people) => ({ Authors: people.map(({ given, surname }) => `${given} ${surname}`).join('; ') })
	],
	[
		'full names between commas',
		(people) => ({ Authors: people.map(({ given, surname }) => `${given} ${surname}`).join(', ') })
	],
	[
		'BibTeX',
		(people) => ({ Authors: people.map(({ given, surname }) => `${surname}, ${given}`).join(' and ') })
	],
	[
		'Chinese',
		(people) => ({
			Authors: people.map(({ surname }) => ['张三', '李四光', '王五'][surname.length % 3]).join('; ')
		})
	],
	[
		'groups among people',
		(people) => ({
			Authors: people
				.map(({ given, surname }, at) => (at % 5 === 4 ? 'The Ice Core Group' : `${surname}, ${given}`))
				.join('; ')
		})
	],
	[
		'of one word',
		(people) => ({
			Authors: people.map(({ surname }) => (surname.includes(' ') ? 'Sukarno' : surname)).join('; ')
		})
	]
];

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const seeds = 5;

describe('a list of 1 to 40 people', () => {
	it.each(conventions)('as %s writes it has that many', async (_, write) => {
		const random = createRandom(7);
		let [unknown, wrong] = [0, ''];
		for (let seed = 0; seed < seeds; seed++)
			for (let size = 1; size <= 40; size++) {
				const cells = { Title: 'Ice', ...write(Array.from({ length: size }, () => personOf(random))) };
				const rows = [Object.keys(cells), Object.values(cells)].map((row) => row.map(quoted).join(','));
				const { papers } = await readCorpus({ 'a.csv': `${rows.join('\n')}\n` }, { format: 'csv' });
				const found = papers[0]?.teamSize ?? null;
				if (found === null) unknown++;
				else if (found !== size) wrong ||= `${found}, not ${size}: ${rows[1]}`;
			}
		expect(wrong).toBe('');
		expect(unknown).toBeLessThanOrEqual((seeds * 40 * 2) / 100);
	});
});
