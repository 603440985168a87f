import { breakId, type TokenisedPapers } from './tokens.ts';

/** Lower-case and written forms of stems and pairs of stems, as people read them. */
export interface SurfaceForms {
	stem(id: number): string;
	pair(first: number, second: number): string;
}

/** A lower-case variant stands for the word when at least this share of its occurrences are written so. */
const lowerCaseShare = 0.15;

function countSurfaces({ surfaceIds, surfaces }: TokenisedPapers): Int32Array {
	const counts = new Int32Array(surfaces.length);
	for (const id of surfaceIds) if (id !== breakId) counts[id] = (counts[id] as number) + 1;
	return counts;
}

interface Variants {
	total: number;
	/** Written form and how often. */
	written: [string, number][];
}

/** Titles capitalise words and sentences begin with one: a capital stays only where it is the rule. */
function preferredCase(form: string, { total, written }: Variants): string {
	const lower = written.find(([text]) => text === form)?.[1] ?? 0;
	if (lower >= lowerCaseShare * total) return form;
	return written.reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))[0];
}

function mostFrequent<K>(counts: ReadonlyMap<K, number>, before: (a: K, b: K) => boolean): K | undefined {
	let best: [K, number] | undefined;
	for (const entry of counts) {
		if (!best || entry[1] > best[1] || (entry[1] === best[1] && before(entry[0], best[0]))) best = entry;
	}
	return best?.[0];
}

/** Spelling of each lower-case word, and the commonest word of each stem. */
function wordForms(tokens: TokenisedPapers): { spelling: Map<string, string>; wordOfStem: string[] } {
	const counts = countSurfaces(tokens);
	const variants = new Map<string, Variants>();
	const wordsOfStem: Map<string, number>[] = tokens.stems.map(() => new Map());
	tokens.surfaces.forEach((text, id) => {
		const count = counts[id] as number;
		const form = text.toLowerCase();
		const known = variants.get(form) ?? { total: 0, written: [] };
		known.total += count;
		known.written.push([text, count]);
		variants.set(form, known);
		const words = wordsOfStem[tokens.stemOfSurface[id] as number];
		words?.set(form, (words.get(form) ?? 0) + count);
	});
	return {
		spelling: new Map([...variants].map(([form, known]) => [form, preferredCase(form, known)])),
		wordOfStem: wordsOfStem.map((words) => mostFrequent(words, (a, b) => a < b) ?? '')
	};
}

/** The commonest pair of lower-case words for each wanted pair of stems. */
function pairForms(tokens: TokenisedPapers, wanted: ReadonlySet<number>): Map<number, string> {
	const stems = tokens.stems.length;
	const counts = new Map<number, Map<string, number>>();
	for (let at = 1; at < tokens.surfaceIds.length; at++) {
		const [first, second] = [tokens.surfaceIds[at - 1] as number, tokens.surfaceIds[at] as number];
		if (first === breakId || second === breakId) continue;
		const key = (tokens.stemOfSurface[first] as number) * stems + (tokens.stemOfSurface[second] as number);
		if (!wanted.has(key)) continue;
		const text = `${tokens.surfaces[first]} ${tokens.surfaces[second]}`.toLowerCase();
		const forms = counts.get(key) ?? new Map<string, number>();
		forms.set(text, (forms.get(text) ?? 0) + 1);
		counts.set(key, forms);
	}
	return new Map([...counts].map(([key, forms]) => [key, mostFrequent(forms, (a, b) => a < b) ?? '']));
}

/** Readable forms of the stems of a sample and of the given pairs of them. */
export function surfaceForms(
	tokens: TokenisedPapers,
	pairs: readonly (readonly [number, number])[]
): SurfaceForms {
	const { spelling, wordOfStem } = wordForms(tokens);
	const stems = tokens.stems.length;
	const forms = pairForms(tokens, new Set(pairs.map(([first, second]) => first * stems + second)));
	const spell = (words: string) =>
		words
			.split(' ')
			.map((word) => spelling.get(word) ?? word)
			.join(' ');
	return {
		stem: (id) => spell(wordOfStem[id] ?? ''),
		pair: (first, second) => spell(forms.get(first * stems + second) ?? '')
	};
}
