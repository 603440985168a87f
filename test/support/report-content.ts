import { themeTrends } from '../../src/lib/analysis/trends/findings.ts';
import type { ThemePeriodCount } from '../../src/lib/dataset/overview.ts';
import { movesChart } from '../../src/lib/views/parts/report/report-chart.ts';
import type { ReportContent } from '../../src/lib/views/parts/report/report-content.ts';
import { reportLead } from '../../src/lib/views/parts/report/report-lead.ts';
import { shortMethod } from '../../src/lib/views/parts/method/short-method.ts';
import { madeUpWord } from './made-up-word.ts';
import { randomSource } from './random.ts';
import { sampleManifest } from './sample-manifest.ts';

const quarters = Array.from(
	{ length: 20 },
	(_, at) => `${2020 + Math.floor(at / 4)}-${String((at % 4) * 3 + 1).padStart(2, '0')}-01`
);
const span = { first: '2020-01-01', last: '2024-12-31' };

/** What a report says of a generated corpus of so many themes, with names and sentences as long as they come. */
export function generatedReport(themes: number, seed: number): ReportContent {
	const random = randomSource(seed);
	const words = (count: number) =>
		Array.from({ length: count }, () => madeUpWord(Math.floor(random() * 900))).join(' ');
	const names = Array.from({ length: themes }, () => `${words(3)}, ${words(3)}`);
	const trend = names.flatMap((_, themeId): ThemePeriodCount[] =>
		quarters.map((period, at) => {
			const moved = themeId % 4 === 0 ? 1 + at / 4 : themeId % 4 === 1 ? 6 - at / 4 : 3;
			return { themeId, period, placement: 'dated', papers: Math.round(moved * 20 + random() * 8) };
		})
	);
	const themesOf = names.map((_, themeId) => ({
		themeId,
		papers: trend.filter((row) => row.themeId === themeId).reduce((sum, { papers }) => sum + papers, 0)
	}));
	const papers = themesOf.reduce((sum, row) => sum + row.papers, 0);
	const team = [1, 2, 3, 4, 5, 8, 13, 30, null].map((teamSize) => ({
		teamSize,
		papers: Math.ceil(papers / 9)
	}));
	const trends = themeTrends({ quarter: trend }, span);
	const manifest = sampleManifest();
	const lead = reportLead({
		...{ papers, themes: themesOf, team, selected: [], trends, teamFilter: null },
		teamByTheme: themesOf.flatMap(({ themeId }) => team.map((row) => ({ ...row, themeId }))),
		labelOf: (id) => names[id]!,
		colourOf: (id) => `hsl(${id * 14} 60% 40%)`
	});
	return {
		corpus: words(24),
		papersWords: `${papers} of ${papers * 2} papers`,
		filters: words(30),
		address: `https://example.org/?q=${words(40).replaceAll(' ', '+')}`,
		sentences: Array.from({ length: 5 }, () => words(30)),
		lead,
		chart: { ...movesChart(lead, 'quarter')!, caption: words(25) },
		account: `${words(30)}`,
		how: shortMethod({ ...manifest, counts: { ...manifest.counts, papers, sampled: 1000 } }, themes, trends),
		facts: [{ name: 'Corpus', value: words(9) }],
		figures: [],
		method: [{ title: 'Words', text: words(90) }],
		citation: words(60),
		parameters: [{ name: 'seed', value: '7' }],
		papers: Array.from({ length: 40 }, () => ({
			title: words(12),
			published: 'Mar 2024',
			teamSize: 3,
			theme: names[0]!
		})),
		total: papers,
		papersAddress: 'https://example.org/#papers',
		order: 'newest first'
	};
}
