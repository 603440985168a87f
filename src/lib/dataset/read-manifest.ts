import * as v from 'valibot';

import { parseIsoDate, periodStart } from '../base/date.ts';
import { requireReadable, tablesAfter } from './compatible.ts';
import type { Manifest } from './manifest.ts';
import { manifestSchema } from './manifest-schema.ts';
import { storedSums, type Overview } from './overview.ts';
import { tableNames, type TableName } from './schema.ts';
import type { ThemeNode } from './theme-tree.ts';

/** A manifest, or a model, that says what cannot be; the message is a sentence without its end. */
export class ManifestError extends Error {
	override readonly name = 'ManifestError';
}

/** Bytes of a manifest: some hundred times what the largest corpora need. */
const mostBytes = 64_000_000;

function require(holds: boolean, words: string): asserts holds {
	if (!holds) throw new ManifestError(words);
}

const sumOf = (rows: readonly { papers: number }[]) => rows.reduce((sum, { papers }) => sum + papers, 0);

/**
 * A value that a schema describes, as it describes it.
 * @param what what the value is part of, as a sentence begins
 * @throws ManifestError naming the first thing that does not fit
 */
export function fitting<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
	const { success, output, issues } = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
	if (success) return output;
	const [issue] = issues;
	throw new ManifestError(`${v.getDotPath(issue)?.slice(0, 200) ?? what} ${issue.message}`);
}

/** Makes sure that nodes are a tree: leaves first, each node below a later one, two below each other. */
export function requireTree(nodes: readonly Pick<ThemeNode, 'themeId' | 'parentId'>[], leaves: number): void {
	const below = new Int32Array(nodes.length);
	require(nodes.length === 2 * leaves - 1, `the theme tree has ${nodes.length} nodes for ${leaves} leaves`);
	nodes.forEach(({ themeId, parentId }, place) => {
		require(themeId === place, `the theme tree has node ${themeId} in the place of ${place}`);
		const isRoot = place === nodes.length - 1;
		const isBelow = parentId !== null && parentId > place && parentId >= leaves && parentId < nodes.length;
		require(isRoot
			? parentId === null
			: isBelow, `node ${themeId} of the theme tree is in no place of a tree`);
		if (parentId !== null) below[parentId] = (below[parentId] as number) + 1;
	});
	require(below
		.subarray(leaves)
		.every((children) => children === 2), 'the theme tree has nodes that join other than two');
}

/** Makes sure that every leaf belongs to one theme: that it is one, or one of the nodes above it. */
export function requireCut(
	nodes: readonly Pick<ThemeNode, 'themeId' | 'parentId'>[],
	themeIds: readonly number[]
): void {
	const themes = new Set(themeIds);
	require(themes.size === themeIds.length &&
		themeIds.every((id) => id < nodes.length), 'its themes are no nodes of the tree, or the same ones');
	const above = new Int32Array(nodes.length);
	for (const { themeId, parentId } of [...nodes].reverse()) {
		above[themeId] = (parentId === null ? 0 : (above[parentId] as number)) + (themes.has(themeId) ? 1 : 0);
	}
	const isOnce = nodes.slice(0, (nodes.length + 1) / 2).every(({ themeId }) => above[themeId] === 1);
	require(isOnce, 'not every leaf of the theme tree belongs to one theme');
}

function requireThemes({ counts, themes, tree }: Manifest): void {
	require(counts.themes ===
		themes.length, `counts.themes is ${counts.themes}, and ${themes.length} are listed`);
	requireTree(tree, counts.leaves);
	requireCut(
		tree,
		themes.map(({ themeId }) => themeId)
	);
	const below = new Float64Array(tree.length);
	for (const { themeId, parentId, papers } of tree) {
		require(themeId < counts.leaves ||
			below[themeId] ===
				papers, `node ${themeId} of the theme tree has ${papers} papers, those below it ${below[themeId]}`);
		if (parentId !== null) below[parentId] = (below[parentId] as number) + papers;
	}
	require(tree.at(-1)?.papers ===
		counts.papers, `counts.papers is ${counts.papers}, and the themes have others`);
	const odd = themes.find(({ themeId, papers }) => tree[themeId]?.papers !== papers);
	require(odd === undefined, `theme ${odd?.themeId} has other papers in the theme tree`);
}

function requireCounts({ counts, inputs, span, years, tables, schemaVersion }: Manifest): void {
	const unbalanced = inputs.find(
		({ records, papers, duplicates, rejected }) => records !== papers + duplicates + rejected
	);
	require(unbalanced === undefined, 'the account of its inputs does not add up');
	const known = ['dated', 'withTeamSize', 'withAbstract', 'sampled'] as const;
	const over = known.find((name) => (counts[name] ?? 0) > counts.papers);
	require(over === undefined, `counts.${over} is above the number of papers`);
	const duplicates = inputs.reduce((sum, input) => sum + input.duplicates, 0);
	require(counts.duplicates === duplicates, 'counts.duplicates is not the sum over its inputs');
	require((years === null) === (counts.dated === 0), 'its years do not fit its dated papers');
	require(years === null || years.first <= years.last, 'its years end before they begin');
	require(span === null || (span.first <= span.last && years !== null), 'its span ends before it begins');
	const later: readonly TableName[] = tablesAfter(schemaVersion);
	const rows = new Map(tables.map((table) => [table.name, table.rows]));
	const isListed = tableNames.every((name) => rows.has(name) || later.includes(name));
	require(isListed &&
		rows.size === tables.length, 'its tables are not those of its version, or are listed twice');
	const ofPapers = ['papers', 'paper_texts'] as const;
	const short = ofPapers.find((name) => rows.get(name) !== counts.papers);
	require(short ===
		undefined, `counts.papers is ${counts.papers}, and ${short} has ${rows.get(short!)} rows`);
	require(rows.get('rejections') ===
		counts.rejected, `counts.rejected is ${counts.rejected}, and ${rows.get('rejections')} are listed`);
}

function isOnAxis(period: string | null, { unit }: Overview, { years }: Manifest): boolean {
	const day = period === null ? null : parseIsoDate(period);
	if (period === null || day === null || years === null) return false;
	const year = Number(period.slice(0, 4));
	return periodStart(day, unit) === day && year >= years.first && year <= years.last;
}

function requireOverview(manifest: Manifest): void {
	const { counts, overview, themes } = manifest;
	const known = new Set(themes.map(({ themeId }) => themeId));
	require(overview.papers === counts.papers, 'its overview is of other papers');
	for (const name of Object.keys(storedSums) as (keyof typeof storedSums)[]) {
		const rows: readonly Partial<Overview['trend'][number]>[] = overview[name];
		require(sumOf(overview[name]) === counts.papers, `overview.${name} does not add up to its papers`);
		for (const { themeId, period = null, placement } of rows) {
			require(themeId === undefined || known.has(themeId), `overview.${name} has a theme that is none`);
			const isPlaced = placement === 'dated' ? isOnAxis(period, overview, manifest) : period === null;
			require(isPlaced, `overview.${name} has a period that is on no axis (${period})`);
		}
	}
}

function requireFiles({ files }: Manifest): void {
	const names = new Set(files.map(({ file }) => file));
	require(names.size === files.length, 'it lists a file twice');
	require(names.has('dataset.duckdb'), 'it lists no dataset.duckdb');
}

/**
 * The manifest that a text holds, which may come from anybody: types, ranges and lengths are those of the schema, and
 * what is said twice agrees.
 * @throws ManifestError in words
 * @throws UnreadableVersion where the dataset is of a version that cannot be read
 */
export function parseManifest(content: string | Uint8Array): Manifest {
	require(content.length <= mostBytes, `it has ${content.length} bytes, more than any dataset needs`);
	const value = parseJson(typeof content === 'string' ? content : new TextDecoder().decode(content));
	const { schemaVersion } = fitting(versionSchema, value, 'it');
	requireReadable({ schemaVersion });
	const manifest = fitting(manifestSchema, value, 'it');
	requireCounts(manifest);
	requireThemes(manifest);
	requireOverview(manifest);
	requireFiles(manifest);
	return manifest;
}

const versionSchema = v.object(
	{ schemaVersion: v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}$/, 'must be a version such as 1.5')) },
	'is no manifest'
);

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ManifestError('it is damaged');
	}
}
