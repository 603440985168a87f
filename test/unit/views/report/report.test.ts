import { describe, expect, it } from 'vitest';

import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import { reportHtml, type ReportContent } from '../../../../src/lib/views/parts/report/report-html.ts';
import { filterWords, papersWords, sourceLine } from '../../../../src/lib/views/parts/report/source-words.ts';
import { sampleSite } from '../../../support/site.ts';

const evil = '</title><script>alert(1)</script><img src=x onerror=alert(2)> & "\'';

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
		expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)!.length).toBeGreaterThan(18);
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
