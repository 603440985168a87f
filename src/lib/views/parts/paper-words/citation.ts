import { doiAddress } from '../../../dataset/doi-address.ts';
import type { PaperDetail } from '../../../queries/papers/paper-types.ts';
import { paperAddress } from './links.ts';

const mostNames = 20;

/** A name can hold a comma, so that semicolons stand between several. */
function names(authors: readonly string[]): string {
	const [first = '', ...others] = authors;
	if (authors.length > mostNames) return `${authors.slice(0, mostNames - 1).join('; ')}; … ${authors.at(-1)}`;
	return others.length === 0 ? first : `${authors.slice(0, -1).join('; ')} and ${authors.at(-1)}`;
}

function source({ venue, volume, issue, pages }: PaperDetail): string {
	const number = [volume, issue && `(${issue})`].filter(Boolean).join('');
	return [venue, number, pages].filter(Boolean).join(', ');
}

/** A reference to a paper in plain text, made of what its source states. */
export function citation(paper: PaperDetail): string {
	const year = paper.published?.slice(0, 4) ?? 'n.d.';
	const address = doiAddress(paper.doi) ?? paperAddress(paper);
	const parts = [[names(paper.authors), `(${year})`].filter(Boolean).join(' '), paper.title, source(paper)];
	const sentences = parts.filter(Boolean).map((part) => part.replace(/\.$/, ''));
	return `${sentences.join('. ')}.${address ? ` ${address}` : ''}`;
}
