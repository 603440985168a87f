import { kindOf, kinds } from './characters.ts';
import { languageOf, languages } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import { longestWord, type WordSink } from './scan.ts';
import { breakId, overlapTie } from './tokens.ts';

/** What came last. */
const after = { content: 0, stopWord: 1, hyphen: 2, overlap: 3, stop: 4 } as const;
/** More ways of tying words than this are not told apart. */
const mostTies = 255;
/** Room for sets of languages that share a function word; the lists make about a hundred. */
const mostSpeakers = 1024;

/** Whether a number holds letters: a name such as "3D" or "7B". */
function isCode(codes: Uint16Array, start: number, end: number): boolean {
	if (end - start < 2 || end - start > longestWord) return false;
	for (let at = start + 1; at < end; at++) if (kindOf(codes[at] as number) === kinds.letter) return true;
	return false;
}

/**
 * Collects the words of one paper at a time as surface ids, with breaks only between words, and how each word is
 * tied to the one before: "text-to-image" is two words, the second tied by "-to-".
 */
export class Collector implements WordSink {
	/** Ids of the paper; the first `length` entries are valid. Parallel to `tieIds`, `positions` and `wordIds`. */
	ids = new Int32Array(1024);
	tieIds = new Uint8Array(1024);
	/** Where each word stands, counted in words; a sentence that ends between two words counts as one. */
	positions = new Int32Array(1024);
	length = 0;
	/** The first is for words that only a space parts. */
	readonly ties: string[] = [''];
	readonly #tieIdOf = new Map<string, number>([['', 0]]);
	readonly #lexicon: Lexicon;
	readonly #keepsCodes: boolean;
	#wordIds = new Int32Array(1024);
	/** Words of the paper by their `speakers`, and which of these it has. */
	readonly #heard = new Int32Array(mostSpeakers);
	readonly #sets: number[] = [];
	#last: number = after.stop;
	#position = -1;
	/** A sentence or a clause has ended since the last word. */
	#ended = false;
	/** No phrase runs on to the next word, whatever ties it. */
	#broken = false;
	/** What ties the next word, as far as it is known. */
	#tie = '';
	/** Where the last stop word stands. */
	#stopCodes: Uint16Array = new Uint16Array(0);
	#stopStart = 0;
	#stopEnd = 0;

	/** @param keepsCodes whether numbers with letters in them ("3D", "4o") are kept, which only searches ask for */
	constructor(lexicon: Lexicon, keepsCodes = false) {
		this.#lexicon = lexicon;
		this.#keepsCodes = keepsCodes;
	}

	word(codes: Uint16Array, start: number, end: number, hash: number): void {
		this.#advance();
		const lexicon = this.#lexicon;
		const word = lexicon.idOf(codes, start, end, hash);
		const speakers = lexicon.speakersOf[word] as number;
		const heard = this.#heard[speakers] as number;
		if (heard === 0) this.#sets.push(speakers);
		this.#heard[speakers] = heard + 1;
		const id = lexicon.surfaceOf[word] as number;
		if (id === breakId) this.#passStopWord(codes, start, end);
		else this.#put(id, word);
	}

	symbol(codes: Uint16Array, start: number, end: number, hash: number): void {
		this.#advance();
		this.stop();
		if (!this.#keepsCodes || !isCode(codes, start, end)) return;
		const word = this.#lexicon.idOf(codes, start, end, hash);
		const id = this.#lexicon.surfaceOf[word] as number;
		if (id === breakId) return;
		this.#put(id, word);
		this.stop();
	}

	stop(): void {
		this.#broken = true;
		this.#last = after.stop;
	}

	end(): void {
		this.stop();
		this.#ended = true;
	}

	hyphen(): void {
		if (this.#last === after.stopWord) this.#tie += `${this.#stopWord()}-`;
		else this.#tie = this.#last === after.content ? '-' : '';
		if (this.#last !== after.stop) this.#last = after.hyphen;
	}

	overlap(): void {
		if (this.#last !== after.content) return;
		this.#tie = overlapTie;
		this.#last = after.overlap;
	}

	clear(): void {
		this.length = 0;
		for (const index of this.#sets) this.#heard[index] = 0;
		this.#sets.length = 0;
		this.#broken = false;
		this.#last = after.stop;
		this.#position = -1;
		this.#ended = false;
	}

	/** Where the next word would stand at the earliest. */
	get position(): number {
		return this.#position + 1;
	}

	/** Ids of words that stand before a position, and of breaks between them. */
	lengthBefore(position: number): number {
		let end = 0;
		for (let at = 0; at < this.length; at++) {
			if (this.ids[at] === breakId) continue;
			if ((this.positions[at] as number) >= position) break;
			end = at + 1;
		}
		return end;
	}

	/** Language of the paper. */
	language(): number {
		const hits = new Int32Array(languages.count);
		let words = 0;
		for (const index of this.#sets) {
			const heard = this.#heard[index] as number;
			const set = this.#lexicon.speakers[index] as number;
			words += heard;
			for (let language = 0; language < languages.count; language++) {
				if ((set >>> language) & 1) hits[language] = (hits[language] as number) + heard;
			}
		}
		return languageOf(hits, words);
	}

	/** Turns the function words of a language into breaks. */
	drop(language: number): void {
		const { ids, tieIds, positions } = this;
		const bit = 1 << language;
		let kept = 0;
		for (let at = 0; at < this.length; at++) {
			const id = ids[at] as number;
			const isBreak = id === breakId || (this.#speakersAt(at) & bit) !== 0;
			if (isBreak && (kept === 0 || ids[kept - 1] === breakId)) continue;
			ids[kept] = isBreak ? breakId : id;
			tieIds[kept] = isBreak ? 0 : (tieIds[at] as number);
			positions[kept] = positions[at] as number;
			kept++;
		}
		this.length = kept > 0 && ids[kept - 1] === breakId ? kept - 1 : kept;
	}

	#advance(): void {
		this.#position += this.#ended ? 2 : 1;
		this.#ended = false;
	}

	#speakersAt(at: number): number {
		const { speakers, speakersOf } = this.#lexicon;
		return speakers[speakersOf[this.#wordIds[at] as number] as number] as number;
	}

	/** A stop word breaks the phrase, unless hyphens tie it on both sides. */
	#passStopWord(codes: Uint16Array, start: number, end: number): void {
		if (this.#last !== after.hyphen) {
			this.#tie = '';
			this.#broken = true;
		}
		this.#stopCodes = codes;
		this.#stopStart = start;
		this.#stopEnd = end;
		this.#last = after.stopWord;
	}

	#stopWord(): string {
		return String.fromCharCode(...this.#stopCodes.subarray(this.#stopStart, this.#stopEnd)).toLowerCase();
	}

	#put(id: number, word: number): void {
		const tied = this.#last === after.hyphen || this.#last === after.overlap;
		if (this.length + 2 > this.ids.length) this.#grow();
		if ((this.#broken || this.#last === after.stopWord) && this.length > 0) {
			this.tieIds[this.length] = 0;
			this.ids[this.length++] = breakId;
		}
		this.#broken = false;
		this.#last = after.content;
		this.#wordIds[this.length] = word;
		this.positions[this.length] = this.#position;
		this.tieIds[this.length] = tied ? this.#internTie() : 0;
		this.ids[this.length++] = id;
	}

	#internTie(): number {
		const known = this.#tieIdOf.get(this.#tie);
		if (known !== undefined) return known;
		if (this.ties.length > mostTies) return 0;
		this.#tieIdOf.set(this.#tie, this.ties.length);
		return this.ties.push(this.#tie) - 1;
	}

	#grow(): void {
		const { ids, tieIds, positions } = this;
		const wordIds = this.#wordIds;
		this.ids = new Int32Array(ids.length * 2);
		this.ids.set(ids);
		this.tieIds = new Uint8Array(ids.length * 2);
		this.tieIds.set(tieIds);
		this.positions = new Int32Array(ids.length * 2);
		this.positions.set(positions);
		this.#wordIds = new Int32Array(ids.length * 2);
		this.#wordIds.set(wordIds);
	}
}
