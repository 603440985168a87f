import { capitalised } from '../../format/format.ts';
import type { Alike } from './choose-terms.ts';
import type { WeightedTerm } from './class-weights.ts';
import type { TreeNode } from '../model.ts';

/** Label of a node whose papers share no word. */
const untitled = 'Mixed papers';
/** A phrase names a theme better than a word of this many times its weight. */
const phraseBonus = 2.5;
/** A name stands in at least this share of the papers, or loses in proportion. */
const wellCovered = 0.1;
/** A phrase that outweighs all else by this factor needs no second term. */
const enough = 2;
/** A term with less than this share of the best one's weight does not lead a label. */
const leastShare = 0.15;

interface TermFacts {
	readable(term: number): string;
	isPhrase(term: number): boolean;
	readonly alike: Alike;
}

interface Name {
	readonly label: string;
	readonly terms: readonly number[];
}

/** The terms that are not to be avoided, then the others. */
function freshFirst(terms: readonly WeightedTerm[], avoided: ReadonlySet<number>): WeightedTerm[] {
	return [
		...terms.filter(({ term }) => !avoided.has(term)),
		...terms.filter(({ term }) => avoided.has(term))
	];
}

/** Names nodes one after the other, so that each can avoid what the others took. */
class Namer {
	readonly #facts: TermFacts;
	readonly #taken = new Set<string>();

	constructor(facts: TermFacts) {
		this.#facts = facts;
	}

	/** Terms by how well they would name a node, best first. */
	ranked(terms: readonly WeightedTerm[]): WeightedTerm[] {
		return terms
			.map((own) => ({ ...own, weight: own.weight * this.#fitness(own) }))
			.sort((a, b) => b.weight - a.weight || a.term - b.term);
	}

	#fitness({ term, share }: WeightedTerm): number {
		return (this.#facts.isPhrase(term) ? phraseBonus : 1) * Math.min(1, share / wellCovered);
	}

	/**
	 * A label that no node has yet.
	 * @param avoided terms that it should do without
	 */
	name(id: number, terms: readonly WeightedTerm[], avoided: ReadonlySet<number>): Name {
		const ranked = this.ranked(terms);
		const heads = ranked.filter(({ weight }) => weight >= leastShare * (ranked[0]?.weight ?? 0));
		for (const head of freshFirst(heads, avoided)) {
			for (const name of this.#names(head, ranked, avoided)) if (this.#take(name.label)) return name;
		}
		const label = capitalised(heads[0] ? this.#facts.readable(heads[0].term) : untitled);
		const own = this.#take(label) ? label : `${label} (${id})`;
		this.#taken.add(own.toLowerCase());
		return { label: own, terms: heads.slice(0, 1).map(({ term }) => term) };
	}

	*#names(
		head: WeightedTerm,
		ranked: readonly WeightedTerm[],
		avoided: ReadonlySet<number>
	): Generator<Name> {
		const { readable, isPhrase, alike } = this.#facts;
		const alone = { label: capitalised(readable(head.term)), terms: [head.term] };
		const others = ranked.filter(({ term }) => term !== head.term && !alike(term, head.term));
		const [next] = others;
		const strong = others.filter(({ weight }) => weight >= leastShare * (next?.weight ?? 0));
		const isTaken = strong.every(({ term }) => avoided.has(term));
		if (!next || (isPhrase(head.term) && (isTaken || head.weight >= enough * next.weight))) yield alone;
		const weak = others.slice(strong.length);
		for (const { term } of [...freshFirst(strong, avoided), ...weak]) {
			yield { label: `${alone.label}, ${readable(term)}`, terms: [head.term, term] };
		}
		yield alone;
	}

	#take(label: string): boolean {
		const key = label.toLowerCase();
		if (this.#taken.has(key)) return false;
		this.#taken.add(key);
		return true;
	}
}

/**
 * Labels of all nodes, by id, no two alike; published themes come first, and no two of them share a term as long as
 * they have another that would do.
 * @param terms of each node, best first
 */
export function nameNodes(
	nodes: readonly TreeNode[],
	terms: readonly (readonly WeightedTerm[])[],
	facts: TermFacts
): string[] {
	const namer = new Namer(facts);
	const labels: string[] = nodes.map(() => untitled);
	const strength = terms.map((own) => namer.ranked(own)[0]?.weight ?? 0);
	const order = nodes
		.map(({ themeId }) => themeId)
		.sort((a, b) => {
			const published = Number(nodes[b]?.inDefault) - Number(nodes[a]?.inDefault);
			return published || (strength[b] as number) - (strength[a] as number) || a - b;
		});
	const used = new Set<number>();
	const none = new Set<number>();
	for (const id of order) {
		const isPublished = nodes[id]?.inDefault === true;
		const name = namer.name(id, terms[id] ?? [], isPublished ? used : none);
		labels[id] = name.label;
		if (isPublished) name.terms.forEach((term) => used.add(term));
	}
	return labels;
}
