import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';

import type { ExportRow } from '../../../../src/lib/dataset/export-row.ts';
import type { Joins } from '../../../../src/lib/dataset/joined-names.ts';
import type { ReadingFormatName } from '../../../../src/lib/export/formats.ts';
import { noFilters, type Filters } from '../../../../src/lib/queries/filters/filters.ts';
import type { PaperOrder } from '../../../../src/lib/queries/papers/paper-order.ts';
import type { ExportSelection } from '../../../../src/lib/queries/paper-queries.ts';
import {
	mostInOrder,
	planExport,
	type ExportWish,
	type Shown
} from '../../../../src/lib/views/parts/export/export-plan.ts';
import { writeExport } from '../../../../src/lib/views/parts/export/write-export.ts';
import { exportRow } from '../../../support/export-rows.ts';
import { listRow } from '../../../support/paper-rows.ts';

const themes = [
	{ themeId: 3, label: 'Safety, alignment', papers: 3, terms: [] },
	{ themeId: 7, label: 'Decoding', papers: 2, terms: [] },
	{ themeId: 9, label: 'Programs', papers: 1, terms: [] }
];
const rows = [3, 7, 3, 9, 7, 3].map((theme, index) => exportRow({ paper_id: index, theme_id: theme }));

function matching({ themes: wanted }: Filters): ExportRow[] {
	return rows.filter(({ theme_id }) => wanted.length === 0 || wanted.includes(theme_id));
}

function shownBy(filters: Filters): Shown {
	const counts = themes.map(({ themeId, papers }) => ({ themeId, papers: themeId === 9 ? 0 : papers }));
	return {
		filters,
		joins: [],
		overview: { papers: matching(filters).length, themes: counts },
		site: {
			title: 'Daily Papers',
			files: ['page.txt'],
			counts: { papers: rows.length } as Shown['site']['counts']
		},
		themes
	};
}

const reader = {
	/** The newest first: those with the largest ids. */
	papers: async ({ themes: wanted }: Filters, { descending }: PaperOrder, from: number, count: number) => {
		const found = matching({ ...noFilters, themes: wanted }).map(({ paper_id }) =>
			listRow({ paperId: paper_id })
		);
		return (descending ? found.reverse() : found).slice(from, from + count);
	},
	async *exportRows(selection: ExportSelection) {
		const found =
			'filters' in selection
				? matching(selection.filters)
				: rows.filter((row) => selection.paperIds.includes(row.paper_id));
		for (let from = 0; from < found.length; from += 2)
			yield await Promise.resolve(found.slice(from, from + 2));
	}
};

const wish = (facts: Partial<ExportWish> = {}): ExportWish => ({
	wanted: { kind: 'filtered' },
	byTheme: false,
	format: 'csv',
	...facts
});
const list = {
	kind: 'list',
	entries: [
		{ paperId: 4, title: 'Four', note: 'a note', starred: true },
		{ paperId: 1, title: 'One', why: 'cited twice', read: true }
	]
} as const;
const signal = new AbortController().signal;

describe('joined names', () => {
	it('are told in a column, for the papers that name one of them', async () => {
		const named = {
			papers: () => Promise.reject(new Error('nothing is put in another order here')),
			async *exportRows() {
				yield await Promise.resolve([
					exportRow({ organisation: 'GoogleDeepMind', organisations: 'Google; MIT', venue: 'Google' }),
					exportRow({ paper_id: 1, organisation: 'Google' })
				]);
			}
		};
		const plan = {
			...planExport(wish({ wanted: { kind: 'all' } }), shownBy(noFilters)),
			joins: [{ dimension: 'organisation' as const, names: ['Google', 'GoogleDeepMind'] }],
			papers: 2
		};
		const [header, first, second] = (await (await writeExport(named, plan, () => {}, signal)).text()).split(
			'\r\n'
		);
		expect(header).toMatch(/,countries,counted_as$/);
		expect(first).toMatch(/,GoogleDeepMind: Google$/);
		expect(second).toMatch(/,$/);
		const ris = await writeExport(named, { ...plan, format: 'ris' }, () => {}, signal);
		expect((await ris.text()).match(/^N1 .*$/gm)).toEqual(['N1  - Counted as: GoogleDeepMind: Google']);
		const bibtex = await writeExport(named, { ...plan, format: 'bibtex' }, () => {}, signal);
		expect(await bibtex.text()).toMatch(/annote = \{Counted as: GoogleDeepMind: Google\}/);
	});

	it('are told in a reading list, beside its notes', async () => {
		const joins = [{ dimension: 'venue' as const, names: ['Nature', 'Nature (London)'] }];
		const named = {
			papers: reader.papers,
			async *exportRows() {
				yield await Promise.resolve([
					exportRow({ paper_id: 1, venue: 'Nature' }),
					exportRow({ paper_id: 4, venue: 'Nature (London)' })
				]);
			}
		};
		const written = async (format: ReadingFormatName, some: Joins = joins) => {
			const shown = { ...shownBy(noFilters), joins: some };
			const plan = planExport(wish({ wanted: list, format }), shown);
			return (await writeExport(named, plan, () => {}, signal)).text();
		};
		const [header, first, second] = (await written('csv')).split('\r\n');
		expect(header).toMatch(/^place,read,starred,why,note,paper_id,.*,countries,counted_as$/);
		expect(first).toMatch(/^1,.*,Nature \(London\): Nature$/);
		expect(second).toMatch(/^2,.*,$/);
		const told = (await written('jsonl')).trimEnd().split('\n');
		expect(told.map((line) => (JSON.parse(line) as { counted_as: string }).counted_as)).toEqual([
			'Nature (London): Nature',
			''
		]);
		expect((await written('ris')).match(/^N1 .*$/gm)).toEqual([
			'N1  - a note',
			'N1  - Counted as: Nature (London): Nature',
			'N1  - Why: cited twice'
		]);
		expect((await written('bibtex')).match(/annote = .*/g)).toEqual([
			'annote = {a note – Counted as: Nature (London): Nature}',
			'annote = {Why: cited twice}'
		]);
		expect((await written('markdown')).match(/^ +- Counted as: .*$/gm)).toEqual([
			'    - Counted as: Nature (London): Nature'
		]);
		for (const format of ['csv', 'jsonl', 'ris', 'bibtex', 'markdown'] as const)
			expect(await written(format, [])).not.toMatch(/counted.as/i);
	});
});

describe('what an export will write', () => {
	it('names the file after the corpus and what is filtered', () => {
		const shown = shownBy({ ...noFilters, themes: [3], query: 'reward model' });
		expect(planExport(wish(), shown).fileName).toBe('Daily-Papers-Safety-alignment-reward-model.csv');
		expect(planExport(wish({ wanted: { kind: 'all' }, format: 'bibtex' }), shown).fileName).toBe(
			'Daily-Papers.bib'
		);
		expect(planExport(wish({ wanted: { kind: 'theme', themeId: 7 } }), shown).fileName).toBe(
			'Daily-Papers-Decoding.csv'
		);
	});

	it('names the file after the input where the corpus has no name', () => {
		const shown = shownBy(noFilters);
		const named = (file: string) =>
			planExport(wish({ wanted: { kind: 'all' } }), {
				...shown,
				site: { ...shown.site, title: null, files: [file] }
			}).fileName;
		expect(named('hf_daily.jsonl.gz')).toBe('hf-daily.csv');
		expect(named('v1.2 papers.csv')).toBe('v1-2-papers.csv');
		expect(named('')).toBe('papers.csv');
	});

	it('counts what the page counts', () => {
		const shown = shownBy({ ...noFilters, themes: [7] });
		expect(planExport(wish(), shown).papers).toBe(2);
		expect(planExport(wish({ wanted: { kind: 'all' } }), shown).papers).toBe(6);
		expect(planExport(wish({ wanted: { kind: 'theme', themeId: 3 } }), shown).papers).toBe(3);
		expect(planExport(wish({ wanted: list }), shown).papers).toBe(2);
	});

	it('exports a theme whatever the filters are', () => {
		const shown = shownBy({ ...noFilters, query: 'reward' });
		const { selection } = planExport(wish({ wanted: { kind: 'theme', themeId: 3 } }), shown);
		expect(selection).toEqual({ filters: { ...noFilters, themes: [3] } });
	});

	it('makes a file for each selected theme that has papers left, under the other filters', () => {
		const plan = planExport(wish({ byTheme: true }), shownBy({ ...noFilters, themes: [3, 9], query: 'x' }));
		expect(plan.fileName).toMatch(/-by-theme\.zip$/);
		expect(plan.themes).toEqual([
			{
				themeId: 3,
				label: 'Safety, alignment',
				selection: { filters: { ...noFilters, themes: [3], query: 'x' } }
			}
		]);
	});
});

describe('writing an export', () => {
	it('writes a row for each paper and tells how far it is', async () => {
		const told = vi.fn();
		const plan = planExport(wish({ wanted: { kind: 'all' } }), shownBy(noFilters));
		const file = await writeExport(reader, plan, told, signal);
		const text = await file.text();
		expect(text.trimEnd().split('\r\n')).toHaveLength(1 + rows.length);
		expect(told.mock.calls.flat().map(({ done }) => done)).toEqual([2, 4, 6]);
		expect(file.type).toBe('text/csv;charset=utf-8');
	});

	const idsIn = (text: string) =>
		text
			.trimEnd()
			.split('\n')
			.map((line) => (JSON.parse(line) as ExportRow).paper_id);

	it('writes papers in the order of the screen, where they are not too many', async () => {
		const order = { column: 'published', descending: true } as const;
		const shown = shownBy({ ...noFilters, themes: [3] });
		const asked = wish({ format: 'jsonl', order });
		const sorted = await writeExport(reader, planExport(asked, shown), () => {}, signal);
		expect(idsIn(await sorted.text())).toEqual([5, 2, 0]);
		const byId = await writeExport(reader, planExport({ ...asked, order: null }, shown), () => {}, signal);
		expect(idsIn(await byId.text())).toEqual([0, 2, 5]);
		const many = { ...shown, overview: { ...shown.overview, papers: mostInOrder + 1 } };
		expect(planExport(asked, many).sorted).toBeNull();
	});

	it('writes the reading list in its own order with its marks', async () => {
		const plan = planExport(wish({ wanted: list, format: 'jsonl' }), shownBy(noFilters));
		const lines = (await (await writeExport(reader, plan, () => {}, signal)).text()).trimEnd().split('\n');
		expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
			{ place: 1, paper_id: 4, note: 'a note', starred: 'yes', read: '', why: '' },
			{ place: 2, paper_id: 1, note: '', starred: '', read: 'yes', why: 'cited twice' }
		]);
		expect(planExport(wish({ wanted: list, format: 'markdown' }), shownBy(noFilters)).fileName).toBe(
			'Daily-Papers-reading-list.md'
		);
	});

	it('puts every theme into a file of its own', async () => {
		const plan = planExport(
			wish({ wanted: { kind: 'all' }, byTheme: true, format: 'jsonl' }),
			shownBy(noFilters)
		);
		const file = await writeExport(reader, plan, () => {}, signal);
		const entries = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
		expect(entries.map(([name, bytes]) => [name, strFromU8(bytes).trimEnd().split('\n').length])).toEqual([
			['Safety-alignment.jsonl', 3],
			['Decoding.jsonl', 2],
			['Programs.jsonl', 1]
		]);
	});

	it('refuses to hand over other papers than the page counts', async () => {
		const plan = { ...planExport(wish({ wanted: { kind: 'all' } }), shownBy(noFilters)), papers: 7 };
		await expect(writeExport(reader, plan, () => {}, signal)).rejects.toThrow(
			'6 papers were written where the page counts 7.'
		);
	});

	it('stops when it is called off', async () => {
		const controller = new AbortController();
		const plan = planExport(wish({ wanted: { kind: 'all' } }), shownBy(noFilters));
		const stop = () => controller.abort(new Error('enough'));
		await expect(writeExport(reader, plan, stop, controller.signal)).rejects.toThrow('enough');
	});
});
