import { surelyWords, windowSpan } from '../../../analysis/trends/finding-words.ts';
import { slopeOf } from '../../../analysis/trends/ranking.ts';
import { formatShare, listed } from '../../../format/format.ts';
import type { TermModel } from './term-model.ts';

type Series = TermModel['series'];

/** The words that surely rise or fall most steeply, else those in most papers; words of equally many are all named. */
function leading({ series, papers, trends }: TermModel): Series {
	const findings = trends.kind === 'tested' ? trends.findings : [];
	const [steepest] = findings
		.filter(({ direction, papers: held }) => held > 0 && /^(?:rising|falling)$/.test(direction))
		.sort((a, b) => Math.abs(slopeOf(b)) - Math.abs(slopeOf(a)) || a.id - b.id);
	if (steepest) return series.filter(({ id }) => id === steepest.id);
	const most = Math.max(0, ...papers);
	return series.filter(({ id }) => papers[id] === most);
}

/** What the chart of words shows: the word that moves most, or that of most papers where none surely does. */
export function termHeadline(model: TermModel): string {
	const { papers, all, trends } = model;
	const first = leading(model);
	const words = first.map(({ label }) => (/“/.test(label) ? label : `“${label}”`));
	if (words.length === 0) return 'No words to show';
	const held = papers[first[0]!.id] ?? 0;
	const window = trends.kind === 'tested' ? ` of ${windowSpan(trends.window)}` : '';
	if (held === 0) return `No paper${window} holds ${words.join(' or ')}`;
	const each = words.length === 1 ? `${listed(words)} stands` : `${listed(words)} each stand`;
	const share = `${each} in ${formatShare(held, all)} of the papers`;
	if (trends.kind !== 'tested') return share;
	const finding = trends.findings.find(({ id }) => id === first[0]!.id);
	const moves = finding && words.length === 1 ? `; ${surelyWords(finding, trends.window)}` : '';
	return `${share}${window}${moves}`;
}
