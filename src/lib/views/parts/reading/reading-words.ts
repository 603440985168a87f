import { capitalised, formatNumber, formatOrdinal, formatPapers } from '../../../format/format.ts';
import type {
	Measure,
	ReadingBasis,
	ReadingKind,
	ReadingPaper
} from '../../../queries/reading/reading-types.ts';
import { nearness } from '../../../queries/themes/theme-pairs.ts';
import { similarityWords } from '../paper-words/closeness.ts';

type Based = Pick<ReadingBasis, 'measure' | 'until' | 'dated'>;

/** What a list is called, and what is on it. */
interface ListWords {
	title: string;
	about: string;
}

const much: Readonly<Record<Measure, string>> = {
	citations: 'cited',
	upvotes: 'upvoted',
	comments: 'commented on'
};

/** @param themed whether the papers are of several themes */
export function listWords(kind: ReadingKind, { measure, until }: Based, themed = true): ListWords {
	const [theirs, own] = themed ? ['their themes', 'their own'] : ['the theme', 'this one'];
	const words: Readonly<Record<ReadingKind, ListWords>> = {
		start: {
			title: 'Start here',
			about: measure
				? `Typical of ${theirs} and much ${much[measure]} for their year`
				: `The most typical of ${theirs}`
		},
		classics: measure
			? { title: 'Classics', about: `The most ${much[measure]} for their year, up to ${until ?? 'now'}` }
			: { title: 'Classics', about: `The earliest of the more typical half of ${theirs}` },
		newest: { title: 'Newest', about: 'The latest by the dates stated' },
		bridges: { title: 'Bridges', about: `About as near to a second theme as to ${own}` },
		outliers: { title: 'Outliers', about: `Far from the middle of ${theirs}: worth a look, or misplaced` }
	};
	return words[kind];
}

const stated: Readonly<Record<Measure, string>> = {
	citations: 'how often papers are cited',
	upvotes: 'how often papers are upvoted',
	comments: 'how often papers are commented on'
};

/** What the lists go by, in a sentence or two. */
export function basisWords({ measure, stated: count, papers }: ReadingBasis): string {
	if (!measure) {
		return (
			'How often papers are cited, upvoted or commented on is stated for fewer than half of these, or is 0 for each: ' +
			'the lists go by similarity to the centres of themes and by date.'
		);
	}
	const who =
		count === papers
			? `all ${formatPapers(papers)} state`
			: `${formatNumber(count)} of ${formatPapers(papers)} state`;
	return (
		`The lists go by ${stated[measure]}, which ${who}, by similarity to the centres of themes and by date. ` +
		'A place such as “4th” counts all papers of the corpus from the same year that state it.'
	);
}

function amountWords(measure: Measure, amount: number): string {
	if (measure !== 'citations')
		return `${formatNumber(amount)} ${amount === 1 ? measure.slice(0, -1) : measure}`;
	if (amount === 0) return 'never cited';
	return amount === 1 ? 'cited once' : `cited ${formatNumber(amount)} times`;
}

function standingWords({ place, tied, peers, published }: ReadingPaper): string {
	if (place === null || peers === null) return '';
	const which = published === null ? 'undated' : `of ${published.slice(0, 4)}`;
	const papers = published === null ? 'undated papers' : `papers ${which}`;
	if (peers === 1) return `the only ${published === null ? 'undated paper' : `paper ${which}`}`;
	return `${(tied ?? 1) > 1 ? 'joint ' : ''}${formatOrdinal(place)} of ${formatNumber(peers)} ${papers}`;
}

function countWords(paper: ReadingPaper, { measure }: Based): string {
	if (!measure || paper.amount === null) return '';
	return [amountWords(measure, paper.amount), standingWords(paper)].filter(Boolean).join(', ');
}

function nearWords({ nearPlace, nearOf }: ReadingPaper): string {
	if (nearPlace === null || nearOf === null) return '';
	if (nearOf === 1) return 'the only paper of its theme';
	const place = nearPlace === 1 ? 'nearest' : `${formatOrdinal(nearPlace)} nearest`;
	return `${place} of ${formatNumber(nearOf)} to its theme’s centre`;
}

function farWords({ nearPlace, nearOf }: ReadingPaper): string {
	if (nearPlace === null || nearOf === null || nearOf === 1) return 'the only paper of its theme';
	return `farther from its theme’s centre than ${formatNumber(nearPlace - 1)} of its ${formatNumber(nearOf - 1)} other papers`;
}

/** The date itself stands beside the title. */
function newWords({ newer, sameDate }: ReadingPaper): string {
	if (newer === null || sameDate === null) return '';
	if (sameDate === 1) return newer === 0 ? 'the newest' : `${formatOrdinal(newer + 1)} newest`;
	const same = newer === 0 ? `one of ${formatNumber(sameDate)} papers of the newest date` : '';
	return (
		same ||
		`${formatNumber(newer)} ${newer === 1 ? 'is' : 'are'} newer, ${formatNumber(sameDate - 1)} of the same date`
	);
}

const oldWords = ({ newer }: ReadingPaper, { dated }: Based) =>
	newer === null
		? ''
		: newer > 0 && newer === dated - 1
			? `the oldest of ${formatNumber(dated)} dated papers`
			: `older than ${formatNumber(newer)} of ${formatNumber(dated)} dated papers`;

function bridgeWords(
	{ similarity, secondSimilarity, secondThemeId }: ReadingPaper,
	labelOf: LabelOf
): string {
	if (secondThemeId === null || secondSimilarity === null) return '';
	const [own, second] = [similarityWords(similarity), similarityWords(secondSimilarity)];
	const name = `“${labelOf(secondThemeId)}”`;
	return own === second
		? `as near to ${name} as to its own theme (${own})`
		: `almost as near to ${name} (${second}) as to its own theme (${own})`;
}

function misplacedWords(
	{ similarity, secondSimilarity, secondThemeId }: ReadingPaper,
	labelOf: LabelOf
): string {
	const isBetween = secondSimilarity !== null && secondSimilarity >= nearness * similarity;
	return isBetween && secondThemeId !== null ? `perhaps of “${labelOf(secondThemeId)}”` : '';
}

/** What a theme is called. */
export type LabelOf = (themeId: number) => string;

/** Why a paper is on a list, of numbers in its row: `Cited 212 times, 4th of 83 papers of 2016`. */
export function reasonWords(kind: ReadingKind, paper: ReadingPaper, basis: Based, labelOf: LabelOf): string {
	const parts: Readonly<Record<ReadingKind, () => string[]>> = {
		start: () => [countWords(paper, basis), nearWords(paper)],
		classics: () => (basis.measure ? [countWords(paper, basis)] : [oldWords(paper, basis), nearWords(paper)]),
		newest: () => [newWords(paper), paper.sameDate === 1 ? '' : nearWords(paper)],
		bridges: () => [bridgeWords(paper, labelOf)],
		outliers: () => [farWords(paper), countWords(paper, basis), misplacedWords(paper, labelOf)]
	};
	return capitalised(parts[kind]().filter(Boolean).join('; '));
}
