import { areAlike } from './alike.ts';
import { chooseTerms, type Alike } from './choose-terms.ts';
import { weighTerms, type WeightedTerm } from './class-weights.ts';
import { coherence, diversity } from './coherence.ts';
import { candidateTerms } from './label-terms.ts';
import type { TreeNode } from '../model.ts';
import { nameNodes } from './node-names.ts';
import { surfaceForms } from '../text/surfaces.ts';
import { countTerms } from '../space/term-counts.ts';
import { termPostings } from './term-postings.ts';
import { termQuality } from './term-quality.ts';
import { termStatistics } from './term-statistics.ts';
import { takePapers, thinned } from '../text/thin.ts';
import type { TokenisedPapers } from '../text/tokens.ts';
import { defaultMinimum } from '../text/vocabulary.ts';
import { adverbStems } from '../text/word-classes.ts';

export interface LabelInput {
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

/** Papers that labels are made from, at most: more make no other labels. */
const mostPapers = 20_000;

/** Chooses the terms of every node from its own papers. */
function chooseForNodes(input: LabelInput) {
	const { tokens, leafId, nodes } = input;
	const candidates = candidateTerms(tokens, defaultMinimum(leafId.length), adverbStems(tokens));
	const statistics = termStatistics(candidates, tokens);
	const counts = countTerms(candidates, tokens.offsets, leafId, nodes);
	const leaves = counts.filter((_, id) => nodes[id]?.children.length === 0);
	const quality = termQuality(candidates, statistics, leaves);
	let words = 0;
	for (let stem = 0; stem < candidates.stems; stem++) words += statistics.frequency[stem] as number;
	const themes = nodes.filter(({ inDefault }) => inDefault).length;
	const corpus = { ...statistics, quality, wordsPerTheme: words / Math.max(1, themes) };
	const stemsOf = (term: number) => candidates.stemsOf(term);
	const textOf = (term: number) => stemsOf(term).map((stem) => tokens.stems[stem] as string);
	const alike: Alike = (a, b) => areAlike(textOf(a), textOf(b));
	const chosen = counts.map((count) =>
		chooseTerms(weighTerms(count, corpus), stemsOf, alike, input.termsPerTheme)
	);
	return { candidates, statistics, chosen, alike };
}

/**
 * Labels every node of the tree from its own papers by class-based TF-IDF over words and phrases. No two labels
 * are alike.
 */
export function labelNodes(all: LabelInput): LabelledNodes {
	const kept = thinned(all.leafId.length, mostPapers);
	const input = {
		...all,
		tokens: takePapers(all.tokens, kept),
		leafId: Int16Array.from(kept, (paper) => all.leafId[paper] as number)
	};
	const { candidates, statistics, chosen, alike } = chooseForNodes(input);
	const used = new Set(chosen.flatMap((terms) => terms.map(({ term }) => term)));
	const forms = surfaceForms(candidates, input.tokens, used);
	const readable = chosen.map((terms) =>
		terms.map(({ term, weight }) => ({ term: forms.get(term) ?? '', weight }))
	);
	const isPhrase = (term: number) => candidates.stemsOf(term).length > 1;
	const names = nameNodes(input.nodes, chosen, {
		readable: (term) => forms.get(term) ?? '',
		isPhrase,
		alike
	});
	const top = (terms: readonly WeightedTerm[]) => terms.slice(0, topTerms).map(({ term }) => term);
	const postings = termPostings(candidates, input.tokens.offsets, new Set(chosen.flatMap(top)));
	const labels = input.nodes.map((_, id): NodeLabel => ({
		label: names[id] as string,
		terms: readable[id] ?? [],
		coherence: coherence(
			top(chosen[id] ?? []).map((term) => postings.get(term) ?? []),
			statistics.papers
		)
	}));
	const published = input.nodes.filter(({ inDefault }) => inDefault);
	return {
		labels,
		diversity: diversity(
			published.map(({ themeId }) => (readable[themeId] ?? []).slice(0, topTerms).map(({ term }) => term))
		)
	};
}
