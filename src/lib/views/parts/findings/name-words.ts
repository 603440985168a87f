import { surelyWords } from '../../../analysis/trends/finding-words.ts';
import type { TestedTrends, TrendFinding } from '../../../analysis/trends/findings.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import { wordTrendsBeside, type WordRows } from '../../../analysis/trends/word-trends.ts';

/** What is said in general: what rises, what falls, and what does neither or is not known to. */
const course = ({ direction }: TrendFinding) =>
	direction === 'rising' || direction === 'falling' ? direction : 'neither';

/** What is said of a trend as the end of a sentence about it: `rose to 2017`, `is rising, very sure`. */
function clause(words: string): string {
	if (words.startsWith('steady to')) return `was ${words}`;
	if (words.startsWith('no clear change')) return `shows ${words}`;
	return /^(?:rising|falling|steady)/.test(words) ? `is ${words}` : words;
}

/**
 * `Across all themes, the share of papers that say “memory” is rising, very sure.`; `null` where all terms that stand in
 * enough papers do as the theme does.
 */
export function nameDiffers(
	theme: TrendFinding,
	terms: readonly { term: string; finding: TrendFinding }[],
	window: TrendWindow
): string | null {
	if (theme.direction === 'too few') return null;
	const other = terms.filter(
		({ finding }) => finding.direction !== 'too few' && course(finding) !== course(theme)
	);
	if (other.length === 0) return null;
	const said = other.map(({ term, finding }) => `“${term}” ${clause(surelyWords(finding, window))}`);
	return `Across all themes, the share of papers that say ${said.join('; that of ')}.`;
}

/** A term of a theme's name, and the papers that hold it. */
export interface NameTerm extends WordRows {
	themeId: number;
	term: string;
}

/** What is said of the names of themes whose words do otherwise, by theme. */
export function namesThatDiffer(trends: TestedTrends, terms: readonly NameTerm[]): Map<number, string> {
	const { findings } = wordTrendsBeside(trends, terms);
	const said = trends.findings.flatMap((theme) => {
		const own = terms.flatMap(({ themeId, term }, order) =>
			themeId === theme.id ? [{ term, finding: findings[order]! }] : []
		);
		const words = nameDiffers(theme, own, trends.window);
		return words === null ? [] : [[theme.id, words] as const];
	});
	return new Map(said);
}
