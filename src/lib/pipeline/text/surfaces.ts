import type { CandidateTerms } from '../label/label-terms.ts';
import { nameForm } from './word-classes.ts';
import { breakId, isTight, overlapTie, type TokenisedPapers } from './tokens.ts';

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

/** A term's forms, by what they are made of: ties and lower-case words. */
type Forms = Map<string, number>;

function mostFrequent(forms: Forms | undefined): string {
	let best = '';
	let most = 0;
	for (const [form, count] of forms ?? []) {
		if (count > most || (count === most && form < best)) [best, most] = [form, count];
	}
	return best;
}

/** Separates the parts of a form; no word holds it. */
const separator = '\n';

/**
 * Terms as people read them: each in its most frequent form, hyphens and the words between them included
 * ("text-to-image generation"), and in its usual case.
 */
export function surfaceForms(
	candidates: CandidateTerms,
	tokens: TokenisedPapers,
	wanted: ReadonlySet<number>
): Map<number, string> {
	const { surfaces, surfaceIds, tieIds, ties } = tokens;
	const lower = surfaces.map((text) => text.toLowerCase());
	const forms = new Map<number, Forms>([...wanted].map((term) => [term, new Map()]));
	for (const [index, terms] of candidates.startingAt.entries()) {
		for (let first = 0; first < terms.length; first++) {
			const counts = (terms[first] as number) < 0 ? undefined : forms.get(terms[first] as number);
			if (!counts) continue;
			let form = index === 0 ? (lower[surfaceIds[first] as number] as string) : '';
			for (let at = first; index > 0 && at <= first + index; at++) {
				form += `${ties[tieIds[at] as number]}${separator}${lower[surfaceIds[at] as number]}${separator}`;
			}
			counts.set(form, (counts.get(form) ?? 0) + 1);
		}
	}
	const spelling = spellings(tokens);
	const readable = (form: string) => {
		const parts = form.split(separator);
		let words = '';
		for (let i = 0; i + 1 < parts.length; i += 2) {
			const word = parts[i + 1] as string;
			words = join(words, parts[i] as string, spelling.get(word) ?? word);
		}
		return words;
	};
	const spell = (word: string) => spelling.get(word) ?? word;
	return new Map(
		[...forms].map(([term, counts]) => [
			term,
			candidates.stemsOf(term).length > 1 ? readable(mostFrequent(counts)) : spell(nameForm(counts))
		])
	);
}
