import { surelyWords, windowSpan } from '../../../analysis/trends/finding-words.ts';
import { formatShare, listed } from '../../../format/format.ts';
import type { TermModel } from './term-model.ts';

/** What the chart of words shows: the word in most papers, and how it moves; words of equally many are all named. */
export function termHeadline({ series, papers, all, trends }: TermModel): string {
	const held = Math.max(0, ...papers);
	const first = series.filter(({ id }) => papers[id] === held);
	const words = first.map(({ label }) => `“${label.replaceAll('"', '')}”`);
	if (words.length === 0) return 'No words to show';
	const window = trends.kind === 'tested' ? ` of ${windowSpan(trends.window)}` : '';
	if (held === 0) return `No paper${window} holds ${words.join(' or ')}`;
	const each = words.length === 1 ? `${listed(words)} stands` : `${listed(words)} each stand`;
	const share = `${each} in ${formatShare(held, all)} of the papers`;
	if (trends.kind !== 'tested') return share;
	const finding = trends.findings.find(({ id }) => id === first[0]!.id);
	const moves = finding && words.length === 1 ? `; ${surelyWords(finding, trends.window)}` : '';
	return `${share}${window}${moves}`;
}
