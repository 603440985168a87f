import { pbkdf2 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

import { oneAtATime, openAnswering, type AnsweringDataset } from '../../../src/cli/dataset/answering.ts';
import { openDataset } from '../../../src/cli/dataset/open.ts';
import { writeDataset } from '../../../src/cli/dataset/write.ts';
import { answers } from '../../../src/cli/site/answers.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import type { DatasetQueries } from '../../../src/lib/queries/dataset-queries.ts';
import { noFilters } from '../../../src/lib/queries/filters/filters.ts';
import { questions } from '../../../src/lib/remote/questions.ts';
import { openRemote } from '../../../src/lib/state/remote-reader.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { paperSource } from '../../support/paper-source.ts';
import { randomSource } from '../../support/random.ts';
import { rawRequest, requestText } from '../../support/raw-request.ts';

let dataset: AnsweringDataset;
const ended: (() => Promise<unknown>)[] = [];

/** The address of a server that answers within so many seconds. */
async function served(seconds: number, queries = dataset.queries): Promise<URL> {
	const server = createServer(answers(queries, seconds));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	ended.push(() => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	});
	return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/dataset/`);
}

let folder: string;
let address: URL;
beforeAll(async () => {
	const parent = await mkdtemp(join(tmpdir(), 'corpuscope-test-'));
	ended.push(() => rm(parent, { recursive: true, force: true }));
	folder = join(parent, 'dataset');
	const pipeline = { ...defaultOptions, themes: 4, components: 8, restarts: 1 };
	await writeDataset(paperSource(generatePapers(120, 6)), { pipeline }, folder, {});
	dataset = await openAnswering(folder, { memory: '1GB' });
	address = await served(600);
});
afterAll(async () => {
	for (const end of ended.reverse()) await end();
	dataset.close();
});

const signal = new AbortController().signal;
const json = { 'Content-Type': 'application/json' };

async function post(body: string, headers: Record<string, string> = json, to = address) {
	const response = await fetch(new URL('ask', to), { method: 'POST', headers, body });
	return { status: response.status, text: await response.text() };
}

const question = (name: string, given: readonly unknown[] = [], arranged: unknown = []) =>
	JSON.stringify({ question: name, given, arranged });

describe('an engine that answers one after another', () => {
	/** Takes an hour. */
	const endless = 'SELECT sum(a.range * b.range % 7) FROM range(100000000) a, range(10000) b';
	const derive = promisify(pbkdf2);
	/** Keeps every thread of Node busy for a while, so that a statement waits for one. */
	const occupyThreads = () =>
		Promise.all(Array.from({ length: 8 }, () => derive('word', 'salt', 50_000, 64, 'sha512')));

	it.each([
		['before the engine has begun', occupyThreads, 0],
		['while it runs', () => Promise.resolve(), 50]
	])('interrupts the statement of who leaves %s, and no other', async (_, prepare, wait) => {
		const opened = await openDataset(folder);
		try {
			const host = oneAtATime(opened);
			const leaving = new AbortController();
			const prepared = prepare();
			const left = host.query(endless, leaving.signal);
			const next = host.query('SELECT CAST(count(*) AS INTEGER) AS papers FROM memory.papers');
			setTimeout(() => leaving.abort(new Error('left')), wait);
			await expect(left).rejects.toThrow('left');
			await prepared;
			expect((await next).columns).toEqual({ papers: [120] });
		} finally {
			opened.close();
		}
	});
});

describe('a server of answers', () => {
	it.each([
		['no JSON', 'x', 400],
		['another value', '[]', 400],
		['no such question', question('drop'), 400],
		['a name that every object has', question('constructor'), 400],
		['another such name', question('__proto__'), 400],
		['what only the program asks', question('arranged', [{}]), 400],
		['too few arguments', question('theme'), 400],
		['too many arguments', question('curve', [1]), 400],
		['SQL for a number', question('paper', ['0; DROP TABLE papers']), 400],
		['a number that is none', question('paper', [1e300]), 400],
		['a unit of days', question('overview', [[], 'day']), 400],
		['a filter of no such name', question('count', [[['sql', '1']]]), 400],
		['a filter of a theme that is not there', question('count', [[['theme', '9999']]]), 400],
		['filters that are no pairs', question('count', [[['theme']]]), 400],
		['an order by no column', question('papers', [[], { column: '1', descending: true }, 0, 1]), 400],
		[
			'more rows than a page shows',
			question('papers', [[], { column: 'title', descending: true }, 0, 1e6]),
			400
		],
		['an arrangement that is none', question('curve', [], [['themes', '-4']]), 400],
		[
			'names joined of no kind',
			JSON.stringify({ question: 'curve', given: [], arranged: [], joined: 'x=a&x=b' }),
			400
		],
		['a theme that is not there', question('theme', [31_000]), 404],
		['a paper that is not there', question('paper', [31_000]), 404],
		['too much', question('count', [[['q', 'x'.repeat(3_000_000)]]]), 413]
	])('refuses %s', async (_, body, status) => {
		expect((await post(body)).status).toBe(status);
		expect(await openRemote(address, dataset.queries.manifest).curve(signal)).toEqual(
			await dataset.queries.curve()
		);
	});

	it('answers its own pages alone', async () => {
		const ask = question('count', [[]]);
		expect((await post(ask, { 'Content-Type': 'text/plain' })).status).toBe(415);
		const host = new URL(address).host;
		const from = (Origin: string) =>
			rawRequest(
				String(address),
				requestText(
					'/dataset/ask',
					{ ...json, Origin, Host: host, 'Content-Length': String(ask.length) },
					'POST'
				) + ask
			);
		expect((await from('http://elsewhere.example')).status).toBe(403);
		expect((await from('null')).status).toBe(403);
		expect((await from(`http://${host}`)).status).toBe(200);
	});

	it('gives up what takes too long, and what nobody waits for, and answers on', async () => {
		const hurried = await served(0);
		expect((await post(question('compareTerms', [[], []]), json, hurried)).status).toBe(503);
		const reader = openRemote(address, dataset.queries.manifest);
		const leaving = new AbortController();
		const left = reader.compareTerms(noFilters, noFilters, leaving.signal);
		leaving.abort(new Error('left'));
		await expect(left).rejects.toThrow('left');
		const [papers] = [await reader.papers(noFilters, { column: 'title', descending: false }, 0, 5, signal)];
		expect(papers).toHaveLength(5);
	});

	/** The dataset, with batches of rows from elsewhere. */
	const exporting = (exportRows: (_: unknown, signal: AbortSignal) => AsyncGenerator<unknown[]>) =>
		Object.assign(Object.create(dataset.queries) as DatasetQueries, {
			arranged: () => ({ exportRows })
		});
	const everything = question('exportRows', [{ filters: [] }]);

	it('gives each batch of an answer its time', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		onTestFinished(() => void vi.useRealTimers());
		async function* slowly(_: unknown, waiting: AbortSignal) {
			for (let batch = 0; batch < 4; batch++) {
				vi.advanceTimersByTime(9000);
				waiting.throwIfAborted();
				yield [batch];
			}
		}
		const { status, text } = await post(everything, json, await served(10, exporting(slowly)));
		expect([status, text]).toEqual([200, '[0]\n[1]\n[2]\n[3]\n']);
	});

	it('lets others wait for their turn, and counts their time from then on', async () => {
		const begun: AbortSignal[] = [];
		const inTime: boolean[] = [];
		// The first four go on until their time is over.
		const curve = (asking: AbortSignal) => {
			if (begun.push(asking) <= 4)
				return new Promise((_, reject) => asking.addEventListener('abort', () => reject(new Error('late'))));
			inTime.push(
				begun.slice(0, 4).some(({ aborted }) => aborted),
				!asking.aborted
			);
			return Promise.resolve([]);
		};
		const to = await served(
			1,
			Object.assign(Object.create(dataset.queries), { arranged: () => ({ curve }) })
		);
		const ask = () => post(question('curve'), json, to);
		const first = Array.from({ length: 4 }, ask);
		while (begun.length < 4) await new Promise(setImmediate);
		const statuses = (await Promise.all([...first, ask(), ask()])).map(({ status }) => status);
		expect(statuses).toEqual([503, 503, 503, 503, 200, 200]);
		expect(inTime).toEqual([true, true, true, true]);
	});

	it('ends an answer that nobody reads any more', async () => {
		let end = () => {};
		const ended = new Promise<void>((resolve) => (end = resolve));
		async function* endlessly() {
			try {
				for (;;) yield ['x'.repeat(1_000_000)];
			} finally {
				end();
			}
		}
		const leaving = new AbortController();
		const url = new URL('ask', await served(600, exporting(endlessly)));
		await fetch(url, { method: 'POST', headers: json, body: everything, signal: leaving.signal });
		// Until what lies on the way is full.
		await new Promise((resolve) => setTimeout(resolve, 300));
		leaving.abort();
		await expect(ended).resolves.toBeUndefined();
	});

	it('lives through any question, and answers fifty at once', async () => {
		const random = randomSource(12);
		const pick = <V>(values: readonly V[]) => values[Math.floor(random() * values.length)] as V;
		const odd: readonly unknown[] = [
			...[
				null,
				-1,
				0,
				3,
				1.5,
				1e12,
				'',
				'agents',
				"' OR 1=1 --",
				[],
				[1, 2],
				[['q', '"']],
				[['team', '..3']]
			],
			...[
				{},
				{ column: 'title', descending: false },
				{ filters: [] },
				'keyword',
				'papers',
				'year',
				[['area', '0,0 1,1']]
			]
		];
		const names = [...Object.keys(questions), 'exportRows', 'toString'];
		const rounds = Number(process.env.FUZZ_ROUNDS ?? 300);
		for (let round = 0; round < rounds; round++) {
			const name = pick(names);
			const wanted = (questions as Record<string, readonly unknown[]>)[name]?.length ?? 1;
			const body = question(
				name,
				Array.from({ length: wanted }, () => pick(odd)),
				pick<unknown>([[], [['themes', '2']], 3])
			);
			expect([200, 400, 404], body).toContain((await post(body)).status);
		}
		const all = await Promise.all(
			Array.from({ length: 50 }, (_, at) =>
				post(question('papers', [[], { column: 'title', descending: at % 2 === 0 }, at, 3]))
			)
		);
		expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
	});
});
