import { findingWords } from '../../../analysis/trend-words.ts';
import { formatShare } from '../../../format/format.ts';
import type { TermModel } from './term-model.ts';

/** What the chart of words shows: the word in most papers, and how it moves. */
export function termHeadline({ series, papers, all, trends }: TermModel): string {
	const [first] = [...series].sort((a, b) => (papers[b.id] ?? 0) - (papers[a.id] ?? 0) || a.id - b.id);
	if (!first) return 'No words to show';
	const held = papers[first.id] ?? 0;
	const word = `“${first.label.replaceAll('"', '')}”`;
	if (held === 0) return `No paper holds ${word}`;
	const finding = trends.kind === 'tested' ? trends.findings.find(({ id }) => id === first.id) : undefined;
	const moves = finding && trends.kind === 'tested' ? `; ${findingWords(finding, trends.unit)}` : '';
	return `${word} stands in ${formatShare(held, all)} of the papers${moves}`;
}
