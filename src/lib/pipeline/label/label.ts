import { mixedLabel } from '../../dataset/theme-tree.ts';
import { checkpoint, type Hooks } from '../../source/hooks.ts';

import { chooseTerms, type Alike, areAlike, isWithin } from './choose-terms.ts';
import { weighTerms, type WeightedTerm } from './class-weights.ts';
import { coherence, diversity } from './coherence.ts';
import { candidateTerms, type CandidateTerms, termPostings } from './label-terms.ts';
import type { TreeNode } from '../model.ts';
import { nameCandidates, nameFitness, timesKeyword } from './name-terms.ts';
import type { NameTerm } from './name-search.ts';
import { nameNodes, type NodeNames } from './node-names.ts';
import { surfaceForms, type SurfaceForm } from './surfaces.ts';
import { capitalised } from '../../format/format.ts';
import { countTerms, type TermCounts } from './term-counts.ts';
import { termQuality } from './term-quality.ts';
import { termStatistics } from './term-statistics.ts';
import { foldedWords } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { type TokenisedPapers, takePapers, thinned } from '../text/tokens.ts';
import { defaultMinimum } from '../text/vocabulary.ts';
import { adverbStems } from '../text/word-classes.ts';

interface LabelInput {
	readonly tokens: TokenisedPapers;
	/** Leaf of each paper of the sample. */
	readonly leafId: Int16Array;
	readonly nodes: readonly TreeNode[];
	/** Nodes that are mixed, whatever covers them. */
	readonly leftovers: ReadonlySet<number>;
	readonly termsPerTheme: number;
}

export interface NodeLabel {
	readonly label: string;
	/** Whether it is a leftover, or no two terms cover it. */
	readonly isMixed: boolean;
	/** Names, each by its terms: the one of the label, then those to choose from instead. */
	readonly names: readonly (readonly string[])[];
	readonly terms: readonly { readonly term: string; readonly weight: number }[];
	readonly coherence: number;
}

export interface LabelledNodes {
	/** By node id. */
	readonly labels: readonly NodeLabel[];
	/** Of the published themes' top ten terms; `null` without terms. */
	readonly diversity: number | null;
}

/** Terms whose coherence and diversity are measured. */
const topTerms = 10;

/** Tokens that labels are made from, at most: more make hardly other labels. */
const mostTokens = 1_500_000;
/** Nodes between two pauses. */
const nodesPerPause = 16;

/** What the label of a mixed node says where no papers share a word. */
const noWords = 'no words in common';

/** Fitness of terms that name a node for want of better ones. */
const leastFitness = 0.01;
/** Names kept of each node: that of its label, and those to choose from instead. */
const mostNames = 4;

type Pause = () => Promise<void>;

/** Every n-th paper, where all of them hold too many tokens. */
function someOf({ tokens, leafId, ...rest }: LabelInput): LabelInput {
	const share = mostTokens / Math.max(1, tokens.surfaceIds.length);
	const kept = thinned(leafId.length, Math.ceil(leafId.length * Math.min(1, share)));
	return {
		...rest,
		tokens: takePapers(tokens, kept),
		leafId: Int16Array.from(kept, (paper) => leafId[paper] as number)
	};
}

/** What a step makes of each node, with pauses. */
async function eachNode<N, R>(
	nodes: readonly N[],
	step: (node: N, id: number) => R,
	pause: Pause
): Promise<R[]> {
	const results: R[] = [];
	for (const [id, node] of nodes.entries()) {
		if (id % nodesPerPause === 0) await pause();
		results.push(step(node, id));
	}
	return results;
}

const wordsIn = (text: string) => (text.includes(' ') ? text.split(' ').map(stem) : [text]);

/** The words of terms, as stems; those of a term that has synonyms one by one. Remembers them. */
function wordsOfTerms({ stemsOf }: CandidateTerms, { stems }: TokenisedPapers) {
	const known = new Map<number, readonly string[]>();
	return (term: number): readonly string[] => {
		const words = known.get(term) ?? stemsOf(term).flatMap((id) => wordsIn(stems[id] as string));
		known.set(term, words);
		return words;
	};
}

/** Chooses the terms of every node from its own papers: those that are listed and those that may name it. */
async function chooseForNodes(input: LabelInput, pause: Pause) {
	const { tokens, leafId, nodes } = input;
	const excluded = adverbStems(tokens);
	const candidates = await candidateTerms(tokens, defaultMinimum(leafId.length), excluded, pause);
	const statistics = await termStatistics(candidates, tokens, pause);
	const counts = await countTerms(candidates, tokens.offsets, leafId, nodes, pause);
	const leaves = counts.filter((_, id) => nodes[id]?.children.length === 0);
	const qualities = termQuality(candidates, statistics, leaves);
	const fitness = nameFitness(candidates, tokens, statistics, qualities);
	await pause();
	let words = 0;
	for (let stem = 0; stem < candidates.stems; stem++) words += statistics.frequency[stem] as number;
	const themes = nodes.filter(({ inDefault }) => inDefault).length;
	const corpus = { ...statistics, quality: qualities.listed, wordsPerTheme: words / Math.max(1, themes) };
	const wordsOf = wordsOfTerms(candidates, tokens);
	const alike: Alike = (a, b) => areAlike(wordsOf(a), wordsOf(b));
	const choose = (count: TermCounts) =>
		chooseTerms(weighTerms(count, corpus), wordsOf, alike, input.termsPerTheme);
	const chosen = await eachNode(counts, choose, pause);
	const naming = await eachNode(
		counts,
		(count, id) => {
			const apt = nameCandidates(count, statistics, fitness);
			const listed = chosen[id] as readonly WeightedTerm[];
			return apt.length > 0 ? apt : listed.map(({ term }) => term);
		},
		pause
	);
	const isPart = (inner: number, outer: number) => isWithin(wordsOf(inner), wordsOf(outer));
	return { candidates, statistics, chosen, naming, fitness, relations: { alike, isPart } };
}

/** What a name says on screen: `Agents, software`, `Mixed: agents, software`. */
function labelOf({ isMixed, names: [best] }: NodeNames): string {
	if (!best) return `${mixedLabel}${noWords}`;
	const text = best.terms.map(({ text: own }) => own).join(', ');
	return isMixed ? `${mixedLabel}${text}` : capitalised(text);
}

/** Labels of all nodes, no two alike. */
function labelsOf(names: readonly NodeNames[]): string[] {
	const taken = new Set<string>();
	return names.map((own, id) => {
		const label = labelOf(own);
		const distinct = taken.has(label.toLowerCase()) ? `${label} (${id})` : label;
		taken.add(distinct.toLowerCase());
		return distinct;
	});
}

type Chosen = Awaited<ReturnType<typeof chooseForNodes>>;

/** Names every node with terms in the forms that people read. */
function namesOf(
	{ tokens, nodes, leafId, leftovers }: LabelInput,
	{ candidates, naming, fitness, relations }: Chosen,
	forms: ReadonlyMap<number, SurfaceForm>
): NodeNames[] {
	const known = new Map<number, NameTerm>();
	const nameTerm = (term: number): NameTerm => {
		const form = forms.get(term) as SurfaceForm;
		const fit = Math.max(leastFitness, fitness[term] as number);
		const isKeyword = timesKeyword(term, candidates, tokens) > 0;
		const words = foldedWords(form.text).length;
		const made = known.get(term) ?? { ...form, term, words, fitness: fit, isKeyword };
		known.set(term, made);
		return made;
	};
	const terms = naming.map((own) => own.map(nameTerm));
	const names = nameNodes(nodes, leafId, terms, relations);
	return names.map((own, id) => (leftovers.has(id) ? { ...own, isMixed: true } : own));
}

const topOf = <T>(terms: readonly T[]) => terms.slice(0, topTerms);

/** Coherence of the top terms of every node. */
async function coherences(
	{ tokens }: LabelInput,
	{ candidates, statistics, chosen }: Chosen,
	pause: Pause
): Promise<number[]> {
	const top = chosen.map((terms) => topOf(terms).map(({ term }) => term));
	const postings = await termPostings(candidates, tokens.offsets, new Set(top.flat()), pause);
	const of = (terms: readonly number[]) =>
		coherence(
			terms.map((term) => postings.get(term) ?? []),
			statistics.papers
		);
	return eachNode(top, of, pause);
}

/**
 * Labels every node of the tree from its own papers: terms by class-based TF-IDF over words and phrases, and names
 * that cover it. No two labels are alike.
 * @throws the signal's reason when cancelled
 */
export async function labelNodes(all: LabelInput, hooks: Hooks = {}): Promise<LabelledNodes> {
	let done = 0;
	const pause = () => checkpoint(hooks, { stage: 'label', done, total: all.nodes.length });
	await pause();
	const input = someOf(all);
	const choice = await chooseForNodes(input, pause);
	const { candidates, chosen, naming } = choice;
	done = Math.floor(all.nodes.length / 2);
	const used = new Set([...chosen.flatMap((terms) => terms.map(({ term }) => term)), ...naming.flat()]);
	const forms = await surfaceForms(candidates, input.tokens, used, pause);
	const names = namesOf(input, choice, forms);
	const texts = labelsOf(names);
	await pause();
	const coherent = await coherences(input, choice, pause);
	const labels = chosen.map((terms, id): NodeLabel => {
		const { isMixed, names: found } = names[id] as NodeNames;
		const kept = found.slice(0, mostNames);
		return {
			label: texts[id] as string,
			isMixed,
			names: kept.map((name) => name.terms.map(({ text }) => text)),
			terms: terms.map(({ term, weight }) => ({ term: forms.get(term)?.text ?? '', weight })),
			coherence: coherent[id] as number
		};
	});
	done = all.nodes.length;
	await pause();
	const published = labels.filter((_, id) => input.nodes[id]?.inDefault);
	return { labels, diversity: diversity(published.map(({ terms }) => topOf(terms).map(({ term }) => term))) };
}
