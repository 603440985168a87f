import { schemaVersion } from '../../src/lib/dataset/schema.ts';
import type { Site } from '../../src/lib/state/site.ts';

/** The themes as leaves, each merged with all before it. */
function chainTree(themes: Site['themes']): Site['tree'] {
	const leaves = themes.length;
	const parentOf = (id: number) => (id < 2 ? leaves : leaves + id - 1);
	let papers = themes[0]?.papers ?? 0;
	const merges = themes.slice(1).map((theme, index) => {
		papers += theme.papers;
		const themeId = leaves + index;
		const isRoot = index === leaves - 2;
		return { themeId, parentId: isRoot ? null : themeId + 1, label: `theme ${themeId}`, papers };
	});
	const nodes = themes.map(({ themeId, label, papers: own }) => ({
		themeId,
		parentId: leaves === 1 ? null : parentOf(themeId),
		label,
		papers: own
	}));
	return [...nodes, ...merges];
}

/** What the pages know of an invented dataset: twelve themes, daily dates of 2023 and 2024. */
export function sampleSite(changes: Partial<Site> = {}): Site {
	const themes = Array.from({ length: 12 }, (_, themeId) => ({
		themeId,
		label: `theme ${themeId}`,
		papers: 20 - themeId,
		terms: []
	}));
	return {
		schemaVersion,
		title: 'Invented papers',
		listed: null,
		fingerprint: '0123456789abcdef',
		files: ['invented.jsonl'],
		opened: false,
		counts: {
			papers: 174,
			sampled: 174,
			themes: 12,
			leaves: 12,
			dated: 160,
			withTeamSize: 150,
			withAbstract: 174,
			rejected: 0,
			duplicates: 0
		},
		span: { first: '2023-01-05', last: '2024-12-20' },
		years: { first: 2023, last: 2024 },
		granularity: 'day',
		notices: [],
		themes,
		tree: chainTree(themes),
		overview: {
			unit: 'quarter',
			papers: 174,
			themes: themes.map(({ themeId, papers }) => ({ themeId, papers })),
			trend: [],
			team: [],
			teamByTheme: [],
			teamOverTime: []
		},
		...changes
	};
}
