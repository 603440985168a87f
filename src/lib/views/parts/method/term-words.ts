import { formatNumber } from '../../../format/format.ts';
import type { WordRules } from '../../../words/word-rules.ts';

/** Terms that are named in a sentence, at most. */
const named = 8;

function list(terms: readonly string[]): string {
	const rest = terms.length - named;
	const shown = terms.slice(0, named).join(', ');
	return rest > 0 ? `${shown} and ${formatNumber(rest)} more, listed under Parameters` : shown;
}

/** `large language model = LLM, LLMs` as “large language model” (also LLM, LLMs). */
function groupWords(group: string): string {
	const [shown = '', others = ''] = group.split(' = ');
	return `“${shown}” (also ${others})`;
}

/** What was said of synonyms and of terms to keep from themes, as sentences behind others; nothing where nothing was. */
export function termWords({ synonyms, exclusions }: Pick<WordRules, 'synonyms' | 'exclusions'>): string {
	const groups =
		synonyms.length > 0
			? ` As was asked for, these count as one term each, however a paper writes them: ${list(synonyms.map(groupWords))}.`
			: '';
	const kept =
		exclusions.length > 0
			? ` Kept out of themes and their names, though they can be searched for: ${list(exclusions.map((term) => `“${term}”`))}.`
			: '';
	return groups + kept;
}
