import { sumOf, type Dimension, type Overview, type Placement } from '../../src/lib/dataset/overview.ts';
import type { Chart, ChartSource } from '../../src/lib/views/charts/chart.ts';

interface SamplePaper {
	themeId: number;
	period: string | null;
	placement: Placement;
	teamSize: number | null;
}

const paper = (
	themeId: number,
	year: number | null,
	teamSize: number | null,
	coarse = false
): SamplePaper => ({
	themeId,
	period: year === null || coarse ? null : `${year}-01-01`,
	placement: year === null ? 'undated' : coarse ? 'coarse' : 'dated',
	teamSize
});

/** Theme 1 is the largest of the corpus; theme 3 has lost all its papers to a filter. */
export const papers = [
	paper(1, 2022, 2),
	paper(1, 2022, 4),
	paper(1, 2024, null),
	paper(1, null, 30),
	paper(2, 2022, 9),
	paper(2, 2024, 7),
	paper(2, 2024, 5, true),
	paper(4, 2023, null)
];

function count<K extends object>(keyOf: (one: SamplePaper) => K): (K & { papers: number })[] {
	const rows = new Map<string, K & { papers: number }>();
	for (const one of papers) {
		const key = keyOf(one);
		const row = rows.get(JSON.stringify(key)) ?? { ...key, papers: 0 };
		row.papers++;
		rows.set(JSON.stringify(key), row);
	}
	return [...rows.values()];
}

/** Sums of these papers by which charts are drawn. */
export const overview: Overview = {
	unit: 'year',
	papers: papers.length,
	themes: count(({ themeId }) => ({ themeId })),
	trend: count(({ themeId, period, placement }) => ({ themeId, period, placement })),
	team: count(({ teamSize }) => ({ teamSize })),
	teamByTheme: count(({ themeId, teamSize }) => ({ themeId, teamSize })),
	teamOverTime: count(({ period, placement, teamSize }) => ({ period, placement, teamSize }))
};

const theme = (themeId: number, size: number) => ({
	themeId,
	label: `theme ${themeId}`,
	papers: size,
	terms: []
});
/** The same beside the themes' names and sizes; of four themes the first three have colours of their own. */
export const source = (selected: number[] = []) => ({
	overview,
	themes: [theme(2, 30), theme(4, 1), theme(1, 40), theme(3, 9)],
	site: { span: { first: '2022-03-01', last: '2024-12-31' } },
	selected,
	slots: new Map([
		[1, 0],
		[2, 1],
		[3, 2]
	])
});

/** What a chart draws of such a source. */
export const modelOf =
	<D extends Dimension, M>(chart: Chart<D, M>) =>
	(
		{ overview, themes, site, selected, slots }: ReturnType<typeof source>,
		days: ChartSource<D>['days'] = null
	): M => {
		const rows = sumOf(overview, chart);
		const own: ChartSource<D> = {
			rows,
			unit: overview.unit,
			span: site.span,
			themes,
			selected,
			slots,
			measure: 'share',
			form: null,
			days
		};
		return chart.model(own);
	};
