import { compareKinds, type ComparedShare } from '../../../analysis/share-comparison.ts';
import { teamBins } from '../../../analysis/team.ts';
import type { Overview } from '../../../dataset/overview.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { SideCounts } from '../../../queries/cells/side-counts.ts';
import { nextPeriod, isoDate, parseIsoDate } from '../../../base/date.ts';
import { formatPeriod } from '../../../format/format.ts';

/** A kind of papers that both sides are split into. */
export interface PairedRow extends ComparedShare {
	label: string;
	/** What narrows either side to this kind; `null` where no filter does. */
	narrows: Partial<Filters> | null;
}

/** A theme that both sides are split by. */
export interface ThemeRow extends PairedRow {
	themeId: number;
}

interface Kind {
	label: string;
	narrows: Partial<Filters> | null;
	first: number;
	second: number;
}

function paired(kinds: readonly Kind[], all: readonly [number, number]): PairedRow[] {
	const counts = (of: (kind: Kind) => number) => new Map(kinds.map((kind, id) => [id, of(kind)]));
	const compared = compareKinds(
		counts(({ first }) => first),
		counts(({ second }) => second),
		all
	);
	return compared.map((share) => ({ ...share, ...kinds[share.id]!, id: share.id }));
}

const inOrder = (rows: PairedRow[]) => rows.sort((a, b) => a.id - b.id);

/** Themes, the largest difference first. */
export function themeRows(
	first: SideCounts,
	second: SideCounts,
	labelOf: (themeId: number) => string
): ThemeRow[] {
	const papers = (side: SideCounts) => new Map(side.themes.map(({ themeId, papers }) => [themeId, papers]));
	const shares = compareKinds(papers(first), papers(second), [first.papers, second.papers]);
	return shares.map((share) => ({
		...share,
		themeId: share.id,
		label: labelOf(share.id),
		narrows: { themes: [share.id] }
	}));
}

/** Bins of team sizes in their order; unknown sizes last, where there are any. */
export function teamRows(first: SideCounts, second: SideCounts): PairedRow[] {
	const others = teamBins(second.team);
	const kinds = teamBins(first.team).map(({ from, to, label, papers }, place): Kind => ({
		label: label.replace('-', '–'),
		narrows: {
			team: from === null ? { range: null, unknown: true } : { range: { from, to }, unknown: false }
		},
		first: papers,
		second: others[place]?.papers ?? 0
	}));
	const held = kinds.filter(({ narrows, ...papers }) => {
		const isUnknown = narrows?.team?.range === null;
		return !isUnknown || papers.first + papers.second > 0;
	});
	return inOrder(paired(held, [first.papers, second.papers]));
}

/** Periods in their order, then papers dated too coarsely, then undated ones. */
export function periodRows(first: SideCounts, second: SideCounts, unit: Overview['unit']): PairedRow[] {
	const keyOf = ({ period, placement }: SideCounts['periods'][number]) => period ?? `~${placement}`;
	const papers = (side: SideCounts) => new Map(side.periods.map((row) => [keyOf(row), row.papers]));
	const [one, two] = [papers(first), papers(second)];
	const kinds = [...new Set([...one.keys(), ...two.keys()])].sort().map((key): Kind => ({
		...periodKind(key, unit),
		first: one.get(key) ?? 0,
		second: two.get(key) ?? 0
	}));
	return inOrder(paired(kinds, [first.papers, second.papers]));
}

function periodKind(key: string, unit: Overview['unit']): Pick<Kind, 'label' | 'narrows'> {
	if (key === '~undated') return { label: 'undated', narrows: { date: { range: null, unknown: true } } };
	const start = parseIsoDate(key);
	if (start === null) return { label: 'dated by year only', narrows: { dated: ['year'] } };
	const range = { from: key, to: isoDate(nextPeriod(start, unit) - 1) };
	return { label: formatPeriod(key, unit), narrows: { date: { range, unknown: false } } };
}
