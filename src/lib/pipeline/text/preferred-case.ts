/** How often each spelling of a word occurs. */
export type Spellings = Map<string, number>;

/** A lower-case variant stands for the word when at least this share of its occurrences are written so. */
const lowerCaseShare = 0.15;

/**
 * Titles capitalise words and sentences begin with one: a capital stays only where it is the rule.
 * @param form in lower case
 * @returns of equally frequent spellings the first
 */
export function preferredCase(form: string, spellings: Spellings): string {
	const total = [...spellings.values()].reduce((sum, times) => sum + times, 0);
	if ((spellings.get(form) ?? 0) >= lowerCaseShare * total) return form;
	let [best, most] = [form, 0];
	for (const [text, times] of spellings) if (times > most) [best, most] = [text, times];
	return best;
}
