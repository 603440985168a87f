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

/** What a paper's source states about it, in reading order; what it does not state is left out. */
export function paperFacts(paper: PaperDetail): Fact[] {
	const { venue, volume, issue, pages, organisation, type, language, comments, upvotes, sourceId } = paper;
	const count = (value: number | null) => (value === null ? null : formatNumber(value));
	const facts: [string, string | null][] = [
		['Published', publishedWords(paper.published)],
		['Team size', teamWords(paper)],
		['Organisation', organisation],
		['Venue', venue],
		['Volume', [volume, issue && `issue ${issue}`, pages && `pages ${pages}`].filter(Boolean).join(', ')],
		['Kind', type],
		['Language', language],
		['Comments', count(comments)],
		['Upvotes', count(upvotes)],
		['Identifier', sourceId]
	];
	return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
