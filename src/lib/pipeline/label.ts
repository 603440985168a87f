import { chooseTerms } from './choose-terms.ts';
import { weighTerms, type Corpus, type WeightedTerm } from './class-weights.ts';
import { coherence, diversity } from './coherence.ts';
import { candidateTerms, type CandidateTerms } from './label-terms.ts';
import type { TreeNode } from './model.ts';
import { surfaceForms } from './surfaces.ts';
import { countTerms } from './term-counts.ts';
import type { TokenisedPapers } from './tokens.ts';

export interface LabelInput {
	readonly tokens: TokenisedPapers;
	/** Leaf of each paper of the sample. */
	readonly leafId: Int16Array;
	readonly nodes: readonly TreeNode[];
	readonly termsPerTheme: number;
	/** Pairs of words stand in at least this many papers. */
	readonly minDf: number;
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

const topTerms = 10;
const untitled = 'Mixed papers';

function corpusOf(candidates: CandidateTerms, tokens: TokenisedPapers, themes: number): Corpus {
	let words = 0;
	for (let stem = 0; stem < tokens.stems.length; stem++) words += candidates.frequency[stem] as number;
	return {
		papers: tokens.offsets.length - 1,
		wordsPerTheme: words / Math.max(1, themes),
		frequency: candidates.frequency,
		documentFrequency: candidates.documentFrequency
	};
}

/** The papers that hold each of the given terms, ascending. */
function postingsOf(
	candidates: CandidateTerms,
	papers: number,
	terms: ReadonlySet<number>
): Map<number, number[]> {
	const postings = new Map<number, number[]>([...terms].map((term) => [term, []]));
	for (let paper = 0; paper < papers; paper++) {
		candidates.visit(paper, (term) => {
			const list = postings.get(term);
			if (list && list.at(-1) !== paper) list.push(paper);
		});
	}
	return postings;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One pair of words says enough; a single word gets a second term beside it. */
function shortLabel(terms: readonly string[], taken: ReadonlySet<string>): string {
	const [first = untitled] = terms;
	const least = first.includes(' ') ? 1 : 2;
	for (let length = least; length < Math.max(least, terms.length); length++) {
		const label = capitalised(terms.slice(0, length).join(', '));
		if (!taken.has(label)) return label;
	}
	return capitalised(terms.slice(0, least).join(', ') || untitled);
}

/** Published themes choose first, largest first, so that the plainest label goes to the theme that people see. */
function labelOrder(nodes: readonly TreeNode[], sizes: readonly number[]): number[] {
	return nodes
		.map(({ themeId }) => themeId)
		.sort((a, b) => {
			const published = Number(nodes[b]?.inDefault) - Number(nodes[a]?.inDefault);
			return published || (sizes[b] as number) - (sizes[a] as number) || a - b;
		});
}

function nameNodes(
	nodes: readonly TreeNode[],
	sizes: readonly number[],
	terms: readonly (readonly string[])[]
): string[] {
	const taken = new Set<string>();
	const labels: string[] = nodes.map(() => untitled);
	for (const id of labelOrder(nodes, sizes)) {
		const label = shortLabel(terms[id] ?? [], taken);
		labels[id] = taken.has(label) && nodes[id]?.inDefault ? `${label} (${id})` : label;
		if (nodes[id]?.inDefault) taken.add(label);
	}
	return labels;
}

/**
 * Labels every node of the tree from its own papers by class-based TF-IDF over words and pairs of words. The
 * labels of published themes are distinct.
 */
export function labelNodes({ tokens, leafId, nodes, termsPerTheme, minDf }: LabelInput): LabelledNodes {
	const candidates = candidateTerms(tokens, minDf);
	const stems = tokens.stems.length;
	const stemsOf = (term: number): readonly number[] =>
		term < stems ? [term] : (candidates.pairs[term - stems] ?? []);
	const corpus = corpusOf(candidates, tokens, nodes.filter(({ inDefault }) => inDefault).length);
	const counts = countTerms(candidates, stems, leafId, nodes);
	const chosen: WeightedTerm[][] = counts.map((count) =>
		chooseTerms(weighTerms(count, corpus), stemsOf, termsPerTheme)
	);
	const used = new Set(chosen.flatMap((terms) => terms.map(({ term }) => term)));
	const pairs = [...used]
		.filter((term) => term >= stems)
		.map((term) => candidates.pairs[term - stems] as [number, number]);
	const forms = surfaceForms(tokens, pairs);
	const readable = (term: number) => {
		const [first, second] = stemsOf(term);
		return second === undefined ? forms.stem(first ?? 0) : forms.pair(first ?? 0, second);
	};
	const readableTerms = chosen.map((terms) =>
		terms.map(({ term, weight }) => ({ term: readable(term), weight }))
	);
	const names = nameNodes(
		nodes,
		counts.map(({ papers }) => papers),
		readableTerms.map((terms) => terms.map(({ term }) => term))
	);
	const postings = postingsOf(
		candidates,
		corpus.papers,
		new Set(chosen.flatMap((terms) => terms.slice(0, topTerms).map(({ term }) => term)))
	);
	const labels = nodes.map((_, id): NodeLabel => ({
		label: names[id] as string,
		terms: readableTerms[id] ?? [],
		coherence: coherence(
			(chosen[id] ?? []).slice(0, topTerms).map(({ term }) => postings.get(term) ?? []),
			corpus.papers
		)
	}));
	const published = nodes
		.filter(({ inDefault }) => inDefault)
		.map(({ themeId }) => labels[themeId]?.terms ?? []);
	return {
		labels,
		diversity: diversity(published.map((terms) => terms.slice(0, topTerms).map(({ term }) => term)))
	};
}
