import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

import {
	fitsUnit,
	isoDate,
	nextPeriod,
	parseIsoDate,
	periodStart,
	periodUnits
} from '../../../src/lib/base/date.ts';
import type { Overview, Placement } from '../../../src/lib/dataset/overview.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import { noRules } from '../../../src/lib/words/word-rules.ts';
import { createTokeniser } from '../../../src/lib/pipeline/terms/tokenise.ts';
import { breakId } from '../../../src/lib/pipeline/text/tokens.ts';
import type { Filters } from '../../../src/lib/queries/filters/filters.ts';
import type { SuggestDimension } from '../../../src/lib/queries/papers/paper-types.ts';
import type { SideCounts } from '../../../src/lib/queries/cells/side-counts.ts';
import type { TrendRows } from '../../../src/lib/queries/cells/trend-rows.ts';

/** A paper with what the pipeline found out about it. */
export interface KnownPaper extends Paper {
	paperId: number;
	themeId: number;
	similarity: number;
	/** Occurrences in title and abstract. */
	stems: ReadonlyMap<string, number>;
}

/** What a text is without accents, as far as these corpora have any. */
export const bare = (text: string) =>
	text
		.normalize('NFD')
		.replace(/(?<=[a-z])[\u0300-\u036f]+/gi, '')
		.normalize('NFC')
		.replaceAll('ß', 'ss')
		.replaceAll('ł', 'l');

/** A stem as searches know it. */
export const bareStem = (stem: string) => (bare(stem) === stem ? stem : porter.stem(bare(stem)));

/** The stems of a text and how often each occurs. */
function stemsOf(stopWords: readonly string[]) {
	const tokeniser = createTokeniser({ ...noRules, stopWords }, { keep: true });
	return (title: string, abstract: string): ReadonlyMap<string, number> => {
		const counts = new Map<string, number>();
		for (const id of tokeniser.tokenise({ title, abstract })) {
			if (id === breakId) continue;
			const stem = bareStem(tokeniser.stems[tokeniser.stemOfSurface[id]!]!);
			counts.set(stem, (counts.get(stem) ?? 0) + 1);
		}
		return counts;
	};
}

const stated = (values: readonly (string | null)[]) => values.filter((value) => value !== null);

/** What a paper can be found by the names of. */
export function namesOf(paper: Paper): Record<SuggestDimension, readonly string[]> {
	const { affiliations } = paper;
	return {
		organisation: stated([paper.organisation, ...affiliations.map(({ organisation }) => organisation)]),
		venue: stated([paper.venue]),
		author: paper.authors,
		keyword: paper.keywords.map(({ keyword }) => keyword),
		country: stated(affiliations.map(({ country }) => country))
	};
}

type Dimension = 'theme' | 'date' | 'team';

/** The filters' meaning, paper by paper, without SQL, a cube or an index. */
export class Reference {
	readonly papers: readonly KnownPaper[];
	readonly #frequencies = new Map<string, number>();
	readonly #stems: (title: string, abstract: string) => ReadonlyMap<string, number>;

	constructor(
		papers: readonly Paper[],
		found: readonly { themeId: number; similarity: number }[],
		stopWords: readonly string[]
	) {
		this.#stems = stemsOf(stopWords);
		this.papers = papers.map((paper, paperId) => ({
			...paper,
			paperId,
			themeId: found[paperId]!.themeId,
			similarity: found[paperId]!.similarity,
			stems: this.#stems(paper.title, paper.abstract)
		}));
	}

	/** Papers that pass every filter but those along some dimensions. */
	left(filters: Filters, ...ignored: Dimension[]): KnownPaper[] {
		const wanted = this.#stems(filters.query, '');
		const anyOf = (values: readonly string[], stated: readonly string[]) =>
			values.length === 0 ||
			values.some((value) => (value === '' ? stated.length === 0 : stated.includes(value)));
		return this.papers.filter((paper) => {
			if (![...wanted.keys()].every((stem) => paper.stems.has(stem))) return false;
			const names = namesOf(paper);
			if (!anyOf(filters.organisations, names.organisation)) return false;
			if (!anyOf(filters.venues, names.venue)) return false;
			if (!anyOf(filters.authors, names.author)) return false;
			if (!anyOf(filters.keywords, names.keyword)) return false;
			if (!anyOf(filters.countries, names.country)) return false;
			if (
				!ignored.includes('theme') &&
				filters.themes.length > 0 &&
				!filters.themes.includes(paper.themeId)
			) {
				return false;
			}
			if (
				!ignored.includes('date') &&
				!(passesDate(paper, filters.date) && passesDated(paper, filters.dated))
			)
				return false;
			return ignored.includes('team') || passesTeam(paper, filters.team);
		});
	}

	/** How well a paper matches a search: BM25 with k1 1.2 and b 0, as single precision. */
	relevance({ stems }: KnownPaper, query: string): number {
		const all = this.papers.length;
		let score = 0;
		for (const stem of this.#stems(query, '').keys()) {
			const df = this.#documentFrequency(stem);
			const frequency = stems.get(stem) ?? 0;
			score += (Math.log(1 + (all - df + 0.5) / (df + 0.5)) * frequency * 2.2) / (frequency + 1.2);
		}
		return Math.fround(score);
	}

	#documentFrequency(stem: string): number {
		const known = this.#frequencies.get(stem);
		if (known !== undefined) return known;
		const found = this.papers.filter((paper) => paper.stems.has(stem)).length;
		this.#frequencies.set(stem, found);
		return found;
	}

	overview(filters: Filters, unit: Overview['unit']): Overview {
		const theme = ({ themeId }: KnownPaper) => ({ themeId });
		const team = ({ teamSize }: KnownPaper) => ({ teamSize });
		const period = (paper: KnownPaper) => placeOf(paper, unit);
		return {
			unit,
			papers: this.left(filters).length,
			themes: tally(this.left(filters, 'theme'), theme),
			trend: this.#trend(filters, unit),
			team: tally(this.left(filters, 'team'), team),
			teamByTheme: tally(this.left(filters, 'theme', 'team'), (paper) => ({
				...theme(paper),
				...team(paper)
			})),
			teamOverTime: tally(this.left(filters, 'date'), (paper) => ({ ...period(paper), ...team(paper) }))
		};
	}

	trendRows(filters: Filters, granularity: string): TrendRows {
		const units = unitsFrom(granularity);
		return Object.fromEntries(units.map((unit) => [unit, this.#trend(filters, unit)]));
	}

	sideCounts(filters: Filters, unit: Overview['unit']): SideCounts {
		const left = this.left(filters);
		return {
			papers: left.length,
			themes: tally(left, ({ themeId }) => ({ themeId })),
			team: tally(left, ({ teamSize }) => ({ teamSize })),
			periods: tally(left, (paper) => placeOf(paper, unit))
		};
	}

	#trend(filters: Filters, unit: Overview['unit']): Overview['trend'] {
		return tally(this.left(filters, 'theme', 'date'), (paper) => ({
			themeId: paper.themeId,
			...placeOf(paper, unit)
		}));
	}
}

function passesDate({ published, datePrecision }: Paper, filter: Filters['date']): boolean {
	if (!filter) return true;
	if (published === null || datePrecision === null) return filter.unknown;
	if (!filter.range) return false;
	const start = parseIsoDate(published)!;
	const end = isoDate(nextPeriod(periodStart(start, datePrecision), datePrecision) - 1);
	const { from, to } = filter.range;
	return (from === null || published >= from) && (to === null || end <= to);
}

function passesDated({ datePrecision }: Paper, dated: Filters['dated']): boolean {
	return dated.length === 0 || dated.some((precision) => precision === datePrecision);
}

function passesTeam({ teamSize }: Paper, filter: Filters['team']): boolean {
	if (!filter) return true;
	if (teamSize === null) return filter.unknown;
	if (!filter.range) return false;
	const { from, to } = filter.range;
	return (from === null || teamSize >= from) && (to === null || teamSize <= to);
}

function placeOf(
	{ published, datePrecision }: Paper,
	unit: Overview['unit']
): { period: string | null; placement: Placement } {
	if (published === null || datePrecision === null) return { period: null, placement: 'undated' };
	if (!fitsUnit(datePrecision, unit)) return { period: null, placement: 'coarse' };
	return { period: isoDate(periodStart(parseIsoDate(published)!, unit)), placement: 'dated' };
}

/** Counts papers by key, in the order of the keys, `null` last. */
function tally<K extends Record<string, string | number | null>>(
	papers: readonly KnownPaper[],
	keyOf: (paper: KnownPaper) => K
): (K & { papers: number })[] {
	const rows = new Map<string, K & { papers: number }>();
	for (const paper of papers) {
		const key = keyOf(paper);
		const text = JSON.stringify(key);
		rows.set(text, { ...key, papers: (rows.get(text)?.papers ?? 0) + 1 });
	}
	return [...rows.values()].sort((a, b) => {
		for (const name of Object.keys(a)) {
			const [left, right] = [a[name] ?? null, b[name] ?? null];
			if (left === right) continue;
			if (left === null || right === null) return left === null ? 1 : -1;
			return left < right ? -1 : 1;
		}
		return 0;
	});
}

/** Units that a dataset can be counted by. */
export function unitsFrom(granularity: string): Overview['unit'][] {
	return (['month', 'quarter', 'year'] as const).filter(
		(unit) => periodUnits.indexOf(unit) >= periodUnits.findIndex((other) => other === granularity)
	);
}
