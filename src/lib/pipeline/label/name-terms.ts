import type { TokenisedPapers } from '../text/tokens.ts';
import type { CandidateTerms } from './label-terms.ts';
import type { TermCounts } from './term-counts.ts';
import type { TermQuality } from './term-quality.ts';
import type { TermStatistics } from './term-statistics.ts';

/** Papers that a term is assumed to have beside its own, in whose titles it stands as typical words do. */
const assumed = 1;
/** What speaks for a term that is said as often elsewhere. */
const barely = 1e-6;
/** Terms of a node that its name is chosen from. */
const looked = 40;
/** A term looked at has at least this share of a node's papers and this lift. */
const leastShare = 0.1;
const leastLift = 1.5;
/** A term that is less of a whole is half of another: "mixture" of "mixture-of-experts". */
const leastWhole = 0.2;
/** What is repeated as often as the typical word, 1/2, is repeated enough. */
const fullyRepeated = 2;
/** What is less apt than this names nothing. */
const leastFit = 0.25;

/**
 * How far a lift speaks for a term, 0 to 1: the cube of keyness, 1 - 1 / lift. .22 at 2.5, .42 at 4, near 1 for what
 * stands nowhere else; hardly anything at 1 or below.
 */
export function telling(lift: number): number {
	const key = lift > 1 ? 1 - 1 / lift : 0;
	return Math.max(barely, key * key * key);
}

/** Papers whose authors have a term among their keywords. */
export function timesKeyword(
	term: number,
	{ stemsOf }: Pick<CandidateTerms, 'stemsOf'>,
	{ stems, keywords }: Pick<TokenisedPapers, 'stems' | 'keywords'>
): number {
	const words = stemsOf(term).map((stem) => stems[stem]);
	return keywords.get(words.join(' ')) ?? 0;
}

/**
 * How well each term would do in a name, 0 to 1, whatever the theme: whether it is a whole, and what papers are about
 * rather than how they speak. What they are about they say again. Titles and the authors' keywords show that: "attack"
 * stands in a fifth of the titles of papers that hold it, "findings" in a hundredth.
 */
export function nameFitness(
	candidates: CandidateTerms,
	tokens: Pick<TokenisedPapers, 'stems' | 'keywords'>,
	{ documents, titles }: TermStatistics,
	{ integrity, repetition }: Pick<TermQuality, 'integrity' | 'repetition'>
): Float64Array {
	let [held, entitled] = [0, 0];
	for (let stem = 0; stem < candidates.stems; stem++) {
		held += documents[stem] as number;
		entitled += titles[stem] as number;
	}
	const typical = entitled / Math.max(1, held);
	return integrity.map((whole, term) => {
		if (whole < leastWhole) return 0;
		const papers = documents[term] as number;
		const named = timesKeyword(term, candidates, tokens);
		const about = ((titles[term] as number) + named + assumed * typical) / (papers + assumed);
		const topical = typical === 0 ? 1 : about / (about + typical / 2);
		const fit = whole * topical * Math.min(1, fullyRepeated * (repetition[term] as number));
		return Math.sqrt(fit * Math.sqrt(fit));
	});
}

/** The terms of a node that its name may be chosen from, the most promising first. */
export function nameCandidates(
	counts: TermCounts,
	{ documents, papers }: Pick<TermStatistics, 'documents' | 'papers'>,
	fitness: Float64Array
): number[] {
	const elsewhere = papers - counts.papers;
	const found: { term: number; weight: number }[] = [];
	for (let i = 0; i < counts.terms.length; i++) {
		const term = counts.terms[i] as number;
		const inside = counts.documents[i] as number;
		const share = inside / counts.papers;
		const fit = fitness[term] as number;
		if (share < leastShare || fit < leastFit) continue;
		const outside = ((documents[term] as number) - inside) / Math.max(1, elsewhere);
		const lift = elsewhere === 0 ? Infinity : share / Math.max(outside, 0.5 / elsewhere);
		if (lift >= leastLift) found.push({ term, weight: share * telling(lift) * fit });
	}
	found.sort((a, b) => b.weight - a.weight || a.term - b.term);
	return found.slice(0, looked).map(({ term }) => term);
}
