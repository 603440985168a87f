import type { Alike } from './choose-terms.ts';
import { telling } from './name-terms.ts';

/** A term that names may have. */
export interface NameTerm {
	readonly term: number;
	readonly text: string;
	readonly words: number;
	/** Papers of the sample that say so, ascending. */
	readonly papers: Int32Array;
	/** Of these, those whose title says so. */
	readonly titled: Int32Array;
	/** Whether authors have it among their keywords. */
	readonly isKeyword: boolean;
	/** How well it would do in any name, 0 to 1. */
	readonly fitness: number;
}

/** A name of a node. */
export interface NodeName {
	/** One or two. */
	readonly terms: readonly NameTerm[];
	/** Share of the node's papers in the sample that hold one of them. */
	readonly coverage: number;
}

/** What the terms of a name keep to. */
export interface Limits {
	/** Share of the node's papers that each term stands in, and how many papers, where the node has so many. */
	readonly share: number;
	readonly papers: number;
	/** Lift of each term, and of the name. */
	readonly termLift: number;
	readonly lift: number;
	/** Whether a title of the node has each term, or keywords have it: what only abstracts say is often mere prose. */
	readonly entitled?: boolean;
}

/** A fifth of the papers and a lift of 2.5, with room for the error of a sample; what two papers share is chance. */
export const strict: Limits = { share: 0.23, papers: 3, termLift: 2.7, lift: 2.7 };
/** The same with less room, where no terms cover a node otherwise. */
export const lenient: Limits = { share: 0.23, papers: 3, termLift: 2, lift: 2.6 };
/** Each of them for terms that titles or keywords have. */
export const entitled = [strict, lenient].map((limits): Limits => ({ ...limits, entitled: true }));
/** What the name of a mixed node keeps to. */
export const mixing: Limits = { share: 0.1, papers: 2, termLift: 1.5, lift: 1.5 };
/** What it keeps to where that leaves no terms. */
export const anything: Limits = { share: 0, papers: 2, termLift: 0, lift: 0 };
/** A second term adds at least this share of the papers, and so many. */
const addsLeast = 0.05;
const addsPapers = 2;
/** A phrase takes the place of a word that stands in it so often, and keeps this share of the papers that say the word. */
const phraseOften = 0.3;
const phraseKeeps = 0.5;
/** It is at least so apt: "survey provides" takes no place of "survey". */
const phraseFits = 0.5;
/** Papers in which a term is assumed to be as usual, beside those of the node and elsewhere. */
const assumed = 10;
/** What the first term counts for against the papers that the second adds. */
const firstCounts = 3;
/** Words of a name, at most. */
const mostWords = 5;
/** Terms that are tried in the first place. */
const tried = 10;

/** Where the papers of each leaf stand when a node is named. */
export const beyond = 0;
export const beside = 1;
export const within = 2;

export const firstOf = ({ terms }: NodeName) => terms[0] as NameTerm;

interface Counted {
	inside: number;
	outside: number;
}

export interface Scored extends NodeName {
	readonly score: number;
	/** Coverage over the same share of the papers that the node is told apart from. */
	readonly lift: number;
}

/** A name that begins with a term, and what its second term adds: the first counts by the word that led to it. */
interface Begun extends Omit<Scored, 'score'> {
	readonly gain: number;
}

/** A term that keeps the limits by itself. */
interface Usable {
	readonly term: NameTerm;
	readonly weight: number;
}

/** How terms are related. */
export interface TermRelations {
	/** Whether two terms repeat each other. */
	readonly alike: Alike;
	/** Whether a term is part of another. */
	readonly isPart: (inner: number, outer: number) => boolean;
}

/** Finds names of one node. */
export class NameSearch {
	readonly #leafId: Int16Array;
	readonly #place: Uint8Array;
	readonly #inside: number;
	readonly #outside: number;
	readonly #terms: readonly NameTerm[];
	readonly #counts: Map<NameTerm, Counted>;
	readonly #relations: TermRelations;
	readonly #marked: Uint8Array;
	/** What comes of each first term under the limits that were asked for. */
	readonly #known = new Map<Limits, Map<NameTerm, Begun>>();

	/** @param place of each leaf: within the node, beside it or beyond what it is told apart from */
	constructor(leafId: Int16Array, place: Uint8Array, terms: readonly NameTerm[], relations: TermRelations) {
		this.#leafId = leafId;
		this.#place = place;
		this.#terms = terms;
		this.#relations = relations;
		this.#marked = new Uint8Array(leafId.length);
		const sizes = [0, 0, 0];
		for (const leaf of leafId) sizes[place[leaf] as number] = (sizes[place[leaf] as number] as number) + 1;
		[this.#inside, this.#outside] = [sizes[within] as number, sizes[beside] as number];
		this.#counts = new Map(terms.map((term) => [term, this.#count(term)]));
	}

	/** Papers that hold a term and are not marked. */
	#count({ papers }: NameTerm): Counted {
		let [inside, outside] = [0, 0];
		for (let i = 0; i < papers.length; i++) {
			const paper = papers[i] as number;
			if (this.#marked[paper] === 1) continue;
			const place = this.#place[this.#leafId[paper] as number];
			if (place === within) inside++;
			else if (place === beside) outside++;
		}
		return { inside, outside };
	}

	#lift({ inside, outside }: Counted): number {
		if (this.#outside === 0) return Infinity;
		return inside / this.#inside / (Math.max(outside, 0.5) / this.#outside);
	}

	/** How much a term says of the node. What few papers show of its lift counts as if some more were as all others. */
	#weight({ fitness }: NameTerm, { inside, outside }: Counted): number {
		const usual = (inside + outside) / (this.#inside + this.#outside);
		const share = (inside + assumed * usual) / (this.#inside + assumed);
		const elsewhere = (outside + assumed * usual) / (this.#outside + assumed);
		return (inside / this.#inside) * telling(share / Math.max(elsewhere, 1e-9)) * fitness;
	}

	/** Names by different first terms, best first. */
	names(limits: Limits, isFree: (term: NameTerm) => boolean): Scored[] {
		const usable = this.#usable(limits);
		const firsts = new Map<NameTerm, number>();
		for (const { term, weight } of usable.filter((some) => isFree(some.term)).slice(0, tried)) {
			const phrase = this.#phraseOf(term, usable, isFree);
			if (!firsts.has(phrase)) firsts.set(phrase, weight);
		}
		return [...firsts]
			.map(([term, weight]) => this.#named(term, weight, usable, limits))
			.filter((name) => name.lift >= limits.lift)
			.sort((a, b) => b.score - a.score || firstOf(a).term - firstOf(b).term);
	}

	#usable(limits: Limits): Usable[] {
		const least = Math.max(limits.share * this.#inside, Math.min(limits.papers, this.#inside));
		const usable = this.#terms.flatMap((term) => {
			const counted = this.#counts.get(term) as Counted;
			if (counted.inside < least || this.#lift(counted) < limits.termLift) return [];
			if (limits.entitled && !this.#isEntitled(term)) return [];
			return [{ term, weight: this.#weight(term, counted) }];
		});
		return usable.sort((a, b) => b.weight - a.weight || a.term.term - b.term.term);
	}

	#isEntitled({ titled, isKeyword }: NameTerm): boolean {
		return isKeyword || titled.some((paper) => this.#place[this.#leafId[paper] as number] === within);
	}

	/** The phrase that a term mostly stands in, or the term itself. */
	#phraseOf(term: NameTerm, usable: readonly Usable[], isFree: (term: NameTerm) => boolean): NameTerm {
		let [best, most] = [term, phraseKeeps * (this.#counts.get(term) as Counted).inside];
		for (const { term: other } of usable) {
			if (!this.#relations.isPart(term.term, other.term) || !isFree(other)) continue;
			const { inside } = this.#counts.get(other) as Counted;
			const isOften = other.papers.length >= phraseOften * term.papers.length;
			const isApt = other.fitness >= phraseFits * term.fitness;
			if (isOften && isApt && inside >= most) [best, most] = [other, inside];
		}
		return best;
	}

	#named(first: NameTerm, weight: number, usable: readonly Usable[], limits: Limits): Scored {
		const known = this.#known.get(limits) ?? new Map<NameTerm, Begun>();
		this.#known.set(limits, known);
		const begun = known.get(first) ?? this.#beginningWith(first, usable, limits);
		known.set(first, begun);
		const { gain, ...name } = begun;
		return { ...name, score: firstCounts * weight + gain };
	}

	/** Whether two terms make a name: short enough, without repetition, and not both parts of one phrase. */
	#goesWith(first: NameTerm, second: NameTerm): boolean {
		const { alike, isPart } = this.#relations;
		if (first.words + second.words > mostWords || alike(first.term, second.term)) return false;
		return !this.#terms.some(({ term }) => isPart(first.term, term) && isPart(second.term, term));
	}

	/** The best name that begins with a term. */
	#beginningWith(first: NameTerm, usable: readonly Usable[], limits: Limits): Begun {
		const own = this.#counts.get(first) as Counted;
		let [second, gain, covered]: [NameTerm | null, number, Counted] = [null, 0, own];
		for (const paper of first.papers) this.#marked[paper] = 1;
		for (const { term } of usable) {
			const added = this.#count(term);
			const both = { inside: own.inside + added.inside, outside: own.outside + added.outside };
			if (added.inside < Math.max(addsPapers, addsLeast * this.#inside) || this.#lift(both) < limits.lift)
				continue;
			const worth = this.#weight(term, added);
			if (worth > gain && this.#goesWith(first, term)) [second, gain, covered] = [term, worth, both];
		}
		for (const paper of first.papers) this.#marked[paper] = 0;
		return {
			terms: second ? [first, second] : [first],
			coverage: covered.inside / Math.max(1, this.#inside),
			lift: this.#lift(covered),
			gain
		};
	}
}
