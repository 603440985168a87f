import type { WordRules } from '../../words/word-rules.ts';
import { functionWordOf } from './languages.ts';
import { stem } from './stem.ts';
import { createStopWords } from './stop-words.ts';
import { WordTable } from './word-table.ts';

/** Numbers the words it meets; looks each up in the stop words, and stems it, once. */
export class Lexicon {
	readonly stems: string[] = [];
	/** Words as they are written. */
	readonly surfaces: string[] = [];
	readonly stemOfSurface: number[] = [];
	/** By word id: the surface id, -1 for a stop word. */
	readonly surfaceOf: number[] = [];
	/** By word id: which of `speakers` use it as a function word; 0 for content words. */
	readonly speakersOf: number[] = [];
	/** Sets of languages that share function words: bit n is set for language n. */
	readonly speakers: number[] = [0];
	readonly #words = new WordTable();
	readonly #stemIds = new Map<string, number>();
	readonly #stopWords;

	constructor({ stopWords, language }: Pick<WordRules, 'stopWords' | 'language'>) {
		this.#stopWords = createStopWords(stopWords, language);
	}

	/** Id of the word codes[start, end), whose hash is given. */
	idOf(codes: Uint16Array, start: number, end: number, hash: number): number {
		const id = this.#words.idOf(codes, start, end, hash);
		if (id === this.surfaceOf.length) this.#intern(String.fromCharCode(...codes.subarray(start, end)));
		return id;
	}

	#intern(surface: string): void {
		const word = surface.toLowerCase();
		const stemmed = stem(word);
		const { isEnglish, isCommon, isOwn } = this.#stopWords;
		this.speakersOf.push(this.#internSpeakers((isEnglish(word) ? 1 : 0) | functionWordOf(word)));
		if (isCommon(word) || isOwn(stemmed)) {
			this.surfaceOf.push(-1);
			return;
		}
		let stemId = this.#stemIds.get(stemmed);
		if (stemId === undefined) {
			stemId = this.stems.length;
			this.#stemIds.set(stemmed, stemId);
			this.stems.push(stemmed);
		}
		this.stemOfSurface.push(stemId);
		this.surfaceOf.push(this.surfaces.push(surface) - 1);
	}

	#internSpeakers(set: number): number {
		const known = this.speakers.indexOf(set);
		return known >= 0 ? known : this.speakers.push(set) - 1;
	}
}
