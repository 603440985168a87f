import { checkpoint, type Hooks } from '../../source/hooks.ts';

import { chooseTerms, type Alike, areAlike } from './choose-terms.ts';
import { weighTerms, type WeightedTerm } from './class-weights.ts';
import { coherence, diversity } from './coherence.ts';
import { candidateTerms, type CandidateTerms, termPostings } from './label-terms.ts';
import type { TreeNode } from '../model.ts';
import { nameNodes } from './node-names.ts';
import { surfaceForms } from './surfaces.ts';
import { countTerms, type TermCounts } from './term-counts.ts';
import { termQuality } from './term-quality.ts';
import { termStatistics } from './term-statistics.ts';
import { stem } from '../text/stem.ts';
import { type TokenisedPapers, takePapers, thinned } from '../text/tokens.ts';
import { defaultMinimum } from '../text/vocabulary.ts';
import { adverbStems } from '../text/word-classes.ts';

interface LabelInput {
	readonly tokens: TokenisedPapers;
	/** Leaf of each paper of the sample. */
	readonly leafId: Int16Array;
	readonly nodes: readonly TreeNode[];
	readonly termsPerTheme: number;
}

export interface NodeLabel {
	readonly label: string;
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

/** Chooses the terms of every node from its own papers. */
async function chooseForNodes(input: LabelInput, pause: Pause) {
	const { tokens, leafId, nodes } = input;
	const excluded = adverbStems(tokens);
	const candidates = await candidateTerms(tokens, defaultMinimum(leafId.length), excluded, pause);
	const statistics = await termStatistics(candidates, tokens, pause);
	const counts = await countTerms(candidates, tokens.offsets, leafId, nodes, pause);
	const leaves = counts.filter((_, id) => nodes[id]?.children.length === 0);
	const quality = termQuality(candidates, statistics, leaves);
	await pause();
	let words = 0;
	for (let stem = 0; stem < candidates.stems; stem++) words += statistics.frequency[stem] as number;
	const themes = nodes.filter(({ inDefault }) => inDefault).length;
	const corpus = { ...statistics, quality, wordsPerTheme: words / Math.max(1, themes) };
	const wordsOf = wordsOfTerms(candidates, tokens);
	const alike: Alike = (a, b) => areAlike(wordsOf(a), wordsOf(b));
	const choose = (count: TermCounts) =>
		chooseTerms(weighTerms(count, corpus), wordsOf, alike, input.termsPerTheme);
	return { candidates, statistics, chosen: await eachNode(counts, choose, pause), alike };
}

/**
 * Labels every node of the tree from its own papers by class-based TF-IDF over words and phrases. No two labels
 * are alike.
 * @throws the signal's reason when cancelled
 */
export async function labelNodes(all: LabelInput, hooks: Hooks = {}): Promise<LabelledNodes> {
	let done = 0;
	const pause = () => checkpoint(hooks, { stage: 'label', done, total: all.nodes.length });
	await pause();
	const input = someOf(all);
	const { candidates, statistics, chosen, alike } = await chooseForNodes(input, pause);
	done = Math.floor(all.nodes.length / 2);
	const used = new Set(chosen.flatMap((terms) => terms.map(({ term }) => term)));
	const forms = await surfaceForms(candidates, input.tokens, used, pause);
	const readable = (term: number) => forms.get(term) ?? '';
	const isPhrase = (term: number) => candidates.lengthOf(term) > 1;
	const names = nameNodes(input.nodes, chosen, { readable, isPhrase, alike });
	await pause();
	const top = (terms: readonly WeightedTerm[]) => terms.slice(0, topTerms).map(({ term }) => term);
	const postings = await termPostings(candidates, input.tokens.offsets, new Set(chosen.flatMap(top)), pause);
	const coherenceOf = (terms: readonly WeightedTerm[]) =>
		coherence(
			top(terms).map((term) => postings.get(term) ?? []),
			statistics.papers
		);
	const labels = await eachNode(
		chosen,
		(terms, id): NodeLabel => ({
			label: names[id] as string,
			terms: terms.map(({ term, weight }) => ({ term: readable(term), weight })),
			coherence: coherenceOf(terms)
		}),
		pause
	);
	done = all.nodes.length;
	await pause();
	const published = labels.filter((_, id) => input.nodes[id]?.inDefault);
	const topOf = ({ terms }: NodeLabel) => terms.slice(0, topTerms).map(({ term }) => term);
	return { labels, diversity: diversity(published.map(topOf)) };
}
