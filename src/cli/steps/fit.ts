import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { Accounting, type FileFacts } from '../../lib/corpus/pass/accounting.ts';
import { noMerges, withMerged } from '../../lib/corpus/pass/merges.ts';
import { mergeKeys, type CorpusAccount, type MergeCounts } from '../../lib/dataset/account.ts';
import type { PaperText, ThemeModel } from '../../lib/pipeline/model.ts';
import { fit } from '../../lib/pipeline/fit.ts';
import { samplingOf } from '../../lib/pipeline/options.ts';
import { serialiseModel } from '../../lib/pipeline/serialise.ts';
import { createAssigner } from '../../lib/pipeline/assign.ts';
import { PostingsBuilder } from '../../lib/pipeline/write/chunk-postings.ts';
import { Index } from '../../lib/pipeline/write/postings.ts';
import { EmptyCorpusError } from '../../lib/pipeline/write/publish.ts';
import { SampleDraw } from '../../lib/source/sample-draw.ts';
import { quoteText } from '../../lib/queries/sql/quote.ts';
import { BatchAppender, type StoredColumn } from '../dataset/chunks.ts';
import { startEngine, type Engine } from '../dataset/engine.ts';
import { makingError } from '../dataset/fill.ts';
import { withThreads } from '../worker/thread-pool.ts';
import { unpack, type Staging } from './staging.ts';

/** Papers that are fitted before threads have started. */
const fewPapers = 2000;
/** Papers that are turned into postings at once. */
const papersAtOnce = 500;

/** An item on its way to be assigned: how many papers it has, and which of them are kept. */
interface PlannedItem {
	item: string;
	papers: number;
	dropped: Uint8Array | null;
	orders: string;
}

interface Account {
	account: CorpusAccount;
	items: PlannedItem[];
}

async function* itemRows(engine: Engine, staging: Staging) {
	type Row = { kind: string; item: string; blob: Uint8Array };
	yield* staging.rows<Row>(
		engine,
		'facts',
		'kind, item::VARCHAR AS item, blob',
		'ORDER BY facts.item, kind DESC'
	);
}

/** For each item that has any, the papers in whose place another is kept, with the keys they were merged by. */
async function droppedPapers(engine: Engine, staging: Staging) {
	type Row = { item: string; place: number; by: number };
	const byItem = new Map<string, { place: number; by: number }[]>();
	for await (const { item, ...paper } of staging.rows<Row>(
		engine,
		'dropped',
		'item::VARCHAR AS item, place, "by"',
		''
	)) {
		const papers = byItem.get(item);
		if (papers) papers.push(paper);
		else byItem.set(item, [paper]);
	}
	return byItem;
}

/** 1 for each paper of an item in whose place another is kept; nothing where all are. */
function flagsOf(papers: number, dropped: readonly { place: number }[] | undefined): Uint8Array | null {
	if (dropped === undefined) return null;
	const flags = new Uint8Array(papers);
	for (const { place } of dropped) flags[place] = 1;
	return flags;
}

/** Accounts for all records in the order of the corpus. */
async function accountFor(engine: Engine, staging: Staging): Promise<Account> {
	const { corpus } = staging.load('job').wanted;
	const account: CorpusAccount = { title: null, listed: null, inputs: [], rejections: [] };
	const accounting = new Accounting(account);
	const dropped = await droppedPapers(engine, staging);
	const items: PlannedItem[] = [];
	const merges: MergeCounts[] = [];
	let facts: FileFacts | null = null;
	let first = 0;
	const end = () => {
		if (facts === null) return;
		accounting.end(facts, corpus.dateOrder);
		const orders = JSON.stringify(accounting.dateOrders.at(-1));
		for (let at = first; at < items.length; at++) items[at]!.orders = orders;
		first = items.length;
	};
	for await (const { kind, item, blob } of itemRows(engine, staging)) {
		if (kind === 'part') {
			end();
			const part = unpack('part', blob);
			facts = part;
			accounting.begin();
			merges.push(noMerges());
			account.title ??= part.title;
			account.listed ??= part.listed;
			continue;
		}
		const counts = unpack('counts', blob);
		accounting.take(counts, facts!.file);
		const gone = dropped.get(item);
		for (const { by } of gone ?? []) merges.at(-1)![mergeKeys[by]!]++;
		items.push({ item, papers: counts.papers, dropped: flagsOf(counts.papers, gone), orders: '{}' });
	}
	end();
	if (corpus.keepDuplicates) return { account, items };
	const inputs = account.inputs.map((input, place) => withMerged(input, merges[place]!, false));
	return { account: { ...account, inputs }, items };
}

async function drawnSample(engine: Engine, staging: Staging): Promise<PaperText[]> {
	const draw = new SampleDraw(samplingOf(staging.load('job').wanted.job.options.pipeline));
	const dropped = new Set<number>();
	type Row = { rank: string; record: string; dropped: boolean; blob: Uint8Array };
	const columns = 'rank::VARCHAR AS rank, record::VARCHAR AS record, dropped, blob';
	for await (const row of staging.rows<Row>(engine, 'candidates', columns, 'ORDER BY candidates.record')) {
		const record = Number(row.record);
		if (row.dropped) dropped.add(record);
		draw.add(Number(row.rank), record, unpack('text', row.blob));
	}
	return draw.finish((record) => dropped.has(record));
}

/** Terms that cut the search index into parts of about equal size, by the postings of the sample. */
function termBounds(model: ThemeModel, papers: readonly PaperText[], parts: number): string[] {
	const assign = createAssigner(model);
	const postings = new PostingsBuilder('sample');
	const index = new Index();
	for (let first = 0; first < papers.length; first += papersAtOnce) {
		const some = papers.slice(first, first + papersAtOnce);
		assign(some, (paper, ids, tokeniser) => postings.add(paper, ids, tokeniser));
		index.add(first, postings.take());
	}
	const sizes = [...index.packed()].map(({ term, bytes }) => ({ term, size: bytes.length + term.length }));
	const total = sizes.reduce((sum, { size }) => sum + size, 0);
	const bounds: string[] = [];
	let before = 0;
	for (const { term, size } of sizes) {
		if (bounds.length < parts - 1 && before >= ((bounds.length + 1) * total) / parts) bounds.push(term);
		before += size;
	}
	return bounds;
}

const planColumns: StoredColumn[] = [
	{ name: 'item', type: 'VARCHAR', nullable: false },
	{ name: 'range', type: 'INTEGER', nullable: false },
	{ name: 'first_id', type: 'INTEGER', nullable: false },
	{ name: 'papers', type: 'INTEGER', nullable: false },
	{ name: 'dropped', type: 'BLOB', nullable: true },
	{ name: 'orders', type: 'VARCHAR', nullable: false }
];

/** Says of each item which papers of it are kept, the id of the first, and with what others it is assigned. */
async function writePlan(items: readonly PlannedItem[], ranges: number, engine: Engine, staging: Staging) {
	const keptOf = ({ papers, dropped }: PlannedItem) => papers - (dropped?.reduce((a, b) => a + b, 0) ?? 0);
	const total = items.reduce((sum, item) => sum + keptOf(item), 0);
	let before = 0;
	const rows = items.map((item) => {
		const row = {
			...item,
			first_id: before,
			range: Math.min(ranges - 1, Math.floor((before * ranges) / total))
		};
		before += keptOf(item);
		return row;
	});
	const definition = planColumns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
	await engine.connection.run(`CREATE TABLE plan (${definition})`);
	const appender = new BatchAppender(await engine.connection.createAppender('plan'), planColumns);
	const columns = planColumns.map(({ name }) => [name, rows.map((row) => row[name as keyof typeof row])]);
	appender.append({ length: rows.length, columns: Object.fromEntries(columns) });
	appender.close();
	mkdirSync(staging.path('plan'), { recursive: true });
	const path = quoteText(staging.path('plan', 'plan.parquet'));
	await engine.connection.run(
		`COPY (SELECT * REPLACE (item::BIGINT AS item) FROM plan) TO ${path} (FORMAT parquet)`
	);
}

/** Accounts for the corpus, fits the themes to the sample and plans how papers are assigned. */
export async function fitJob(ranges: number, staging: Staging): Promise<void> {
	const { pipeline } = staging.load('job').wanted.job.options;
	const engine = await startEngine();
	try {
		const { account, items } = await accountFor(engine, staging);
		const sample = await drawnSample(engine, staging);
		if (sample.length === 0) throw makingError(new EmptyCorpusError(account));
		await writePlan(items, ranges, engine, staging);
		const threads = sample.length < fewPapers ? 1 : availableParallelism();
		const model = await withThreads(threads, (pool) => fit(sample, pipeline, threads > 1 ? { pool } : {}));
		rmSync(staging.path('model'), { recursive: true, force: true });
		mkdirSync(staging.path('model'));
		for (const [name, bytes] of serialiseModel(model))
			writeFileSync(join(staging.path('model'), name), bytes);
		const bounds = termBounds(model, sample, ranges);
		staging.save('fitted', { account, sampled: sample.length, bounds });
	} finally {
		engine.close();
	}
}
