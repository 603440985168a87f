import { surfaceCounts, type TokenisedPapers } from './tokens.ts';

/** Letters that an adverb has beside "ly", at least, to be told from words like "family". */
const shortestBase = 5;

/** By stem: 1 for adverbs, whose usual form ends in "ly" behind a word of the sample ("significantly"). */
export function adverbStems(papers: TokenisedPapers): Uint8Array {
	const { stems, surfaces, stemOfSurface } = papers;
	const words = new Set(surfaces.map((surface) => surface.toLowerCase()));
	const isAdverb = surfaces.map((surface) => {
		const word = surface.toLowerCase();
		return word.endsWith('ly') && word.length >= shortestBase + 2 && words.has(word.slice(0, -2));
	});
	const counts = surfaceCounts(papers);
	const balance = new Int32Array(stems.length);
	for (const [id, count] of counts.entries()) {
		const stem = stemOfSurface[id] as number;
		balance[stem] = (balance[stem] as number) + (isAdverb[id] ? count : -count);
	}
	return Uint8Array.from(balance, (value) => (value > 0 ? 1 : 0));
}

const nounEndings = ['tion', 'sion', 'ment', 'ness', 'ity', 'ance', 'ence', 'ism'];
/** A noun stands for its stem when at least this share of the occurrences are that noun. */
const nounShare = 0.2;

const isNoun = (word: string) =>
	nounEndings.some((ending) => word.endsWith(ending) || word.endsWith(`${ending}s`));

/**
 * The form of a stem that reads best as a name: the commonest, or the commonest noun where the word is often
 * used as one ("assessment" rather than "assess").
 * @param forms lower-case words with their occurrences
 */
export function nameForm(forms: ReadonlyMap<string, number>): string {
	let total = 0;
	let [best, most] = ['', -1];
	let [noun, nouns] = ['', -1];
	for (const [word, count] of forms) {
		total += count;
		if (count > most || (count === most && word < best)) [best, most] = [word, count];
		if (isNoun(word) && (count > nouns || (count === nouns && word < noun))) [noun, nouns] = [word, count];
	}
	return nouns >= nounShare * total ? noun : best;
}
