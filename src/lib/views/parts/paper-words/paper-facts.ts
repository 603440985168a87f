import { fieldNames, fields } from '../../../dataset/fields.ts';
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

/** What a paper's source states about it, in reading order; what it does not state is left out. */
export function paperFacts(paper: PaperDetail): Fact[] {
	const facts = new Map([
		['Published', publishedWords(paper.published)],
		['Team size', teamWords(paper)]
	]);
	for (const { field, name, word } of shown) {
		const value = paper[field];
		if (value === null || value === '') continue;
		const text = typeof value === 'number' ? formatNumber(value) : value;
		const before = facts.get(name);
		const said = word === undefined ? text : `${word} ${text}`;
		facts.set(name, before === undefined ? said : `${before}, ${said}`);
	}
	return [...facts].map(([name, value]) => ({ name, value }));
}
