import type { Site } from '../../src/lib/state/site.ts';

/** What the pages know of an invented dataset: twelve themes, daily dates of 2023 and 2024. */
export function sampleSite(changes: Partial<Site> = {}): Site {
	const themes = Array.from({ length: 12 }, (_, themeId) => ({
		themeId,
		label: `theme ${themeId}`,
		papers: 20 - themeId,
		terms: []
	}));
	return {
		title: 'Invented papers',
		listed: null,
		fingerprint: '0123456789abcdef',
		files: ['invented.jsonl'],
		opened: false,
		counts: {
			papers: 174,
			themes: 12,
			leaves: 12,
			dated: 160,
			withTeamSize: 150,
			withAbstract: 174,
			rejected: 0,
			duplicates: 0
		},
		span: { first: '2023-01-05', last: '2024-12-20' },
		granularity: 'day',
		notices: [],
		themes,
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
