import { describe, expect, it } from 'vitest';

import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import type { ReportContent } from '../../../../src/lib/views/parts/report/report-content.ts';
import { reportHtml } from '../../../../src/lib/views/parts/report/report-html.ts';
import { filterWords, papersWords, sourceLine } from '../../../../src/lib/views/parts/report/source-words.ts';
import { movesChart } from '../../../../src/lib/views/parts/report/report-chart.ts';
import { reportLead } from '../../../../src/lib/views/parts/report/report-lead.ts';
import { generatedReport } from '../../../support/report-content.ts';
import { sampleSite } from '../../../support/site.ts';

const evil = '</title><script>alert(1)</script><img src=x onerror=alert(2)> & "\'';

const line = {
	...{ name: evil, papers: 9, share: '9 %', change: evil, trend: evil, sure: evil },
	...{ isCounted: false, isGone: true },
	...{ shares: [0.1, 0.4, 0.2], team: '4', colour: evil }
};

function report(changes: Partial<ReportContent> = {}): string {
	return reportHtml({
		corpus: evil,
		papersWords: evil,
		filters: evil,
		address: `https://example.org/?q=${evil}`,
		facts: [{ name: evil, value: evil }],
		figures: [
			{
				svg: '<svg><circle r="1"></circle></svg>',
				title: evil,
				description: evil,
				table: { caption: evil, header: [evil, 'Papers'], rows: [[evil, 41]] }
			}
		],
		method: [{ title: evil, text: evil }],
		sentences: [evil, evil],
		lead: {
			...{ isTested: true, moves: evil, teams: evil, window: evil },
			...{ rising: [line], falling: [], more: { rising: 3, falling: 0 }, themes: [line, line] },
			...{ teamBins: [{ label: evil, from: 3, to: 3, papers: 3 }], periods: [evil, evil, evil] }
		},
		chart: { svg: '<svg></svg>', title: evil, caption: evil },
		account: evil,
		how: [evil],
		papersAddress: `https://example.org/?q=${evil}#papers`,
		citation: evil,
		parameters: [{ name: evil, value: evil }],
		papers: [{ title: evil, published: evil, teamSize: 3, theme: evil }],
		total: 2,
		order: evil,
		...changes
	});
}

describe('a report', () => {
	it('takes every text for a text', () => {
		const html = report();
		expect(html).not.toMatch(/<script|<img|onerror=alert\(2\)>/i);
		expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)!.length).toBeGreaterThan(40);
		expect(html.match(/<\/title>/g)).toHaveLength(1);
	});

	it('runs nothing, fetches nothing and says so', () => {
		const html = report();
		expect(html).toContain(`default-src 'none'`);
		expect(html.match(/(?:src|href)="(?!https:\/\/example)[^"]*"/g)).toBeNull();
	});

	it('keeps drawings, numbers and how much of the list it holds', () => {
		const html = report({ corpus: 'Papers', order: 'newest first' });
		expect(html).toContain('<svg><circle r="1"></circle></svg>');
		expect(html).toContain('<td class="number">41</td>');
		expect(html).toContain('The first 1 of 2, newest first');
		expect(report({ total: 1, order: 'newest first' })).toContain('All 1, newest first');
	});
});

describe('the first two pages', () => {
	const lead = generatedReport(25, 4).lead;

	it('name the themes that move, the fastest first, from where they do to the end, and how many more there are', () => {
		expect(lead.rising).toHaveLength(5);
		expect(lead.falling).toHaveLength(5);
		expect(lead.more).toEqual({ rising: 2, falling: 1 });
		const html = reportHtml(generatedReport(25, 4));
		expect(html.match(/>and \d+ more</g)).toEqual(['>and 2 more<', '>and 1 more<']);
		expect(lead.moves).toBe(
			'Of 25 themes, 7 clearly rise and 6 clearly fall (Q1 2020–Q4 2024); the others are steady or show no clear change.'
		);
		for (const [moving, sign] of [
			[lead.rising, 1],
			[lead.falling, -1]
		] as const)
			for (const { change, isCounted, sure } of moving) {
				const [from, to] = change!.split(' → ').map(parseFloat) as [number, number];
				expect(Math.sign(to - from)).toBe(sign);
				expect(change).toMatch(/ \(Q\d 20\d\d\) → .+ \(Q4 2024\)$/);
				expect(isCounted).toBe(true);
				expect(sure).toBe('very sure');
			}
	});

	it('count every theme, the largest first', () => {
		const papers = lead.themes.map((theme) => theme.papers);
		expect(papers).toEqual([...papers].sort((a, b) => b - a));
		expect(papers.reduce((a, b) => a + b, 0)).toBe(generatedReport(25, 4).total);
	});

	it('say why where no trend can be told, and show no empty columns', () => {
		const source = {
			papers: 3,
			themes: [{ themeId: 0, papers: 3 }],
			team: [],
			teamByTheme: [],
			teamFilter: null,
			selected: []
		};
		const untested = reportLead({
			...source,
			trends: { kind: 'none dated' },
			labelOf: () => 'Bees',
			colourOf: () => 'red'
		});
		expect(untested.moves).toBe('Without dates there is no trend to test.');
		const html = reportHtml({ ...generatedReport(2, 1), lead: untested });
		expect(html).not.toContain('Over time');
		expect(html).not.toContain('Rising');
		expect(reportHtml(generatedReport(2, 1))).toContain('Over time');
	});

	it('draw the themes that move most in one frame, each named at its end and none over another', () => {
		const { svg, title } = movesChart(lead, 'quarter')!;
		expect(title).toBe('Share of papers by quarter: themes that move most');
		const shown = [...svg.matchAll(/y="([\d.]+)" font-size="13" fill="#1b1c1e">([^<]*)</g)];
		expect(shown).toHaveLength(5);
		for (const { name } of [...lead.rising.slice(0, 3), ...lead.falling.slice(0, 2)])
			expect(shown.some(([, , label = '']) => name.startsWith(label.replace('…', '')))).toBe(true);
		const heights = shown.map(([, height]) => Number(height)).sort((a, b) => a - b);
		for (const [at, height] of heights.slice(1).entries()) expect(height - heights[at]!).toBeGreaterThan(18);
		expect(movesChart({ ...lead, periods: [] }, 'quarter')).toBeNull();
		const ticks = [...svg.matchAll(/text-anchor="end"[^>]*>([^<]+)</g)].map(([, tick]) => parseFloat(tick!));
		expect(ticks.length).toBeGreaterThan(2);
		const [, step] = ticks;
		expect(ticks).toEqual(ticks.map((_, at) => at * step!));
		expect([1, 2, 5]).toContain(step! / 10 ** Math.floor(Math.log10(step!)));
		const evilChart = movesChart(
			{ ...lead, rising: [{ ...lead.rising[0]!, name: evil }], falling: [] },
			'year'
		)!;
		expect(evilChart.svg).not.toMatch(/<script|<img/);
	});

	it('leave a gap in a line where a period is not tested', () => {
		const holed = lead.rising[0]!.shares.map((share, at) => (at === 2 || at === 4 ? null : share));
		const { svg, small } = movesChart(
			{ ...lead, rising: [{ ...lead.rising[0]!, shares: holed }], falling: [] },
			'year'
		)!;
		for (const drawn of [svg, small!]) {
			const path = /<path d="(M[^"]+)" stroke="[^"]+" fill="none" stroke-width="2"/.exec(drawn)![1]!;
			expect(path.match(/M/g)).toHaveLength(2);
			expect(path.match(/L/g)).toHaveLength(1 + 14);
			expect(drawn.match(/<circle/g)).toHaveLength(1);
		}
	});

	it('keep a number and its sign on one line, and no bar of what is known of all', () => {
		const html = report({ account: '3 papers (7.1 %)' });
		expect(html).toContain('(7.1\u00a0%)');
		const team = [{ teamSize: 3, papers: 9 }];
		const source = { papers: 9, themes: [], teamByTheme: [], teamFilter: null, selected: [], team };
		const known = reportLead({
			...source,
			trends: { kind: 'none dated' },
			labelOf: String,
			colourOf: String
		});
		expect(known.teamBins.map(({ label }) => label)).not.toContain('unknown');
		expect(known.teams).toBe('All teams have 3 authors.');
	});

	it('take papers as a link, or as many titles as wanted', () => {
		expect(report({ papers: [], total: 9 })).toContain('>All 9 on the web</a></p>');
	});
});

describe('where a chart comes from', () => {
	const shown = {
		site: sampleSite(),
		filters: { ...noFilters, themes: [3], query: 'agents' },
		papers: 41,
		labelOf: (id: number) => `theme ${id}`
	};

	it('is said with corpus, papers, filters and dataset', () => {
		expect(sourceLine(shown)).toBe(
			'Invented papers. 41 of 174 papers, theme 3 · “agents”. Corpuscope dataset 0123456789abcdef'
		);
		expect(papersWords({ ...shown, papers: 174 })).toBe('174 papers');
		expect(filterWords({ ...shown, filters: noFilters })).toBe('no filter');
	});
});
