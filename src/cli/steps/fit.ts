import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import type { CorpusAccount } from '../../lib/dataset/account.ts';
import type { Rejection } from '../../lib/dataset/paper.ts';
import type { PaperText, ThemeModel } from '../../lib/pipeline/model.ts';
import { fit } from '../../lib/pipeline/fit.ts';
import { samplingOf } from '../../lib/pipeline/options.ts';
import { serialiseModel } from '../../lib/pipeline/serialise.ts';
import { createAssigner } from '../../lib/pipeline/assign.ts';
import { PostingsBuilder } from '../../lib/pipeline/write/chunk-postings.ts';
import { Index } from '../../lib/pipeline/write/postings.ts';
import { EmptyCorpusError } from '../../lib/pipeline/write/publish.ts';
import { SampleDraw } from '../../lib/source/sample-draw.ts';
import { startEngine, type Engine } from '../dataset/engine.ts';
import { makingError } from '../dataset/fill.ts';
import { withThreads } from '../worker/thread-pool.ts';
import { rejectionsIn } from './rejections.ts';
import { unpack, type Staging } from './staging.ts';

/** Papers that are fitted before threads have started. */
const fewPapers = 2000;
/** Papers that are turned into postings at once. */
const papersAtOnce = 500;

/** Rejections that are looked at to say why there is no paper. */
const fewRejections = 1000;

/** The account of the corpus, of what executors have summed up for each file. */
async function accountOf(engine: Engine, staging: Staging): Promise<CorpusAccount> {
	const account: CorpusAccount = { title: null, listed: null, inputs: [], rejections: [] };
	type Row = { blob: Uint8Array };
	for await (const { blob } of staging.rows<Row>(engine, 'account', 'blob', 'ORDER BY account.number')) {
		const { title, listed, input } = unpack('account', blob);
		account.title ??= title;
		account.listed ??= listed;
		account.inputs.push(input);
	}
	return account;
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

/** The error of a corpus without a paper, with why. */
async function emptyError(account: CorpusAccount, engine: Engine, staging: Staging): Promise<unknown> {
	const rejections: Rejection[] = [];
	for await (const rejection of rejectionsIn(engine, staging, `LIMIT ${fewRejections}`))
		rejections.push(rejection);
	return makingError(new EmptyCorpusError({ ...account, rejections }));
}

/** Fits the themes to the sample, and cuts the alphabet into so many stretches at most. */
export async function fitJob(stretches: number, staging: Staging): Promise<void> {
	const { pipeline } = staging.load('job').wanted.job.options;
	const engine = await startEngine();
	try {
		const account = await accountOf(engine, staging);
		const sample = await drawnSample(engine, staging);
		if (sample.length === 0) throw await emptyError(account, engine, staging);
		const threads = sample.length < fewPapers ? 1 : availableParallelism();
		const model = await withThreads(threads, (pool) => fit(sample, pipeline, threads > 1 ? { pool } : {}));
		rmSync(staging.path('model'), { recursive: true, force: true });
		mkdirSync(staging.path('model'));
		for (const [name, bytes] of serialiseModel(model))
			writeFileSync(join(staging.path('model'), name), bytes);
		const bounds = termBounds(model, sample, stretches);
		staging.save('fitted', { account, sampled: sample.length, bounds });
	} finally {
		engine.close();
	}
}
