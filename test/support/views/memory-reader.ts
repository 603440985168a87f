import type { ExportRow } from '../../../src/lib/dataset/export-row.ts';
import { schemaVersion } from '../../../src/lib/dataset/schema.ts';
import type { Filters } from '../../../src/lib/queries/filters/filters.ts';
import type { PaperOrder } from '../../../src/lib/queries/papers/paper-order.ts';
import type { ReadingLists } from '../../../src/lib/queries/reading/reading-types.ts';
import type { PaperListRow } from '../../../src/lib/queries/papers/paper-types.ts';
import type { DatasetReader } from '../../../src/lib/state/reader.ts';
import { exportRow } from '../export-rows.ts';
import { listRow, paperDetail } from '../paper-rows.ts';
import { sampleSite } from '../site.ts';

/** A title that would be dangerous if it were taken for HTML. */
export const hostileTitle = '<img src=x onerror="globalThis.hacked = true"> & <b>bold</b>';

export function memoryPapers(count: number): PaperListRow[] {
	const { themes } = sampleSite();
	return Array.from({ length: count }, (_, paperId) =>
		listRow({
			paperId,
			title:
				paperId === 0 ? hostileTitle : `Paper number ${String(paperId).padStart(5, '0')} on reward models`,
			published: paperId % 10 === 3 ? null : '2024-03',
			teamSize: paperId % 7 === 2 ? null : 1 + ((paperId * 13) % 40),
			themeId: themes[paperId % themes.length]?.themeId ?? 0,
			similarity: ((paperId * 37) % 100) / 100,
			comments: paperId % 5
		})
	);
}

function inOrder(papers: readonly PaperListRow[], { column, descending }: PaperOrder): PaperListRow[] {
	const sign = descending ? -1 : 1;
	if (column === 'title') return [...papers].sort((a, b) => sign * (a.title < b.title ? -1 : 1));
	if (column === 'similarity') return [...papers].sort((a, b) => sign * (a.similarity - b.similarity));
	return [...papers];
}

const named = { organisation: 0, venue: 0, author: 9, keyword: 7, country: 0 };

/** The last papers first, as if each were cited as often as its number and all were of 2024; no bridges. */
function memoryReading(papers: readonly PaperListRow[], count: number): ReadingLists {
	const found = papers.toReversed().map((paper, at) => ({
		...paper,
		published: '2024-03',
		amount: paper.paperId,
		place: at + 1,
		tied: 1,
		peers: papers.length,
		nearPlace: at + 1,
		nearOf: papers.length,
		newer: at,
		sameDate: 1,
		secondThemeId: null,
		secondSimilarity: null
	}));
	const some = found.slice(0, count);
	const { length } = papers;
	return {
		basis: { papers: length, measure: 'citations', stated: length, dated: length, until: 2024 },
		lists: { start: some, classics: some, newest: some, bridges: [], outliers: some.slice(0, 1) }
	};
}

/** A dataset of generated papers, answered from memory: what views ask for, without an engine. */
export function memoryReader(papers: readonly PaperListRow[]): DatasetReader {
	const left = ({ themes }: Filters) =>
		papers.filter(({ themeId }) => themes.length === 0 || themes.includes(themeId));
	const at = (id: number) => papers[id] ?? listRow();
	async function* exportRows(which: Parameters<DatasetReader['exportRows']>[0]): AsyncGenerator<ExportRow[]> {
		const rows = 'filters' in which ? left(which.filters) : which.paperIds.map(at);
		yield await Promise.resolve(rows.map(({ paperId, title }) => exportRow({ paper_id: paperId, title })));
	}
	const reader: Partial<DatasetReader> = {
		manifest: { schemaVersion, parameters: {}, named } as unknown as DatasetReader['manifest'],
		overview: async (filters, unit) => ({ ...sampleSite().overview, unit, papers: left(filters).length }),
		papers: async (filters, order, from, count) => inOrder(left(filters), order).slice(from, from + count),
		paper: async (id) =>
			paperDetail({
				...at(id),
				abstract: 'We train <i>reward models</i> that reward a modelling of rewards.',
				authors: ['Ada Lovelace', 'Alan Turing'],
				url: 'https://example.org/paper',
				secondThemeId: at(id + 1).themeId
			}),
		names: async (dimension, ids) =>
			new Map(ids.map((id) => [id, id % 4 === 0 ? [] : [`${dimension} of ${id}`, 'a < b']])),
		papersById: async (ids) => ids.map(at),
		readingLists: async (filters, count) => memoryReading(left(filters), count),
		contributors: async (filters, dimension) => ({
			papers: left(filters).length,
			unstated: 1,
			values: [
				{ value: `${dimension} <b>one</b>`, papers: 4, citations: 30, counted: 3 },
				{ value: `${dimension} two`, papers: 2, citations: null, counted: 0 }
			]
		}),
		nearest: async (id, count) => papers.slice(id + 1, id + 1 + count),
		exportRows,
		arranged: () => reader as DatasetReader,
		close: async () => {}
	};
	return reader as DatasetReader;
}
