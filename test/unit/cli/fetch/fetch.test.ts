import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { fetchPapers } from '../../../../src/cli/commands/fetch.ts';
import { UsageError } from '../../../../src/cli/errors.ts';
import { openFiles } from '../../../../src/cli/input/file-source.ts';
import { corpusParameters } from '../../../../src/lib/corpus/pass/parameters.ts';
import type { Paper } from '../../../../src/lib/dataset/paper.ts';
import { buildDataset } from '../../../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { readCorpus } from '../../../support/corpora.ts';
import { startCli } from '../../../support/run-cli.ts';
import { arxivEntry, arxivFeed, arxivService } from '../../../support/services/arxiv.ts';
import { dailyItem, dailyService } from '../../../support/services/daily-papers.ts';
import { openAlexService, openAlexWork } from '../../../support/services/openalex.ts';
import { serveService } from '../../../support/services/served.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const env = { CORPUSCOPE_CLOCK_SPEED: '1000' };

/** The command in this process, with what it prints. */
async function fetched(...args: string[]): Promise<{ stdout: string; stderr: string }> {
	let [stdout, stderr] = ['', ''];
	const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void (stdout += `${text}\n`));
	const write = vi
		.spyOn(process.stderr, 'write')
		.mockImplementation((text) => ((stderr += String(text)), true));
	try {
		await fetchPapers.run(args, new AbortController().signal);
	} finally {
		log.mockRestore();
		write.mockRestore();
	}
	return { stdout, stderr };
}

beforeEach(() => void vi.stubEnv('CORPUSCOPE_CLOCK_SPEED', env.CORPUSCOPE_CLOCK_SPEED));

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

async function papersIn(path: string): Promise<Paper[]> {
	const papers: Paper[] = [];
	for await (const batch of openFiles([path], {}).papers()) papers.push(...batch);
	return papers;
}

describe('fetch', () => {
	it('brings papers of arXiv that are read as its own feed is, and become a dataset', async () => {
		const folder = temporaryFolder();
		const out = join(folder, 'seals.jsonl');
		const entries = numbers(40).map((number) => arxivEntry(number));
		const { base } = await serveService(arxivService(entries, 15), { 1: { status: 500, body: '' } });
		const args = ['arxiv', '--category', 'q-bio.PE', '--out', out, '--base-url', base];
		const { stdout, stderr } = await fetched(...args);
		expect(stdout).toBe(`Papers: 40 in ${out}\nRepeats left out: 0\nRejected: 0\n`);
		expect(stderr).toMatch(
			/^15 of 40 papers\nthe server answers 500; .*\n30 of 40 papers\n40 of 40 papers\n$/
		);
		expect(readdirSync(folder)).toEqual(['seals.jsonl']);

		const direct = await readCorpus({ 'feed.xml': arxivFeed(entries, 40, 0) });
		const papers = await papersIn(out);
		expect(papers).toEqual(direct.papers);
		expect(papers[3]).toMatchObject({
			sourceId: '2404.00003',
			doi: '10.5555/ice.3',
			title: 'Ice cover & seals in bay 3',
			abstract: 'We count seals on ice floe 3 where $x < y$ holds and compare them with whales.',
			authors: ['Anna Berg', 'Jon D\u00e1hl'],
			published: '2024-05-04',
			venue: 'Journal of Ice 3',
			type: 'preprint'
		});
		expect(JSON.parse(linesOf(out)[0] ?? '')).toMatchObject({ categories: ['q-bio.PE', 'stat.AP'] });

		const pipeline = { ...defaultOptions, themes: 2 };
		const sink = { write: async () => undefined };
		const built = buildDataset(openFiles([out], {}), { pipeline, corpus: corpusParameters({}) }, sink);
		const { manifest } = await built;
		expect(manifest.counts).toMatchObject({ papers: 40, dated: 40, withTeamSize: 40, withAbstract: 40 });
	});

	it('brings works of OpenAlex with all that a reader wants, and reports what is malformed', async () => {
		const folder = temporaryFolder();
		const out = join(folder, 'whales.jsonl');
		const works: unknown[] = numbers(30).map((number) => openAlexWork(number));
		works.splice(4, 0, null, { id: 'https://openalex.org/W1', title: null, authorships: 'lost' });
		const { base, asked } = await serveService(openAlexService(works, 10));
		const args = ['openalex', '--search', 'whales', '--out', out, '--base-url', base];
		const { stdout, stderr } = await fetched(...args, '--mailto', 'me@example.org');
		expect(stdout).toBe(`Papers: 30 in ${out}\nRepeats left out: 0\nRejected: 2\n`);
		expect(stderr).toMatch(
			/^Rejected: not a JSON object \(«null»\)\nRejected: no title and no abstract \(«.*W1/
		);
		expect(asked.map(({ url }) => url.searchParams.get('cursor'))).toEqual([
			'*',
			'page-10',
			'page-20',
			'page-30'
		]);
		expect(asked[0]?.userAgent).toMatch(/^corpuscope\/[\d.]+ \(mailto:me@example\.org\)$/);
		const papers = await papersIn(out);
		expect(papers).toHaveLength(30);
		expect(papers[2]).toEqual({
			sourceId: 'W1002',
			doi: '10.5555/fjord.2',
			title: 'Whales of fjord 2',
			abstract: 'The whales of the fjord sing and the 2 seals of the fjord listen',
			published: '2023-03-17',
			datePrecision: 'day',
			authors: ['Mia Holm', 'Ole Lund'],
			teamSize: 2,
			organisation: 'University of the Fjords',
			venue: 'Fjord Letters',
			url: 'https://example.org/fjord/2',
			type: 'article',
			language: 'en',
			volume: '7',
			issue: '2',
			pages: '11-19',
			comments: null,
			upvotes: null,
			citations: 2,
			references: 20,
			keywords: [{ keyword: 'Bioacoustics', kind: 'index' }],
			affiliations: [{ organisation: 'University of the Fjords', country: 'Norway' }]
		});
	});

	it('goes on after a kill where it was, with nothing twice and nothing lost', async () => {
		const folder = temporaryFolder();
		const out = join(folder, 'daily.jsonl');
		// The last paper of a day is listed on the next one again.
		const days = Object.fromEntries(
			[27, 28, 29, 30].map((day) => [
				`2024-05-${day}`,
				numbers(11).map((n) => dailyItem((day - 27) * 10 + n))
			])
		);
		const { base, asked } = await serveService(dailyService(days), { 2: 'never' });
		const range = ['--from', '2024-05-27', '--to', '2024-05-30'];
		const args = ['daily-papers', ...range, '--out', out, '--base-url', base];
		const killed = startCli(['fetch', ...args], { env });
		await killed.said('21 papers');
		while (asked.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		killed.child.kill('SIGKILL');
		await killed.finished;
		expect(readdirSync(folder).sort()).toEqual(['daily.jsonl.part', 'daily.jsonl.state.json']);
		// As if it had been killed in the middle of writing a page.
		writeFileSync(`${out}.part`, '{"paper":{"id":"half a line"'.repeat(2000), { flag: 'a' });

		const other = fetched('arxiv', '--query', 'x', '--out', out, '--base-url', base);
		await expect(other).rejects.toThrow(/belongs to another download/);

		const { stdout, stderr } = await fetched(...args);
		expect(stdout).toBe(`Papers: 41 in ${out}\nRepeats left out: 3\nRejected: 0\n`);
		expect(stderr).toMatch(/^Going on after 21 papers\.\n31 papers\n41 papers\n$/);
		expect(asked.map(({ url }) => url.searchParams.get('date'))).toEqual([
			'2024-05-27',
			'2024-05-28',
			'2024-05-29',
			'2024-05-29',
			'2024-05-30'
		]);
		const papers = await papersIn(out);
		expect(papers.map(({ sourceId }) => sourceId)).toEqual(
			numbers(41).map((n) => `2405.${String(n).padStart(5, '0')}`)
		);
		expect(papers[7]).toMatchObject({
			title: 'Narwhal models number 7',
			authors: ['Ida Krog', 'Ice Team', 'Per Vang'],
			published: '2024-05-24',
			organisation: 'Ice Lab',
			comments: 3,
			upvotes: 7,
			url: 'https://arxiv.org/abs/2405.00007'
		});
		expect(existsSync(`${out}.state.json`)).toBe(false);
		await expect(fetched(...args)).rejects.toThrow(/exists already/);
		expect(asked).toHaveLength(5);
	});

	it('ends where a server ignores page numbers, and at a limit', async () => {
		const folder = temporaryFolder();
		const day = { '2024-05-27': numbers(130).map(dailyItem) };
		const { base, asked } = await serveService(dailyService(day, { knowsPages: false }));
		const args = ['daily-papers', '--from', '2024-05-27', '--to', '2024-05-27', '--base-url', base];
		const whole = await fetched(...args, '--out', join(folder, 'a.jsonl'));
		expect(whole.stdout).toMatch(/^Papers: 100 .*\nRepeats left out: 100\n/);
		expect(asked).toHaveLength(2);
		const some = await fetched(...args, '--out', join(folder, 'b.jsonl'), '--limit', '7');
		expect(some.stdout).toMatch(/^Papers: 7 /);
		expect(linesOf(join(folder, 'b.jsonl'))).toHaveLength(7);
	});

	it('says how it is called', async () => {
		const wrong: [RegExp, ...string[]][] = [
			[/needs one source/],
			[/needs --query or --category/, 'arxiv', '--out', 'x'],
			[/openalex does not know --query/, 'openalex', '--query', 'x', '--out', 'x'],
			[/--from is "2024-13"; it must be a date/, 'arxiv', '--query', 'x', '--from', '2024-13', '--out', 'x'],
			[/--from lies behind --to/, 'arxiv', '--query', 'x', '--from', '2025', '--to', '2024', '--out', 'x']
		];
		for (const [complaint, ...args] of wrong) {
			await expect(fetched(...args)).rejects.toThrow(complaint);
			await expect(fetched(...args)).rejects.toThrow(UsageError);
		}
	});
});
