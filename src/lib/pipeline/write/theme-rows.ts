import type { ThemeNode } from '../../dataset/theme-tree.ts';
import type { ThemeSummary } from '../../dataset/manifest.ts';
import type { TableWriter } from './table-writer.ts';
import type { ThemeModel } from '../model.ts';
import { themeNeighbours } from '../cluster/neighbours.ts';
import { countedNames, type NameCounts } from './name-counts.ts';
import type { NodeStatistics } from './node-statistics.ts';
import type { Representatives } from './representatives.ts';

const summaryTerms = 8;

async function writeTerms({ nodes }: ThemeModel, writer: TableWriter): Promise<void> {
	for (const { themeId, terms } of nodes) {
		await writer.addAll(
			'theme_terms',
			terms.map(({ term, weight }, index) => ({ theme_id: themeId, rank: index + 1, term, weight }))
		);
	}
}

async function writeRepresentatives(
	model: ThemeModel,
	representatives: Representatives,
	writer: TableWriter
) {
	for (const { themeId } of model.nodes) {
		await writer.addAll(
			'theme_representatives',
			representatives
				.of(themeId)
				.map((paperId, index) => ({ theme_id: themeId, rank: index + 1, paper_id: paperId }))
		);
	}
}

async function writeNodes(
	{ nodes }: ThemeModel,
	statistics: readonly NodeStatistics[],
	writer: TableWriter
): Promise<void> {
	for (const node of nodes) {
		const { papers, cohesion, similarityP05 } = statistics[node.themeId] as NodeStatistics;
		await writer.add('themes', {
			theme_id: node.themeId,
			parent_id: node.parentId,
			is_leaf: node.children.length === 0,
			in_default: node.inDefault,
			height: node.height,
			label: node.label,
			size: papers,
			cohesion,
			coherence: node.coherence,
			stability: node.stability,
			similarity_p05: similarityP05
		});
	}
}

async function writeNeighbours(model: ThemeModel, writer: TableWriter): Promise<void> {
	await writer.addAll(
		'theme_neighbours',
		themeNeighbours(model).map(({ themeId, rank, neighbourId, similarity }) => ({
			theme_id: themeId,
			rank,
			neighbour_id: neighbourId,
			similarity
		}))
	);
}

async function writeCurve({ curve }: ThemeModel, writer: TableWriter): Promise<void> {
	await writer.addAll(
		'k_curve',
		curve.map(({ k, silhouette, calinskiHarabasz, stability, chosen }) => ({
			k,
			silhouette,
			calinski_harabasz: calinskiHarabasz,
			stability,
			chosen
		}))
	);
}

/** Writes everything that is known of the themes; `statistics` by node id. */
export async function writeThemes(
	model: ThemeModel,
	statistics: readonly NodeStatistics[],
	representatives: Representatives,
	writer: TableWriter
): Promise<void> {
	await writeNodes(model, statistics, writer);
	await writeTerms(model, writer);
	await writeRepresentatives(model, representatives, writer);
	await writeNeighbours(model, writer);
	await writeCurve(model, writer);
}

/** The published themes for the manifest, largest first. */
export function themeSummaries(
	{ nodes, defaultThemes }: ThemeModel,
	statistics: readonly NodeStatistics[]
): ThemeSummary[] {
	return defaultThemes
		.map((themeId) => ({
			themeId,
			label: nodes[themeId]?.label ?? '',
			papers: statistics[themeId]?.papers ?? 0,
			terms: (nodes[themeId]?.terms ?? []).slice(0, summaryTerms).map(({ term }) => term)
		}))
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
}

/** A place on the map, as exactly as anybody can see. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** The theme tree for the manifest, in the order of the ids. */
export function themeTree(
	model: ThemeModel,
	statistics: readonly NodeStatistics[],
	counts: NameCounts
): ThemeNode[] {
	const names = countedNames(model, counts);
	return model.nodes.map(({ themeId, parentId, label }) => {
		const { papers, centre } = statistics[themeId]!;
		return {
			themeId,
			parentId,
			label,
			papers,
			...(centre ? { centre: [rounded(centre[0]), rounded(centre[1])] as const } : {}),
			names: names[themeId] ?? []
		};
	});
}
