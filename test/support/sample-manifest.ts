import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import { schemaVersion, tableNames, tables } from '../../src/lib/dataset/schema.ts';

const rows: Partial<Record<string, number>> = { papers: 3, paper_texts: 3, rejections: 1 };
const groups = [...new Set(tableNames.map((name) => tables[name].group))];

/** The manifest of three papers in two themes, as a build would write it. */
export function sampleManifest(): Manifest {
	return {
		schemaVersion,
		generator: { name: 'corpuscope', version: '0.1.0' },
		title: 'Seals',
		listed: '2024-05-01',
		fingerprint: '0123456789abcdef',
		inputs: [
			{
				file: 'seals.csv',
				bytes: 900,
				sha256: 'a'.repeat(64),
				format: 'csv',
				others: ['text'],
				records: 5,
				papers: 3,
				duplicates: 1,
				merged: { id: 0, doi: 1, text: 0, titleYear: 0 },
				rejected: 1,
				dateOrders: [{ column: 'date', order: null, dates: 2, contradicted: false }]
			}
		],
		parameters: { k1: 1.2, stopWords: ['novel'], keepDuplicates: false, weighting: 'bm25' },
		seed: 42,
		counts: {
			papers: 3,
			sampled: 3,
			themes: 2,
			leaves: 2,
			dated: 2,
			withTeamSize: 3,
			withAbstract: 3,
			rejected: 1,
			duplicates: 1
		},
		span: { first: '2023-02-01', last: '2024-03-31' },
		years: { first: 2023, last: 2024 },
		granularity: 'month',
		quality: { coherence: 0.1, diversity: 1, silhouette: null, inertia: 1.5 },
		notices: ['Few papers.'],
		themes: [
			{ themeId: 0, label: 'ice', papers: 2, terms: ['ice', 'snow'] },
			{ themeId: 1, label: 'seals', papers: 1, terms: ['seals'] }
		],
		tree: [
			{ themeId: 0, parentId: 2, label: 'ice', papers: 2 },
			{ themeId: 1, parentId: 2, label: 'seals', papers: 1 },
			{ themeId: 2, parentId: null, label: 'all', papers: 3 }
		],
		overview: {
			unit: 'year',
			papers: 3,
			themes: [
				{ themeId: 0, papers: 2 },
				{ themeId: 1, papers: 1 }
			],
			trend: [
				{ themeId: 0, period: '2023-01-01', placement: 'dated', papers: 1 },
				{ themeId: 0, period: null, placement: 'undated', papers: 1 },
				{ themeId: 1, period: '2024-01-01', placement: 'dated', papers: 1 }
			],
			team: [{ teamSize: 2, papers: 3 }],
			teamByTheme: [
				{ themeId: 0, teamSize: 2, papers: 2 },
				{ themeId: 1, teamSize: 2, papers: 1 }
			],
			teamOverTime: [
				{ period: '2023-01-01', placement: 'dated', teamSize: 2, papers: 1 },
				{ period: '2024-01-01', placement: 'dated', teamSize: 2, papers: 1 },
				{ period: null, placement: 'undated', teamSize: 2, papers: 1 }
			]
		},
		tables: tableNames.map((name) => ({ name, rows: rows[name] ?? 0, checksum: 'b'.repeat(32) })),
		files: groups.map((group) => ({
			file: group === 'dataset' ? 'dataset.duckdb' : `${group}-0000.duckdb`,
			group,
			part: 0,
			first: group === 'search' ? 'ice' : 0,
			last: group === 'search' ? 'snow' : 2
		}))
	};
}
