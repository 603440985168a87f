import type { ExportRow } from '../../../src/lib/dataset/export-row.ts';
import { ThemeTree, type ThemeNode } from '../../../src/lib/dataset/theme-tree.ts';
import {
	measures,
	type ReadingBasis,
	type ReadingKind,
	type ReadingReason
} from '../../../src/lib/queries/reading/reading-types.ts';

/** A selected paper with the reason for it. */
export interface PlainPaper {
	paperId: number;
	row: ExportRow;
	theme: number;
	reason: ReadingReason;
	/** Percentiles, 0 to 1. */
	central: number | null;
	cited: number | null;
}

const yearOf = ({ published }: ExportRow) => (published === null ? null : Number(published.slice(0, 4)));
/** First day of a stated date. */
const dayOf = ({ published }: ExportRow) => (published === null ? null : `${published}-01-01`.slice(0, 10));
/** Unknown ones come last, whichever way. */
const descending = (a: number | null, b: number | null) =>
	a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;

/** The lists of what is worth reading, paper by paper, without SQL. */
export class PlainReading {
	readonly #rows: readonly ExportRow[];
	readonly #left: readonly ExportRow[];
	readonly #themeOf: (row: ExportRow) => number;
	readonly #heldBy: (node: number) => number;
	#basis: ReadingBasis | null = null;

	constructor(
		rows: readonly ExportRow[],
		passes: (paperId: number) => boolean,
		themeOfLeaf: readonly number[],
		nodes: readonly ThemeNode[]
	) {
		this.#rows = rows;
		this.#left = rows.filter(({ paper_id }) => passes(paper_id));
		this.#themeOf = ({ leaf_id }) => themeOfLeaf[leaf_id]!;
		const tree = new ThemeTree(nodes);
		this.#heldBy = (node) => {
			const themes = tree.leavesOf(node).map((leaf) => themeOfLeaf[leaf]!);
			return themes.every((theme) => theme === themes[0]) ? themes[0]! : node;
		};
	}

	basis(): ReadingBasis {
		return (this.#basis ??= this.#computed());
	}

	#computed(): ReadingBasis {
		const left = this.#left;
		const years = left.flatMap((row) => yearOf(row) ?? []).sort((a, b) => a - b);
		const newest = Math.max(...this.#rows.map((row) => yearOf(row) ?? -Infinity));
		const stating = (name: (typeof measures)[number]) => left.filter((row) => row[name] !== null);
		const measure = measures.find(
			(name) => stating(name).length >= left.length / 2 && stating(name).some((row) => row[name]! > 0)
		);
		return {
			papers: left.length,
			measure: measure ?? null,
			stated: measure ? stating(measure).length : 0,
			dated: years.length,
			until: years.length === 0 ? null : Math.min(years[Math.ceil(years.length / 2) - 1]!, newest - 1)
		};
	}

	list(kind: ReadingKind): PlainPaper[] {
		const { measure, until } = this.basis();
		const papers = this.#left.map((row) => this.#paper(row));
		const known = ({ reason }: PlainPaper) => (reason.amount ?? 0) > 0;
		if (kind === 'start') {
			const score = ({ central, cited }: PlainPaper) => (measure ? Math.min(central!, cited!) : central!);
			const some = papers.filter((paper) => paper.central !== null && (!measure || known(paper)));
			return byTurns(
				some.sort((a, b) => score(b) - score(a)),
				({ theme }) => String(theme)
			);
		}
		if (kind === 'classics' && measure) {
			const old = papers.filter((paper) => known(paper) && (yearOf(paper.row) ?? 9999) <= (until ?? 0));
			return old.sort((a, b) => b.cited! - a.cited! || b.reason.amount! - a.reason.amount!);
		}
		if (kind === 'classics') {
			const typical = papers.filter(({ central, row }) => central !== null && central >= 0.5 && dayOf(row));
			return typical.sort(
				(a, b) =>
					(dayOf(a.row)! < dayOf(b.row)! ? -1 : Number(dayOf(a.row) !== dayOf(b.row))) ||
					b.central! - a.central!
			);
		}
		if (kind === 'newest') {
			const dated = papers.filter(({ row }) => dayOf(row) !== null);
			return dated.sort(
				(a, b) =>
					(dayOf(a.row)! > dayOf(b.row)! ? -1 : Number(dayOf(a.row) !== dayOf(b.row))) ||
					descending(a.central, b.central)
			);
		}
		if (kind === 'bridges') {
			const between = papers.filter(({ row, theme, reason }) => {
				const { secondThemeId } = reason;
				return (
					row.similarity > 0 &&
					secondThemeId !== null &&
					secondThemeId !== theme &&
					row.margin <= 0.1 * row.similarity
				);
			});
			return byTurns(
				between.sort((a, b) => b.reason.secondSimilarity! - a.reason.secondSimilarity!),
				({ theme, reason }) => [theme, reason.secondThemeId!].sort((a, b) => a - b).join()
			);
		}
		const far = papers.filter(
			({ row, reason }) =>
				row.abstract !== '' && reason.nearPlace !== null && reason.nearPlace > 0.95 * reason.nearOf!
		);
		return far.sort((a, b) => descending(a.cited, b.cited) || a.central! - b.central!);
	}

	#paper(row: ExportRow): PlainPaper {
		const { measure } = this.basis();
		const theme = this.#themeOf(row);
		const amount = measure ? row[measure] : null;
		const peers = measure
			? this.#rows.filter((other) => other[measure] !== null && yearOf(other) === yearOf(row))
			: [];
		const more = peers.filter((other) => other[measure!]! > amount!).length;
		const same = peers.filter((other) => other[measure!] === amount).length;
		const mates = this.#rows.filter((other) => other.similarity > 0 && this.#themeOf(other) === theme);
		const nearer = mates.filter(({ similarity }) => similarity > row.similarity).length;
		const isCounted = amount !== null;
		const isNear = row.similarity > 0;
		const day = dayOf(row);
		const second = row.second_theme_id;
		return {
			paperId: row.paper_id,
			row,
			theme,
			central: isNear ? 1 - (nearer + 0.5) / mates.length : null,
			cited: isCounted ? 1 - (more + 1 + (same - 1) / 2 - 0.5) / peers.length : null,
			reason: {
				amount,
				place: isCounted ? more + 1 : null,
				tied: isCounted ? same : null,
				peers: isCounted ? peers.length : null,
				nearPlace: isNear ? nearer + 1 : null,
				nearOf: isNear ? mates.length : null,
				newer: day === null ? null : this.#left.filter((other) => (dayOf(other) ?? '') > day).length,
				sameDate:
					day === null ? null : this.#left.filter(({ published }) => published === row.published).length,
				secondThemeId: second === null ? null : this.#heldBy(second),
				secondSimilarity: second === null ? null : row.similarity - row.margin
			}
		};
	}
}

/** Puts the first of each group before the second of any; sorted before, and equal ones in the order of their ids. */
function byTurns(papers: readonly PlainPaper[], groupOf: (paper: PlainPaper) => string): PlainPaper[] {
	const seen = new Map<string, number>();
	const turned = papers.map((paper) => {
		const group = groupOf(paper);
		const turn = seen.get(group) ?? 0;
		seen.set(group, turn + 1);
		return { paper, turn };
	});
	return turned.sort((a, b) => a.turn - b.turn).map(({ paper }) => paper);
}
