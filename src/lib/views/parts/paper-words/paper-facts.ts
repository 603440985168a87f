import { fieldNames, fields } from '../../../dataset/fields.ts';
import type { Keyword } from '../../../dataset/paper.ts';
import { formatNumber } from '../../../format/format.ts';
import type { PaperDetail } from '../../../queries/papers/paper-types.ts';
import { publishedWords } from './published.ts';

export interface Fact {
	name: string;
	value: string;
}

function teamWords({ teamSize, authors }: PaperDetail): string {
	if (teamSize === null) return 'unknown';
	const unnamed = authors.length > 0 && authors.length < teamSize ? `, ${authors.length} named` : '';
	return `${formatNumber(teamSize)} ${teamSize === 1 ? 'author' : 'authors'}${unnamed}`;
}

const shown = fieldNames
	.flatMap((name) => {
		const { fact } = fields[name];
		return fact ? [{ field: name, ...fact }] : [];
	})
	.sort((a, b) => a.place - b.place);

const together = (values: readonly (string | null)[]) => [
	...new Set(values.filter((value) => value !== null))
];

/** Where its authors work. The one organisation of a paper stands among its facts already. */
function placeFacts({ affiliations }: PaperDetail): [name: string, values: string[]][] {
	const organisations = together(affiliations.map(({ organisation }) => organisation));
	const countries = together(affiliations.map(({ country }) => country));
	return [
		['Organisations', organisations.length > 1 ? organisations : []],
		[countries.length === 1 ? 'Country' : 'Countries', countries]
	];
}

/** Keywords of its authors and of indexes, as far as there are any. */
export function paperKeywords({ keywords }: PaperDetail): Fact[] {
	const of = (kind: Keyword['kind']) =>
		keywords.filter((one) => one.kind === kind).map(({ keyword }) => keyword);
	return [
		{ name: 'Keywords', value: of('author').join('; ') },
		{ name: 'Keywords of the index', value: of('index').join('; ') }
	].filter(({ value }) => value !== '');
}

/** What a paper's source states about it, in reading order; what it does not state is left out, keywords stand apart. */
export function paperFacts(paper: PaperDetail): Fact[] {
	const facts = new Map([
		['Published', publishedWords(paper.published)],
		['Team size', teamWords(paper)]
	]);
	for (const [name, values] of placeFacts(paper)) if (values.length > 0) facts.set(name, values.join('; '));
	for (const { field, name, word } of shown) {
		const value = paper[field];
		if (field === 'organisation' && facts.has('Organisations')) continue;
		if (value === null || value === '') continue;
		const text = typeof value === 'number' ? formatNumber(value) : value;
		const before = facts.get(name);
		const said = word === undefined ? text : `${word} ${text}`;
		facts.set(name, before === undefined ? said : `${before}, ${said}`);
	}
	return [...facts].map(([name, value]) => ({ name, value }));
}
