import { checkpoint, sideBySide, type Hooks } from '../source/hooks.ts';
import { formatNumber } from '../format/format.ts';

import { chooseK, type ChosenK } from './cluster/choose-k.ts';
import { fitThemes, type ThemeFit } from './cluster/cluster.ts';
import { leftoversAmong, rowCohesions } from './cluster/leftovers.ts';
import { labelNodes, type LabelledNodes } from './label/label.ts';
import { fitSpace } from './fit-space.ts';
import { layoutMap } from './map/layout.ts';
import { majorityPapers } from './text/languages.ts';
import { takeRows } from './space/matrix.ts';
import type { Matrix, PaperText, ThemeModel, ThemeNode } from './model.ts';
import type { PipelineOptions } from './options.ts';
import { createRandom } from './random.ts';
import type { SparseMatrix } from './space/sparse.ts';
import { modelVersion } from './serialise.ts';
import { meanSilhouette, pairDistances } from './cluster/silhouette.ts';
import { leastForThemes, oneThemeNotice } from '../dataset/theme-numbers.ts';
import { embedPapers } from './space/embed.ts';
import { themeStability } from './cluster/stability.ts';
import { similarityThresholds } from './cluster/thresholds.ts';
import { takePapers, type TokenisedPapers } from './text/tokens.ts';
import { tokenisePapers } from './terms/tokenise.ts';
import { themeOfLeaves } from './cluster/tree.ts';
import { buildVocabulary, type BuiltVocabulary } from './text/vocabulary.ts';
import { weighPapers } from './space/weighting.ts';

/** Papers from which on leftovers are told from chance. */
const enoughToTell = 1000;
/** Points whose silhouettes are taken. */
const compared = 1500;

async function numberOfThemes(vectors: Matrix, options: PipelineOptions, hooks: Hooks): Promise<ChosenK> {
	if (options.themes !== 'auto')
		return { k: Math.min(options.themes, vectors.rows), asGood: null, curve: [] };
	if (vectors.rows < leastForThemes) return { k: 1, asGood: null, curve: [] };
	return chooseK(vectors, options.seed, hooks);
}

/** Place of each leaf's theme among the published ones. */
const themesOfLeaves = ({ nodes, themeIds }: ThemeFit): number[] =>
	themeOfLeaves(nodes).map((id) => themeIds.indexOf(id));

/** Mean silhouette of the published themes on a sample of the papers; `null` for a single theme. */
function silhouetteOf(vectors: Matrix, themes: ThemeFit, seed: number): number | null {
	const { leafId, themeIds } = themes;
	if (themeIds.length < 2) return null;
	const themeOfLeaf = themesOfLeaves(themes);
	const some = createRandom(seed, 4).sample(vectors.rows, compared);
	const labels = Array.from(some, (paper) => themeOfLeaf[leafId[paper] as number] as number);
	return meanSilhouette(pairDistances(takeRows(vectors, some)), labels, themeIds.length);
}

function namedNodes(
	{ nodes, themeIds }: ThemeFit,
	{ labels }: LabelledNodes,
	stabilities: readonly (number | null)[]
): ThemeNode[] {
	return nodes.map((node) => ({
		...node,
		label: labels[node.themeId]?.label ?? '',
		names: labels[node.themeId]?.names ?? [],
		terms: labels[node.themeId]?.terms ?? [],
		coherence: labels[node.themeId]?.coherence ?? 0,
		stability: stabilities[themeIds.indexOf(node.themeId)] ?? null
	}));
}

/** Published themes that are leftovers, where there are papers enough to tell. */
function leftoversOf(weighted: SparseMatrix, themes: ThemeFit): ReadonlySet<number> {
	if (weighted.rows < enoughToTell) return new Set();
	const themeOfLeaf = themesOfLeaves(themes);
	const groups = Array.from(themes.leafId, (leaf) => themeOfLeaf[leaf] as number);
	const found = leftoversAmong(rowCohesions(weighted, groups, themes.themeIds.length));
	return new Set(found.map((theme) => themes.themeIds[theme] as number));
}

/** Says which published themes are mixed. */
function mixedNotice({ themeIds }: ThemeFit, { labels }: LabelledNodes): string[] {
	const names = themeIds.flatMap((id) => (labels[id]?.isMixed ? [`“${labels[id].label}”`] : []));
	return names.length === 0 ? [] : [`Papers of mixed themes have few words in common: ${names.join(', ')}.`];
}

interface Fitted {
	/** Papers of the sample. */
	papers: number;
	built: BuiltVocabulary;
	/** Those papers that the themes were fitted to. */
	weighted: SparseMatrix;
	themes: ThemeFit;
	labelled: LabelledNodes;
	options: PipelineOptions;
}

function noticesOf({ papers, built, weighted, themes, labelled, options }: Fitted): string[] {
	const { vocabulary, relaxed } = built;
	const notices: string[] = [];
	if (weighted.rows < papers) {
		notices.push(
			`${formatNumber(papers - weighted.rows)} of ${formatNumber(papers)} papers are in languages that few others use; they did not shape the themes.`
		);
	}
	if (vocabulary.terms.length === 0)
		notices.push('No paper has a word beyond stop words; themes mean nothing.');
	else if (relaxed) notices.push('Too few words are shared between papers; rare and common words were kept.');
	const found = themes.themeIds.length;
	if (options.themes === 'auto' && found === 1 && weighted.rows >= leastForThemes)
		notices.push(oneThemeNotice);
	if (options.themes !== 'auto' && found < options.themes)
		notices.push(`${options.themes} themes were asked for; the papers make ${found}.`);
	return [...notices, ...mixedNotice(themes, labelled)];
}

/** The groups of some papers, and what is known of them. */
async function groupPapers(vectors: Matrix, options: PipelineOptions, hooks: Hooks) {
	const { k, asGood, curve } = await numberOfThemes(vectors, options, hooks);
	const themes = await fitThemes(vectors, k, options, hooks);
	const stabilities = options.stability ? await themeStability(vectors, themes, options, hooks) : [];
	return { themes, stabilities, asGood: themes.themeIds.length === k ? asGood : null, curve };
}

async function labelAndDraw(
	tokens: TokenisedPapers,
	weighted: SparseMatrix,
	vectors: Matrix,
	themes: ThemeFit,
	{ termsPerTheme, seed }: PipelineOptions,
	hooks: Hooks
) {
	const { leafId, nodes, leafCentroids } = themes;
	const leftovers = leftoversOf(weighted, themes);
	const label = () => labelNodes({ tokens, leafId, nodes, leftovers, termsPerTheme }, hooks);
	const draw = () => layoutMap(vectors, leafId, leafCentroids, seed, hooks);
	return sideBySide(label, draw, hooks);
}

/**
 * Fits themes to a sample of papers: words, weights, latent semantic analysis, k-means, tree, labels, map.
 * @param papers at least one
 * @throws RangeError without papers; the signal's reason when cancelled
 */
export async function fit(
	papers: readonly PaperText[],
	options: PipelineOptions,
	hooks: Hooks = {}
): Promise<ThemeModel> {
	if (papers.length === 0) throw new RangeError('themes need at least one paper');
	const all = await tokenisePapers(papers, options, hooks);
	const tokens = takePapers(all, majorityPapers(all.languages));
	const pause = () => checkpoint(hooks, { stage: 'vocabulary', done: papers.length, total: papers.length });
	await pause();
	const built = buildVocabulary(tokens, options);
	await pause();
	const weighted = await weighPapers(tokens, built.vocabulary, built.termOfStem, options, hooks);
	const space = await fitSpace(tokens, weighted, built, options, hooks);
	const vectors = await embedPapers(weighted, space, options, hooks);
	const { themes, stabilities, asGood, curve } = await groupPapers(vectors, options, hooks);
	const { leafCentroids, themeCentroids, themeIds } = themes;
	const [labelled, map] = await labelAndDraw(tokens, weighted, vectors, themes, options, hooks);
	return {
		version: modelVersion,
		options,
		vocabulary: built.vocabulary,
		space,
		leafCentroids,
		themeCentroids,
		defaultThemes: themeIds,
		similarityP05: similarityThresholds(vectors, themes),
		nodes: namedNodes(themes, labelled, stabilities),
		asGood,
		curve,
		map,
		silhouette: silhouetteOf(vectors, themes, options.seed),
		diversity: labelled.diversity,
		notices: noticesOf({ papers: papers.length, built, weighted, themes, labelled, options })
	};
}
