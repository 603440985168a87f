import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';

import { waitOf } from '../../../../src/cli/fetch/answer.ts';
import { arxiv } from '../../../../src/cli/fetch/arxiv.ts';
import { clockFor, createClock } from '../../../../src/cli/fetch/clock.ts';
import { dailyPapers } from '../../../../src/cli/fetch/daily-papers.ts';
import { openAlex } from '../../../../src/cli/fetch/openalex.ts';
import { Visitor } from '../../../../src/cli/fetch/visitor.ts';
import type { Source } from '../../../../src/cli/fetch/source.ts';
import { arxivEntry, arxivFeed, arxivService } from '../../../support/services/arxiv.ts';
import { dailyItem, dailyService } from '../../../support/services/daily-papers.ts';
import { openAlexService, openAlexWork } from '../../../support/services/openalex.ts';
import { serveService } from '../../../support/services/served.ts';
import type { Reply } from '../../../support/services/server.ts';

const never = new AbortController().signal;
/** A second takes ten milliseconds. */
const speed = 100;

function visit(source: Source, clock = createClock(speed)) {
	const said: string[] = [];
	const visitor = new Visitor(source, clock, 'corpuscope/test', (line) => said.push(line));
	return { said, page: (cursor = source.start) => visitor.page(cursor, never) };
}

const entries = [1, 2, 3].map((number) => arxivEntry(number));
const arxivAt = (base: string) => arxiv({ query: 'all:seals' }, null, base);

describe('a visitor of a service', () => {
	it('asks arXiv no more than once in three seconds, also after a failure', async () => {
		const { base, asked } = await serveService(arxivService(entries), { 1: { status: 503, body: '' } });
		const slow = 20;
		const { page } = visit(arxivAt(base), createClock(slow));
		for (let request = 0; request < 3; request++) await page();
		const gaps = asked.slice(1).map(({ at }, index) => (at - (asked[index]?.at ?? 0)) * slow);
		expect(gaps).toHaveLength(3);
		expect(Math.min(...gaps)).toBeGreaterThan(2990);
	});

	it('waits as long as a server asks it to', async () => {
		const { base, asked } = await serveService(arxivService(entries), {
			0: { status: 429, headers: { 'retry-after': '40' }, body: 'Rate exceeded.' }
		});
		const { page, said } = visit(arxivAt(base));
		expect((await page()).items).toHaveLength(3);
		expect(((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)) * speed).toBeGreaterThan(39_000);
		expect(said).toEqual(['the server answers 429 (Rate exceeded.); asking again in 40 s']);
	});

	it('asks again after errors, cut-off answers and broken connections', async () => {
		const whole = arxivFeed(entries, 3, 0);
		const faults: Reply[] = [
			{ status: 500, body: '<h1>Oops</h1>' },
			{ truncated: whole },
			{ body: whole.slice(0, 400) },
			{ body: arxivFeed([], 3, 0) }
		];
		const { base, asked } = await serveService(arxivService(entries), { ...faults });
		const { page, said } = visit(arxivAt(base));
		expect((await page()).items).toHaveLength(3);
		expect(asked).toHaveLength(5);
		expect(said[0]).toMatch(/answers 500 \(Oops\); asking again in 2 s/);
		expect(said[1]).toMatch(/connection failed \(.+\); asking again in 4 s/);
		expect(said[2]).toMatch(/cut off or is no feed; asking again in 8 s/);
		expect(said[3]).toMatch(/empty before the last paper; asking again in 16 s/);
	});

	it('gives up after six attempts, and at once where waiting takes too long or asking again is no use', async () => {
		const broken = await serveService(() => ({ truncated: 'x'.repeat(100) }));
		await expect(visit(arxivAt(broken.base)).page()).rejects.toThrow(/connection failed .*, 6 times\. Try/);
		expect(broken.asked).toHaveLength(6);

		const spent = await serveService(() => ({
			status: 429,
			headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '7200' },
			body: '{"error":"Rate limit exceeded","message":"Daily budget used up"}'
		}));
		const source = openAlex({ search: 'ice' }, { apiKey: 'secret' }, spent.base);
		const refusal = await visit(source)
			.page()
			.catch((error: Error) => error.message);
		expect(refusal).toMatch(
			/429 \(Rate limit exceeded: Daily budget used up\)\. It asks to wait for 120 min/
		);
		expect(refusal).not.toContain('secret');
		expect(spent.asked.map(({ url }) => url.searchParams.get('api_key'))).toEqual(['secret']);

		const wrong = await serveService(() => ({
			status: 400,
			body: '{"error":"Invalid query parameters error.","message":"author is not a valid field."}'
		}));
		const filtered = openAlex({ filter: 'author:x' }, {}, wrong.base);
		await expect(visit(filtered).page()).rejects.toThrow(/400 \(Invalid .*: author is not a valid field\.\)/);
		expect(wrong.asked).toHaveLength(1);
	});

	it('names the reason when nobody answers', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const nobody = visit(arxivAt(`http://127.0.0.1:${port}`), createClock(10_000));
		await expect(nobody.page()).rejects.toThrow(/connection failed \(ECONNREFUSED\)/);
	});
});

describe('what services are asked', () => {
	it('is a query of arXiv, oldest first', async () => {
		const { base, asked } = await serveService(arxivService(entries));
		const source = arxiv(
			{ category: 'q-bio.PE', query: 'seals OR whales', from: '2024-05-01', to: '2024-05-31' },
			null,
			base
		);
		await visit(source).page();
		expect(asked[0]?.url.pathname).toBe('/api/query');
		expect(asked[0]?.userAgent).toBe('corpuscope/test');
		expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({
			search_query: 'cat:q-bio.PE AND (seals OR whales) AND submittedDate:[202405010000 TO 202405312359]',
			start: '0',
			max_results: '500',
			sortBy: 'submittedDate',
			sortOrder: 'ascending'
		});
	});

	it('is a list of works, with an address in the polite pool', async () => {
		const { base, asked } = await serveService(openAlexService([openAlexWork(1)]));
		const wanted = { search: 'ice', filter: 'language:en', from: '2023-01-01', to: '2023-12-31' };
		await visit(openAlex(wanted, { mailto: 'me@example.org' }, base)).page();
		expect(asked[0]?.url.pathname).toBe('/works');
		expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toMatchObject({
			search: 'ice',
			filter: 'language:en,from_publication_date:2023-01-01,to_publication_date:2023-12-31',
			per_page: '100',
			cursor: '*',
			mailto: 'me@example.org'
		});
	});

	it('is a day of papers, page by page', async () => {
		const items = Array.from({ length: 130 }, (_, number) => dailyItem(number));
		const { base, asked } = await serveService(dailyService({ '2024-05-27': items }));
		const { page } = visit(dailyPapers('2024-05-27', '2024-05-28', base));
		const first = await page();
		expect([first.items.length, first.next]).toEqual([100, '2024-05-27 1']);
		const second = await page(first.next ?? '');
		expect([second.items.length, second.next]).toEqual([30, '2024-05-28 0']);
		expect((await page(second.next ?? '')).next).toBeNull();
		expect(asked.map(({ url }) => url.search)).toEqual([
			'?date=2024-05-27&p=0&limit=100',
			'?date=2024-05-27&p=1&limit=100',
			'?date=2024-05-28&p=0&limit=100'
		]);
	});

	it('is refused by arXiv in words, and when there is more than it gives out', async () => {
		const entry = `<entry><id>http://arxiv.org/api/errors#incorrect</id><title>Error</title><summary>incorrect field</summary></entry>`;
		const wrong = await serveService(() => ({ body: arxivFeed([entry], 1, 0) }));
		await expect(visit(arxivAt(wrong.base)).page()).rejects.toThrow(/not accept the query: incorrect field/);
		const many = await serveService(() => ({ body: arxivFeed(entries, 45_000, 0) }));
		await expect(visit(arxivAt(many.base)).page()).rejects.toThrow(/has 45000 papers .* Narrow it/);
		const few = arxiv({ query: 'all:seals' }, 3, many.base);
		expect((await visit(few).page()).items).toHaveLength(3);
	});
});

describe('waitOf', () => {
	const now = Date.parse('2024-05-27T10:00:00Z');
	it('reads seconds, dates and spent allowances', () => {
		expect(waitOf(new Headers({ 'retry-after': '5' }), now)).toBe(5000);
		expect(waitOf(new Headers({ 'retry-after': 'Mon, 27 May 2024 10:01:00 GMT' }), now)).toBe(60_000);
		const allowance = (remaining: string) =>
			new Headers({ 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': '90' });
		expect([waitOf(allowance('0'), now), waitOf(allowance('3'), now)]).toEqual([90_000, null]);
		expect(waitOf(new Headers(), now)).toBeNull();
	});
});

describe('clockFor', () => {
	it('runs faster towards this machine only', () => {
		const elapsed = (url: string) => {
			const clock = clockFor(new URL(url), '1000000');
			return clock.now() / performance.now();
		};
		expect(elapsed('http://127.0.0.1:80/')).toBeGreaterThan(900_000);
		expect(elapsed('https://export.arxiv.org/')).toBeLessThan(1.1);
	});
});
