import { isTight, overlapTie, surfaceCounts, type TokenisedPapers } from '../text/tokens.ts';
import { foldedWords } from '../text/fold.ts';
import { preferredCase, type Spellings } from '../text/preferred-case.ts';
import { nameForm } from '../text/word-classes.ts';
import type { CandidateTerms } from './label-terms.ts';
import { PairTable } from './pair-table.ts';

/** A phrase that comes less often outside titles is spelled as its words are by themselves. */
const fewOccurrences = 5;

/** A plural stands for its singular too when at least this share of both are plurals: "attacks" rather than "attack". */
const pluralShare = 0.3;

function count(spellings: Spellings, text: string, times: number): void {
	spellings.set(text, (spellings.get(text) ?? 0) + times);
}

/** How each lower-case word is usually written. */
function usualSpellings(papers: TokenisedPapers): Map<string, string> {
	const counts = surfaceCounts(papers);
	const found = new Map<string, Spellings>();
	papers.surfaces.forEach((text, id) => {
		const form = text.toLowerCase();
		const spellings = found.get(form) ?? new Map<string, number>();
		count(spellings, text, counts[id] as number);
		found.set(form, spellings);
	});
	return new Map([...found].map(([form, spellings]) => [form, preferredCase(form, spellings)]));
}

/** Puts a word behind others as a tie says. */
function join(words: string, tie: string, word: string): string {
	if (words === '') return tie.startsWith('-') || tie === overlapTie ? word : tie + word;
	if (tie === overlapTie) return words + [...word].slice(1).join('');
	return words + (isTight(tie) ? tie : ' ') + word;
}

/** Ties are numbered below this. */
const mostTies = 256;

/** One way in which a term is written, capitals included. */
interface Written {
	/** Of each word the surface, and the tie before it. */
	readonly words: readonly { surface: number; tie: number }[];
	readonly times: number;
	readonly timesOutsideTitles: number;
	/** Papers, ascending. */
	readonly papers: readonly number[];
	/** Of these, those whose title has it. */
	readonly titled: readonly number[];
}

/**
 * Counts the forms of terms of one length without making a string for each occurrence: a form is a chain of words and
 * ties, whose links are numbered as they are met.
 */
class FormCounter {
	readonly #words: number;
	/** For each word of a term, the pairs of what came before it (first the term itself) and the word with its tie. */
	readonly #links: PairTable[];
	readonly #times: number[] = [];
	readonly #inTitles: number[] = [];
	readonly #papers: number[][] = [];
	readonly #titled: number[][] = [];

	constructor(words: number) {
		this.#words = words;
		this.#links = Array.from({ length: words }, () => new PairTable());
	}

	/** @param word the word at a token and its tie, as one number */
	add(term: number, first: number, word: (at: number) => number, paper: number, isTitle: boolean): void {
		let link = term;
		for (let i = 0; i < this.#words; i++) link = (this.#links[i] as PairTable).add(link, word(first + i));
		const papers = (this.#papers[link] ??= []);
		const titled = (this.#titled[link] ??= []);
		this.#times[link] = (this.#times[link] ?? 0) + 1;
		this.#inTitles[link] = (this.#inTitles[link] ?? 0) + (isTitle ? 1 : 0);
		if (papers[papers.length - 1] !== paper) papers.push(paper);
		if (isTitle && titled[titled.length - 1] !== paper) titled.push(paper);
	}

	/** Each term's forms. */
	forms(): Map<number, Written[]> {
		const found = new Map<number, Written[]>();
		for (const [last, times] of this.#times.entries()) {
			const words: Written['words'][number][] = [];
			let link = last;
			for (const table of [...this.#links].reverse()) {
				const word = table.seconds[link] as number;
				words.unshift({ surface: Math.floor(word / mostTies), tie: word % mostTies });
				link = table.firsts[link] as number;
			}
			const forms = found.get(link) ?? [];
			const timesOutsideTitles = times - (this.#inTitles[last] as number);
			const [papers, titled] = [this.#papers[last] as number[], this.#titled[last] as number[]];
			forms.push({ words, times, timesOutsideTitles, papers, titled });
			found.set(link, forms);
		}
		return found;
	}
}

/** Forms that differ in capitals only. */
interface Form {
	readonly text: string;
	times: number;
	readonly written: Written[];
}

/** A term as people read it, and who says so. */
export interface SurfaceForm {
	readonly text: string;
	/** Papers that hold this form, or it with other capitals, hyphens or number; ascending. */
	readonly papers: Int32Array;
	/** Of these, those whose title holds it; ascending. */
	readonly titled: Int32Array;
}

/** Reads forms of terms from the words of a sample. */
class FormReader {
	readonly #tokens: TokenisedPapers;
	readonly #usual: Map<string, string>;

	constructor(tokens: TokenisedPapers) {
		this.#tokens = tokens;
		this.#usual = usualSpellings(tokens);
	}

	best(written: readonly Written[], isWord: boolean): SurfaceForm {
		const forms = new Map<string, Form>();
		for (const one of written) {
			const text = this.#read(one, (word) => word.toLowerCase());
			const form = forms.get(text) ?? { text, times: 0, written: [] };
			form.times += one.times;
			form.written.push(one);
			forms.set(text, form);
		}
		const times = new Map([...forms].map(([text, form]) => [text, form.times]));
		const chosen = isWord ? nameForm(times) : mostFrequent(times);
		const form = forms.get(withPlural(chosen, times)) as Form;
		const same = sameForms(form.text, [...forms.values()]);
		return {
			text: this.#spelled(form, isWord),
			papers: joined(same.map(({ papers }) => papers)),
			titled: joined(same.map(({ titled }) => titled))
		};
	}

	#read({ words }: Written, spell: (word: string, place: number) => string): string {
		const { surfaces, ties } = this.#tokens;
		return words.reduce(
			(text, { surface, tie }, place) =>
				join(text, ties[tie] as string, spell(surfaces[surface] as string, place)),
			''
		);
	}

	/** A form with the capitals that it has outside titles. */
	#spelled({ written }: Form, isWord: boolean): string {
		const { surfaces } = this.#tokens;
		const usual = (word: string) => this.#usual.get(word.toLowerCase()) ?? word;
		const [first] = written as [Written];
		const outside = written.reduce((sum, one) => sum + one.timesOutsideTitles, 0);
		if (isWord || outside < fewOccurrences) return this.#read(first, usual);
		return this.#read(first, (word, place) => {
			const spellings: Spellings = new Map();
			for (const { words, timesOutsideTitles } of written) {
				count(
					spellings,
					surfaces[(words[place] as { surface: number }).surface] as string,
					timesOutsideTitles
				);
			}
			return preferredCase(word.toLowerCase(), spellings);
		});
	}
}

function mostFrequent(times: ReadonlyMap<string, number>): string {
	let [best, most] = ['', 0];
	for (const [form, count] of times) {
		if (count > most || (count === most && form < best)) [best, most] = [form, count];
	}
	return best;
}

/** A form, or its plural or singular where that is the better name. */
function withPlural(form: string, times: ReadonlyMap<string, number>): string {
	const singular = times.has(`${form}s`) ? form : form.replace(/s$/, '');
	const plurals = times.get(`${singular}s`) ?? 0;
	const all = plurals + (times.get(singular) ?? 0);
	if (singular.endsWith('s') || plurals === 0 || plurals === all) return form;
	return plurals >= pluralShare * all ? `${singular}s` : singular;
}

/** What is written in any form that a reader takes for the given one. */
function sameForms(text: string, forms: readonly Form[]): Written[] {
	const words = foldedWords(text).join(' ');
	return forms.filter((form) => foldedWords(form.text).join(' ') === words).flatMap(({ written }) => written);
}

/** Papers of any of the lists, ascending. */
function joined(lists: readonly (readonly number[])[]): Int32Array {
	const [first] = lists;
	return lists.length === 1 && first ? Int32Array.from(first) : Int32Array.from(new Set(lists.flat())).sort();
}

/**
 * Terms as people read them: each in its most frequent form, hyphens and the words between them included
 * ("text-to-image generation"), and in the case in which the texts write it.
 * @param pause called between chunks of work
 */
export async function surfaceForms(
	candidates: CandidateTerms,
	tokens: TokenisedPapers,
	wanted: ReadonlySet<number>,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<Map<number, SurfaceForm>> {
	const { surfaceIds, tieIds, offsets, titleLengths } = tokens;
	const isWanted = new Uint8Array(candidates.count);
	for (const term of wanted) isWanted[term] = 1;
	const wordAt = (at: number) => (surfaceIds[at] as number) * mostTies + (tieIds[at] as number);
	const reader = new FormReader(tokens);
	const none: SurfaceForm = { text: '', papers: new Int32Array(0), titled: new Int32Array(0) };
	const found = new Map<number, SurfaceForm>([...wanted].map((term) => [term, none]));
	for (const [index, terms] of candidates.startingAt.entries()) {
		await pause();
		const counter = new FormCounter(index + 1);
		for (let paper = 0; paper + 1 < offsets.length; paper++) {
			const start = offsets[paper] as number;
			const titleEnd = start + (titleLengths[paper] as number);
			for (let at = start; at < (offsets[paper + 1] as number); at++) {
				const term = terms[at] as number;
				if (term >= 0 && isWanted[term] === 1) counter.add(term, at, wordAt, paper, at < titleEnd);
			}
		}
		for (const [term, written] of counter.forms()) found.set(term, reader.best(written, index === 0));
	}
	return found;
}
