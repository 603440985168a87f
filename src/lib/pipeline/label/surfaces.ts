import { PairTable } from './pair-table.ts';
import { breakId, isTight, overlapTie, type TokenisedPapers } from '../text/tokens.ts';
import { nameForm } from '../text/word-classes.ts';
import type { CandidateTerms } from './label-terms.ts';

/** A lower-case variant stands for the word when at least this share of its occurrences are written so. */
const lowerCaseShare = 0.15;

interface Variants {
	total: number;
	/** Written form and how often. */
	written: [string, number][];
}

function countSurfaces({ surfaceIds, surfaces }: TokenisedPapers): Int32Array {
	const counts = new Int32Array(surfaces.length);
	for (const id of surfaceIds) if (id !== breakId) counts[id] = (counts[id] as number) + 1;
	return counts;
}

/** Titles capitalise words and sentences begin with one: a capital stays only where it is the rule. */
function preferredCase(form: string, { total, written }: Variants): string {
	const lower = written.find(([text]) => text === form)?.[1] ?? 0;
	if (lower >= lowerCaseShare * total) return form;
	return written.reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))[0];
}

/** How each lower-case word is usually written. */
function spellings(tokens: TokenisedPapers): Map<string, string> {
	const counts = countSurfaces(tokens);
	const variants = new Map<string, Variants>();
	tokens.surfaces.forEach((text, id) => {
		const form = text.toLowerCase();
		const known = variants.get(form) ?? { total: 0, written: [] };
		known.total += counts[id] as number;
		known.written.push([text, counts[id] as number]);
		variants.set(form, known);
	});
	return new Map([...variants].map(([form, known]) => [form, preferredCase(form, known)]));
}

/** Puts a word behind others as a tie says; `spell` gives its usual case. */
function join(words: string, tie: string, word: string): string {
	if (words === '') return tie.startsWith('-') || tie === overlapTie ? word : tie + word;
	if (tie === overlapTie) return words + [...word].slice(1).join('');
	return words + (isTight(tie) ? tie : ' ') + word;
}

/** Forms of a term and how often each occurs. */
type Forms = Map<string, number>;

function mostFrequent(forms: Forms | undefined): string {
	let best = '';
	let most = 0;
	for (const [form, count] of forms ?? []) {
		if (count > most || (count === most && form < best)) [best, most] = [form, count];
	}
	return best;
}

/** Ties are numbered below this. */
const mostTies = 256;

/**
 * Counts the forms of terms of one length without making a string for each occurrence: a form is a chain of words and
 * ties, whose links are numbered as they are met.
 */
class FormCounter {
	readonly #words: number;
	/** For each word of a term, the pairs of what came before it (first the term itself) and the word with its tie. */
	readonly #links: PairTable[];
	readonly #counts: number[] = [];

	constructor(words: number) {
		this.#words = words;
		this.#links = Array.from({ length: words }, () => new PairTable());
	}

	/** @param word the word at a token and its tie, as one number */
	add(term: number, first: number, word: (at: number) => number): void {
		let link = term;
		for (let i = 0; i < this.#words; i++) link = (this.#links[i] as PairTable).add(link, word(first + i));
		this.#counts[link] = (this.#counts[link] ?? 0) + 1;
	}

	/** Each term's forms. */
	forms(textOf: (words: readonly number[]) => string): Map<number, Forms> {
		const found = new Map<number, Forms>();
		for (const [last, count] of this.#counts.entries()) {
			const words: number[] = [];
			let link = last;
			for (const table of [...this.#links].reverse()) {
				words.unshift(table.seconds[link] as number);
				link = table.firsts[link] as number;
			}
			const forms = found.get(link) ?? new Map<string, number>();
			const text = textOf(words);
			forms.set(text, (forms.get(text) ?? 0) + count);
			found.set(link, forms);
		}
		return found;
	}
}

/** Lower-case forms of surfaces, numbered. */
function lowerCase(surfaces: readonly string[]): { ids: Int32Array; texts: string[] } {
	const known = new Map<string, number>();
	const ids = Int32Array.from(surfaces, (surface) => {
		const text = surface.toLowerCase();
		if (!known.has(text)) known.set(text, known.size);
		return known.get(text) as number;
	});
	return { ids, texts: [...known.keys()] };
}

/**
 * Terms as people read them: each in its most frequent form, hyphens and the words between them included
 * ("text-to-image generation"), and in its usual case.
 * @param pause called between chunks of work
 */
export async function surfaceForms(
	candidates: CandidateTerms,
	tokens: TokenisedPapers,
	wanted: ReadonlySet<number>,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<Map<number, string>> {
	const { surfaces, surfaceIds, tieIds, ties } = tokens;
	const lower = lowerCase(surfaces);
	const isWanted = new Uint8Array(candidates.count);
	for (const term of wanted) isWanted[term] = 1;
	const spelling = spellings(tokens);
	const spell = (word: string) => spelling.get(word) ?? word;
	const wordAt = (at: number) =>
		(lower.ids[surfaceIds[at] as number] as number) * mostTies + (tieIds[at] as number);
	const wordOf = (word: number) => lower.texts[Math.floor(word / mostTies)] as string;
	const read = (words: readonly number[]) =>
		words.reduce((text, word) => join(text, ties[word % mostTies] as string, spell(wordOf(word))), '');
	const readable = new Map<number, string>([...wanted].map((term) => [term, '']));
	for (const [index, terms] of candidates.startingAt.entries()) {
		await pause();
		const counter = new FormCounter(index + 1);
		for (let first = 0; first < terms.length; first++) {
			const term = terms[first] as number;
			if (term >= 0 && isWanted[term] === 1) counter.add(term, first, wordAt);
		}
		const isWord = index === 0;
		for (const [term, forms] of counter.forms((words) =>
			isWord ? wordOf(words[0] as number) : read(words)
		)) {
			readable.set(term, isWord ? spell(nameForm(forms)) : mostFrequent(forms));
		}
	}
	return readable;
}
