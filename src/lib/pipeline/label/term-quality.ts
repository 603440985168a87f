import { log } from '../../base/math.ts';

import type { CandidateTerms } from './label-terms.ts';
import { Spread } from './spread.ts';
import type { TermCounts } from './term-counts.ts';
import type { TermStatistics } from './term-statistics.ts';

/** Occurrences that a rare term is assumed to have shown beside its own, typical of the corpus. */
const assumed = 3;
/** Repetition that counts for nothing, so that corpora of titles, where no word comes twice, are left alone. */
const slightRepetition = 0.1;
/** A whole phrase ends, and begins, at least this often where its surroundings do. */
const endsOften = 0.25;
const beginsOften = 0.15;
/** Where fewer words end a phrase, texts have neither signs nor function words, and do not tell where phrases end. */
const endsRarely = 0.05;
/** Normalised pointwise mutual information from which the words of a phrase hang together. */
const hangsTogether = 0.25;

const ramp = (value: number, full: number) => Math.max(0, Math.min(1, value / full));

/** How much the typical term of a length in words is repeated within a paper, and spread over the leaves. */
interface Typical {
	repetition: number;
	unevenness: number;
}

/** Unevenness of each term over the leaves, 0 to 1. */
function unevenness(statistics: TermStatistics, leaves: readonly TermCounts[]): Float64Array {
	const spread = new Spread(leaves.map(({ papers }) => papers));
	const sums = new Float64Array(statistics.documents.length);
	for (const [leaf, { terms, documents }] of leaves.entries()) {
		for (let i = 0; i < terms.length; i++) {
			const term = terms[i] as number;
			const total = statistics.documents[term] as number;
			sums[term] = (sums[term] as number) + spread.term(documents[i] as number, total, leaf);
		}
	}
	return sums.map((sum, term) => spread.unevenness(sum, statistics.documents[term] as number));
}

function typicalOf(
	{ frequency, documents }: TermStatistics,
	uneven: Float64Array,
	isWanted: (term: number) => boolean
): Typical {
	let papers = 0;
	let repeated = 0;
	let unevenPapers = 0;
	for (let term = 0; term < documents.length; term++) {
		if (!isWanted(term)) continue;
		const holding = documents[term] as number;
		papers += holding;
		repeated += (frequency[term] as number) - holding;
		unevenPapers += holding * (uneven[term] as number);
	}
	return { repetition: repeated / Math.max(1, papers), unevenness: unevenPapers / Math.max(1, papers) };
}

/** How often a term comes again in a paper that holds it, against what is typical: 0 to 1, 1/2 for the typical. */
function repetition(frequency: number, documents: number, typical: number): number {
	const again = (frequency - documents + assumed * typical) / (documents + assumed) + slightRepetition;
	return again / (again + typical + slightRepetition);
}

/** Whether a term is a phrase of its own rather than part of one: 0 to 1. */
function wholeness(
	{ frequency, initial, final, tied, alone }: TermStatistics,
	term: number,
	usuallyAlone: number
): number {
	const times = frequency[term] as number;
	const lonely = (alone[term] as number) / times;
	const free = 1 - (tied[term] as number) / times;
	return (
		ramp((final[term] as number) / times, endsOften) *
		ramp((initial[term] as number) / times, beginsOften) *
		free *
		free *
		(lonely > usuallyAlone ? usuallyAlone / lonely : 1)
	);
}

/** How far the words of a phrase hang together, 0 to 1: NPMI of neighbours (Bouma 2009), for more than two words over all of them. */
export function cohesion(together: number, apart: readonly number[], words: number): number {
	if (apart.length < 2) return 1;
	const chance = apart.reduce((sum, frequency) => sum + log(frequency / words), 0);
	const observed = log(together / words);
	if (observed === 0) return 1;
	return ramp((observed - chance) / (-observed * (apart.length - 1)), hangsTogether);
}

function termIntegrity(candidates: CandidateTerms, statistics: TermStatistics): Float64Array {
	const { frequency, alone, final } = statistics;
	let [words, lonely, ends] = [0, 0, 0];
	for (let stem = 0; stem < candidates.stems; stem++) {
		words += frequency[stem] as number;
		lonely += alone[stem] as number;
		ends += final[stem] as number;
	}
	const hasPhrases = ends >= endsRarely * words;
	return Float64Array.from(frequency, (times, term) => {
		if (times === 0) return 0;
		const parts = candidates.stemsOf(term).map((stem) => frequency[stem] as number);
		const usuallyAlone = candidates.lengthOf(term) > 1 ? 1 : lonely / words;
		const whole = hasPhrases ? wholeness(statistics, term, usuallyAlone) : 1;
		return whole * cohesion(times, parts, words);
	});
}

/** What is known of each term, whatever the theme; 0 to 1. */
export interface TermQuality {
	/** Whether it is a whole rather than part of another phrase, and its words hang together. */
	readonly integrity: Float64Array;
	/** How often papers that hold it hold it again, against what is typical, which is 1/2. */
	readonly repetition: Float64Array;
	/** How well it would do in a list of a theme's words: repeated, whole, and spread unevenly over the leaves. */
	readonly listed: Float64Array;
}

/** Measures terms over a sample and the leaves of its theme tree. */
export function termQuality(
	candidates: CandidateTerms,
	statistics: TermStatistics,
	leaves: readonly TermCounts[]
): TermQuality {
	const { frequency, documents } = statistics;
	const integrity = termIntegrity(candidates, statistics);
	const uneven = unevenness(statistics, leaves);
	const typical = [1, 2, 3].map((words) =>
		typicalOf(statistics, uneven, (term) => candidates.lengthOf(term) === words)
	);
	const repeats = uneven.map((_, term) => {
		const { repetition: usual } = typical[candidates.lengthOf(term) - 1] as Typical;
		return repetition(frequency[term] as number, documents[term] as number, usual);
	});
	const listed = uneven.map((value, term) => {
		if (frequency[term] === 0) return 0;
		const stems = candidates.stemsOf(term);
		const ofWords = stems.reduce((sum, stem) => sum + (repeats[stem] as number), 0) / stems.length;
		const { unevenness: usual } = typical[candidates.lengthOf(term) - 1] as Typical;
		return (
			(repeats[term] as number) *
			ofWords *
			(usual === 0 ? 1 : value / (value + usual)) *
			(integrity[term] as number)
		);
	});
	return { integrity, repetition: repeats, listed };
}
