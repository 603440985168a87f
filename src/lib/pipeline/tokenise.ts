import { checkpoint, type Hooks } from '../dataset/hooks.ts';

import { clean } from './clean.ts';
import type { PaperText } from './model.ts';
import { scan, type WordSink } from './scan.ts';
import { stem } from './stem.ts';
import { createStopWords } from './stop-words.ts';
import { breakId, type TokenisedPapers, type Tokeniser } from './tokens.ts';
import { WordTable } from './word-table.ts';

/** Papers between two checkpoints: some tens of milliseconds. */
const chunk = 500;

/** Surface ids of known words; stems each new word once and interns the result. */
class Lexicon {
	readonly stems: string[] = [];
	readonly surfaces: string[] = [];
	readonly stemOfSurface: number[] = [];
	readonly #words = new WordTable();
	/** Surface id of each word of the table, `breakId` for stop words. */
	readonly #surfaceOf: number[] = [];
	readonly #stemIds = new Map<string, number>();
	readonly #stopWords;

	constructor(stopWords: readonly string[]) {
		this.#stopWords = createStopWords(stopWords);
	}

	surfaceOf(codes: Uint16Array, start: number, end: number, hash: number): number {
		const id = this.#words.idOf(codes, start, end, hash);
		if (id === this.#surfaceOf.length) {
			this.#surfaceOf.push(this.#intern(String.fromCharCode(...codes.subarray(start, end))));
		}
		return this.#surfaceOf[id] as number;
	}

	#intern(surface: string): number {
		const word = surface.toLowerCase();
		const stemmed = stem(word);
		if (this.#stopWords.has(word, stemmed)) return breakId;
		let stemId = this.#stemIds.get(stemmed);
		if (stemId === undefined) {
			stemId = this.stems.length;
			this.#stemIds.set(stemmed, stemId);
			this.stems.push(stemmed);
		}
		this.stemOfSurface.push(stemId);
		return this.surfaces.push(surface) - 1;
	}
}

/** Collects the ids of one paper, with breaks only between words. */
class Collector implements WordSink {
	ids = new Int32Array(1024);
	length = 0;
	#broken = false;
	readonly #lexicon: Lexicon;

	constructor(lexicon: Lexicon) {
		this.#lexicon = lexicon;
	}

	word(codes: Uint16Array, start: number, end: number, hash: number): void {
		const id = this.#lexicon.surfaceOf(codes, start, end, hash);
		if (id === breakId) {
			this.#broken = true;
			return;
		}
		if (this.length + 2 > this.ids.length) {
			const longer = new Int32Array(this.ids.length * 2);
			longer.set(this.ids);
			this.ids = longer;
		}
		if (this.#broken && this.length > 0) this.ids[this.length++] = breakId;
		this.#broken = false;
		this.ids[this.length++] = id;
	}

	stop(): void {
		this.#broken = true;
	}

	clear(): void {
		this.length = 0;
		this.#broken = false;
	}
}

/**
 * A tokeniser with its own numbering.
 * @param stopWords words to leave out beside the built-in ones
 */
export function createTokeniser(stopWords: readonly string[] = []): Tokeniser {
	const lexicon = new Lexicon(stopWords);
	const collector = new Collector(lexicon);

	function tokenise(paper: PaperText): Int32Array {
		collector.clear();
		scan(clean(paper.title), collector);
		collector.stop();
		scan(clean(paper.abstract), collector);
		return collector.ids.subarray(0, collector.length);
	}

	const { stems, surfaces, stemOfSurface } = lexicon;
	return { stems, surfaces, stemOfSurface, tokenise };
}

/** Tokens of papers that are held together, as the model is fitted on them. */
export async function tokenisePapers(
	papers: readonly PaperText[],
	stopWords: readonly string[],
	hooks: Hooks = {}
): Promise<TokenisedPapers> {
	const tokeniser = createTokeniser(stopWords);
	const offsets = new Int32Array(papers.length + 1);
	let surfaceIds = new Int32Array(1 << 16);
	let length = 0;
	for (const [index, paper] of papers.entries()) {
		if (index % chunk === 0) {
			await checkpoint(hooks, { stage: 'vocabulary', done: index, total: papers.length });
		}
		const ids = tokeniser.tokenise(paper);
		if (length + ids.length > surfaceIds.length) {
			const longer = new Int32Array((length + ids.length) * 2);
			longer.set(surfaceIds);
			surfaceIds = longer;
		}
		surfaceIds.set(ids, length);
		length += ids.length;
		offsets[index + 1] = length;
	}
	await checkpoint(hooks, { stage: 'vocabulary', done: papers.length, total: papers.length });
	return {
		stems: tokeniser.stems,
		surfaces: tokeniser.surfaces,
		stemOfSurface: Int32Array.from(tokeniser.stemOfSurface),
		offsets,
		surfaceIds: surfaceIds.slice(0, length)
	};
}
