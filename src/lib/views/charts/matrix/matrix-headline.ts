import type { ThemeTeamCount } from '../../../dataset/overview.ts';
import { formatFixed, formatShare } from '../../../format/format.ts';
import {
	level,
	papersInQuestion,
	probability,
	themeName,
	type Headline
} from '../../../analysis/headline.ts';
import { teamBins, teamBinsByTheme } from '../../../analysis/team.ts';
import { twoSidedNormal } from '../../../analysis/tails.ts';

/** Papers in a cell, and expected there, from which it may make a headline. */
const enoughFound = 5;
const enoughExpected = 3;

interface Cell {
	themeId: number;
	bin: number;
	found: number;
	/** Papers of the theme, and of the bin, whose team size is known. */
	ofTheme: number;
	ofBin: number;
	/** Adjusted residual (Haberman 1973): a standard normal value when theme and team size are unrelated. */
	residual: number;
}

/**
 * The sentence above themes by team size: the cell with more papers than theme and team size by themselves
 * explain, if one clearly has.
 *
 * @param narrowed filters other than those of themes and team size have left papers out
 */
export function matrixHeadline(
	rows: readonly ThemeTeamCount[],
	labels: ReadonlyMap<number, string>,
	selected: readonly number[],
	narrowed: boolean
): Headline {
	const known = rows.filter(({ teamSize }) => teamSize !== null);
	if (new Set(known.map(({ themeId }) => themeId)).size === 1) {
		return { text: 'One theme alone has team sizes: there is no other to compare', basis: '' };
	}
	const all = known.reduce((sum, { papers }) => sum + papers, 0);
	const cells = cellsOf(known, all).filter(({ themeId, found, ofTheme, ofBin }) => {
		const expected = (ofTheme * ofBin) / all;
		const looked = selected.length === 0 || selected.includes(themeId);
		return looked && found >= enoughFound && expected >= enoughExpected;
	});
	const [first] = cells.sort((a, b) => b.residual - a.residual || a.themeId - b.themeId || a.bin - b.bin);
	if (!first) return { text: 'Too few papers to compare team sizes theme by theme', basis: '' };
	const p = Math.min(1, twoSidedNormal(first.residual) * cells.length);
	const tests = cells.length === 1 ? 'one cell' : `${cells.length} cells`;
	const test = `Adjusted residual ${formatFixed(first.residual, 1)}, ${probability(p)} over ${tests} (Bonferroni)`;
	if (first.residual <= 0 || p >= level) {
		return { text: 'No theme stands out by its team sizes', basis: '', test };
	}
	const label = teamBins([])[first.bin]!.label.replace('-', '–');
	const share = formatShare(first.found, first.ofTheme);
	const usual = `${formatShare(first.ofBin, all)} of all ${papersInQuestion(narrowed)}`;
	const noun = label === '1' ? 'author' : 'authors';
	return {
		text: `${share} of the papers in ${themeName(labels, first.themeId)} have ${label} ${noun}, against ${usual}`,
		basis: '',
		test
	};
}

function cellsOf(known: readonly ThemeTeamCount[], all: number): Cell[] {
	const bins = teamBins(known);
	return [...teamBinsByTheme(known)].flatMap(([themeId, counts]) => {
		const ofTheme = counts.reduce((sum, count) => sum + count, 0);
		return counts.map((found, bin) => {
			const ofBin = bins[bin]!.papers;
			const expected = (ofTheme * ofBin) / all;
			const spread = Math.sqrt(expected * (1 - ofTheme / all) * (1 - ofBin / all));
			return { themeId, bin, found, ofTheme, ofBin, residual: spread > 0 ? (found - expected) / spread : 0 };
		});
	});
}
