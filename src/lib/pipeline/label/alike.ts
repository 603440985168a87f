/** Longest ending by which two stems of one word differ: "pars" and "parser", "dialog" and "dialogu". */
const longestEnding = 2;
const shortestStem = 3;

function sameWord(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short === long) return true;
	return (
		short.length >= shortestStem && long.length - short.length <= longestEnding && long.startsWith(short)
	);
}

/** Whether a word abbreviates a phrase: its letters are the initials, with at most one more between them. */
function abbreviates(word: string, phrase: readonly string[]): boolean {
	if (phrase.length < 2 || word.length < phrase.length || word.length > phrase.length + 1) return false;
	let at = 0;
	for (const letter of word) if (phrase[at]?.startsWith(letter)) at++;
	return at === phrase.length;
}

/** Whether two terms, as stems, repeat each other: they share a word, or one abbreviates the other. */
export function areAlike(a: readonly string[], b: readonly string[]): boolean {
	return (
		a.some((word) => b.some((other) => sameWord(word, other))) ||
		a.some((word) => abbreviates(word, b)) ||
		b.some((word) => abbreviates(word, a))
	);
}
