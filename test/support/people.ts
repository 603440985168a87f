import type { FormatId } from '../../src/lib/corpus/formats/registry.ts';
import type { Random } from '../../src/lib/pipeline/random.ts';

/** Somebody a paper names: a person, a person of one name (`given` empty), or a group. */
export interface Person {
	surname: string;
	given: string;
	suffix: string;
	isGroup: boolean;
}

const surnames = [
	...['Berg', 'Dahl', 'Falk', 'Zhang', 'Li', 'Ng', "O'Brien", 'Smith-Jones', 'García Márquez', 'MacDonald'],
	...['van der Meer', 'de la Cruz', 'von Berg', 'Al-Hassan', 'da Silva', 'Østergaard', 'Łukasik', 'Na']
];
const givenNames = ['Anna', 'Jon', 'Carl Magnus', 'Ying', 'Jean-Luc', 'Eva M.', 'Xiao-Ming', 'Å.'];
const groups = ['Ice Core Group', 'The Otter Study Investigators', 'NORTH Consortium'];
const words = ['Sukarno', 'Suharto', 'Madonna', 'Voltaire'];
const chinese = ['张三', '李四光', '王五', '欧阳文远', '刘洋'];
const pick = <T>(random: Random, list: readonly T[]) => list[random.integer(list.length)] as T;

const person = (random: Random): Person => ({
	surname: pick(random, surnames),
	given: pick(random, givenNames),
	suffix: random.uniform() < 0.05 ? pick(random, ['Jr.', 'III']) : '',
	isGroup: false
});
const of = (name: string, isGroup = false): Person => ({ surname: name, given: '', suffix: '', isGroup });
const sometimes = (random: Random, other: () => Person) =>
	random.uniform() < 0.2 ? other() : person(random);

/** Who a list names. */
export const kindsOfPeople = {
	people: person,
	'people, groups and names of one word': (random) =>
		sometimes(random, () =>
			random.uniform() < 0.5 ? of(pick(random, groups), true) : of(pick(random, words))
		),
	'Chinese names': (random) => of(pick(random, chinese))
} as const satisfies Readonly<Record<string, (random: Random) => Person>>;

export type KindOfPeople = keyof typeof kindsOfPeople;

export const initials = ({ given }: Person, between: string, point: string) =>
	given
		.split(/[ -]/)
		.map((name) => name && `${name[0]}${point}`)
		.join(between);
export const comma = (...parts: readonly string[]) => parts.filter(Boolean).join(', ');
const space = (...parts: readonly string[]) => parts.filter(Boolean).join(' ');

/** "Berg, Anna M., Jr." */
export const surnameFirst = (one: Person) => comma(one.surname, one.given, one.suffix);
/** "Berg, A.M., Jr." */
export const surnameAndPoints = (one: Person) => comma(one.surname, initials(one, '', '.'), one.suffix);
/** "Berg AM Jr" */
export const medical = (one: Person) =>
	space(one.surname, initials(one, '', ''), one.suffix.replace('.', ''));
/** "Anna M. Berg, Jr." */
export const givenFirst = (one: Person) => comma(space(one.given, one.surname), one.suffix);

/** How a source writes the record number `i` of these people. */
export type Write = (people: readonly Person[], i: number) => string;

/** A convention in which a source lists people. */
export interface Source {
	format: FormatId;
	record: Write;
	/** The file of these records; without it they stand one behind the other. */
	file?: (records: readonly string[]) => string;
}
