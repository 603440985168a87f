import { poolOf, type Hooks } from '../../source/hooks.ts';
import type { DatasetFile, Manifest, Parameter, TableSummary } from '../../dataset/manifest.ts';
import { schemaVersion } from '../../dataset/schema.ts';
import type { DatasetSink } from '../../dataset/sink.ts';
import type { CorpusAccount } from '../../dataset/account.ts';
import type { Rejection } from '../../dataset/paper.ts';
import type { PaperSource } from '../../source/source.ts';
import { generator } from '../../dataset/version.ts';
import { formatNumber } from '../../format/format.ts';
import type { Drift } from '../cluster/drift.ts';
import { fingerprintOf, parametersOf } from './fingerprint.ts';
import { writeIndex } from './index-rows.ts';
import type { ThemeModel } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { defaultUnit, overviewOf } from './overview.ts';
import { alikeKinds } from './alike.ts';
import type { PaperCounts } from './paper-counts.ts';
import { PaperPass } from './paper-pass.ts';
import { Parts } from './parts.ts';
import { TableWriter } from './table-writer.ts';
import { themeSummaries, themeTree, writeThemes } from './theme-rows.ts';
import { themeOfLeaves } from '../cluster/tree.ts';

export interface BuildOptions {
	pipeline: PipelineOptions;
	/** Reading options that change the result, for the manifest. */
	corpus?: Readonly<Record<string, Parameter>> | undefined;
	/** Name of the corpus, where the one it states is not wanted; at most 300 characters of it. */
	title?: string | undefined;
	/** Cells that the cube may have, and raw bytes of a file part. */
	cubeCells?: number | undefined;
	partBytes?: number | undefined;
}

/** What a dataset under an existing model leaves open. */
export type AssignOptions = Omit<BuildOptions, 'pipeline'>;

export interface BuiltDataset {
	manifest: Manifest;
	model: ThemeModel;
	/** How well the papers fit the model, without those that a dataset held before. */
	drift: Drift;
}

/** A corpus without a single usable paper. */
export class EmptyCorpusError extends Error {
	override readonly name = 'EmptyCorpusError';
	readonly account: CorpusAccount;

	constructor(account: CorpusAccount) {
		const sum = (name: 'records' | 'rejected') =>
			account.inputs.reduce((total, input) => total + input[name], 0);
		super(`No usable paper: ${sum('records')} records read, ${sum('rejected')} rejected.`);
		this.account = account;
	}
}

/** Rejections in the order of their table. */
type Rejections = Iterable<Rejection> | AsyncIterable<Rejection>;

/** Writes the cube and the rejections; answers the number of these. */
async function writeCounts(
	counts: PaperCounts,
	rejections: Rejections,
	writer: TableWriter
): Promise<number> {
	for (const { leafId, period, precision, teamSize, papers } of counts.cube.cells()) {
		await writer.add('cube', {
			leaf_id: leafId,
			period,
			date_precision: precision,
			team_size: teamSize,
			papers
		});
	}
	let rejected = 0;
	for await (const { file, record, reason, excerpt } of rejections) {
		await writer.add('rejections', { file, record, reason, excerpt });
		rejected++;
	}
	return rejected;
}

/** In the order of their table. */
const sorted = (rejections: readonly Rejection[]) =>
	[...rejections].sort((a, b) => (a.file === b.file ? a.record - b.record : a.file < b.file ? -1 : 1));

function countsOf(
	{ account, counts: { totals }, model, sampled }: Written,
	rejected: number
): Manifest['counts'] {
	return {
		papers: totals.papers,
		sampled,
		themes: model.defaultThemes.length,
		leaves: model.leafCentroids.rows,
		dated: totals.dated,
		withTeamSize: totals.withTeamSize,
		withAbstract: totals.withAbstract,
		rejected,
		duplicates: account.inputs.reduce((sum, input) => sum + input.duplicates, 0)
	};
}

function qualityOf(counts: PaperCounts, model: ThemeModel): Manifest['quality'] {
	const coherences = model.defaultThemes.map((id) => model.nodes[id]?.coherence ?? 0);
	return {
		coherence:
			coherences.length === 0 ? null : coherences.reduce((sum, value) => sum + value, 0) / coherences.length,
		diversity: model.diversity,
		silhouette: model.silhouette,
		inertia: counts.leaves.inertia(counts.totals.withVector)
	};
}

/** What is known when every paper has been written. */
interface Written {
	/** Without its rejections, which come by themselves. */
	account: CorpusAccount;
	rejections: Rejections;
	options: BuildOptions;
	model: ThemeModel;
	counts: PaperCounts;
	files: DatasetFile[];
	/** Papers that the themes were fitted on, where they were fitted on this corpus. */
	sampled: number | null;
}

/** Characters of a corpus's name; a longer one is cut. */
const longestTitle = 300;

function shortTitle(title: string | null): string | null {
	if (title === null || title.length <= longestTitle) return title;
	return `${Array.from(title.slice(0, longestTitle)).slice(0, -1).join('')}…`;
}

function sampleNotice(sampled: number | null, papers: number): string[] {
	if (sampled === null || sampled >= papers) return [];
	return [`Themes were fitted on a sample of ${formatNumber(sampled)} of ${formatNumber(papers)} papers.`];
}

function manifestOf(
	written: Written,
	{ tables, rejected }: { tables: TableSummary[]; rejected: number }
): Manifest {
	const { account, options, model, counts, files, sampled } = written;
	const { seed } = options.pipeline;
	const parameters = parametersOf(options.pipeline, options.corpus ?? {});
	const cells = counts.cube.cells();
	return {
		schemaVersion,
		generator,
		title: shortTitle(options.title ?? account.title),
		listed: account.listed,
		fingerprint: fingerprintOf(account.inputs, parameters, seed),
		inputs: account.inputs,
		parameters,
		seed,
		counts: countsOf(written, rejected),
		named: counts.named,
		alike: alikeKinds(counts.alike),
		span: counts.span(),
		years: counts.years(),
		granularity: counts.cube.unit,
		quality: qualityOf(counts, model),
		notices: [...model.notices, ...sampleNotice(sampled, counts.totals.papers)],
		asGood: model.asGood,
		themes: themeSummaries(model, counts.leaves.nodes()),
		tree: themeTree(model, counts.leaves.nodes(), counts.names),
		overview: overviewOf(
			cells,
			themeOfLeaves(model.nodes),
			defaultUnit(cells, counts.cube.unit, counts.span())
		),
		tables,
		files
	};
}

/**
 * Writes what is counted of all papers and makes the manifest, once papers and search index are written.
 * @throws EmptyCorpusError without a usable paper
 */
export async function finishDataset(written: Written, writer: TableWriter): Promise<Manifest> {
	const { model, counts, account, rejections } = written;
	if (counts.totals.papers === 0) throw new EmptyCorpusError(account);
	await writeThemes(model, counts.leaves.nodes(), counts.representatives, writer);
	const rejected = await writeCounts(counts, rejections, writer);
	return manifestOf(written, { tables: await writer.finish(), rejected });
}

/** What is known of the corpus before its papers are assigned. */
interface Known {
	papers: number | null;
	sampled: number | null;
	/** Papers at the start that a dataset held before. */
	earlier: number;
}

/**
 * The pass that makes a dataset of a corpus and a model: every paper is assigned, written and counted.
 * @throws EmptyCorpusError without a usable paper; the signal's reason when cancelled; what the source or sink throws
 */
export async function publish(
	source: PaperSource,
	model: ThemeModel,
	known: Known,
	options: BuildOptions,
	sink: DatasetSink,
	hooks: Hooks
): Promise<BuiltDataset> {
	const { cubeCells, partBytes } = options;
	const writer = new TableWriter(sink);
	const pass = new PaperPass(model, writer, { cubeCells, partBytes, earlier: known.earlier }, sink.scratch);
	await pass.run(source, known.papers, poolOf(hooks), hooks);
	const account = source.account();
	if (pass.papers === 0) throw new EmptyCorpusError(account);
	const parts = new Parts('search', partBytes);
	await writeIndex(pass.index, writer, parts, hooks);
	const files = [...pass.files(), ...parts.files];
	const { sampled } = known;
	const { counts } = pass;
	const rejections = sorted(account.rejections);
	const manifest = await finishDataset(
		{ account, rejections, options, model, counts, files, sampled },
		writer
	);
	return { manifest, model, drift: pass.drift.report() };
}
