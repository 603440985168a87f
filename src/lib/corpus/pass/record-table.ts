import { namesDiffer, nameWordsAt, titleWordsAt, wordsDiffer } from '../paper/signature.ts';
import { emptyColumns, traits, widths, type KeyColumns } from './key-columns.ts';

const columnNames = Object.keys(emptyColumns(0)) as (keyof KeyColumns)[];

/** The keys of all records of a corpus, and what two of them say of each other. */
export class RecordTable {
	count = 0;
	columns = emptyColumns(1024);
	#capacity = 1024;
	#file = new Int32Array(1024);

	/** Takes all rows in, which stand in the file of this number. */
	add(rows: KeyColumns, file: number): void {
		const { length } = rows.id;
		this.#reserve(this.count + length);
		for (const name of columnNames) this.columns[name].set(rows[name], this.count * (widths[name] ?? 1));
		this.#file.fill(file, this.count, this.count + length);
		this.count += length;
	}

	/** The fuller record first, then by content; records of the same content in the order of the input. */
	readonly fullestFirst = (a: number, b: number): number =>
		this.#at('fullness', b) - this.#at('fullness', a) || this.#byContent(a, b) || a - b;

	#byContent(a: number, b: number): number {
		for (const name of ['letters', 'text', 'authors', 'id', 'doi', 'year', 'rest'] as const) {
			const [x, y] = [this.#at(name, a), this.#at(name, b)];
			if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) return Number.isNaN(x) || x > y ? 1 : -1;
		}
		return 0;
	}

	has(trait: keyof typeof traits, record: number): boolean {
		return (this.#at('traits', record) & traits[trait]) !== 0;
	}

	/** Whether both state something, and not the same. */
	statesOther(name: 'id' | 'doi' | 'year' | 'place', a: number, b: number): boolean {
		const [x, y] = [this.#at(name, a), this.#at(name, b)];
		return x !== y && x !== 0 && y !== 0 && !Number.isNaN(x) && !Number.isNaN(y);
	}

	sameAuthors(a: number, b: number): boolean {
		return this.#at('authors', a) === this.#at('authors', b);
	}

	/** Whether the titles share too few words, and the first authors are different people. */
	areOthers(a: number, b: number): boolean {
		return this.wordsDiffer(a, b) && !this.sameAuthors(a, b) && namesDiffer(this.#name(a), this.#name(b));
	}

	/**
	 * Whether two records of one DOI are parts of what it names: different papers, or different titles in one file,
	 * unless their pages or abstracts say that one title is a translation of the other. Titles of a word, such as
	 * "Editorial", tell only together with authors or pages.
	 */
	areInContainer(a: number, b: number): boolean {
		if (this.areOthers(a, b)) return true;
		const inOneFile = this.#file[a] === this.#file[b];
		if (inOneFile && this.haveTellingTitles(a, b)) return this.wordsDiffer(a, b) && !this.#shareContent(a, b);
		if (!this.wordsDiffer(a, b) && !this.#areCommon(a, b)) return false;
		if (!this.sameAuthors(a, b) && namesDiffer(this.#name(a), this.#name(b))) return true;
		return inOneFile && this.#pagesDiffer(a, b);
	}

	#areCommon(a: number, b: number): boolean {
		return [a, b].every((record) => this.has('isCommon', record) || this.has('isPlaceholder', record));
	}

	#pagesDiffer(a: number, b: number): boolean {
		return [a, b].every((record) => this.has('hasPages', record)) && this.statesOther('place', a, b);
	}

	#shareContent(a: number, b: number): boolean {
		const states = (name: 'abstract' | 'place') =>
			this.#at(name, a) !== 0 && this.#at(name, a) === this.#at(name, b);
		return states('abstract') || (this.has('hasPages', a) && states('place'));
	}

	wordsDiffer(a: number, b: number): boolean {
		return wordsDiffer(titleWordsAt(this.columns.title, a), titleWordsAt(this.columns.title, b));
	}

	/** Whether both titles have more than a word. */
	haveTellingTitles(a: number, b: number): boolean {
		return [a, b].every((record) => (titleWordsAt(this.columns.title, record)[1] ?? 0) !== 0);
	}

	/** Whether their source itself gives them different ids. */
	toldApart(a: number, b: number): boolean {
		return this.#file[a] === this.#file[b] && this.statesOther('id', a, b);
	}

	#at(name: keyof KeyColumns, record: number): number {
		return this.columns[name][record] as number;
	}

	#name(record: number) {
		return { words: nameWordsAt(this.columns.name, record), initials: this.#at('initials', record) };
	}

	#reserve(count: number): void {
		if (count <= this.#capacity) return;
		// Half as much again, not twice: what lies empty counts as memory, too.
		this.#capacity = Math.max(count, Math.ceil(this.#capacity * 1.5));
		const wider = emptyColumns(this.#capacity);
		for (const name of columnNames) wider[name].set(this.columns[name]);
		this.columns = wider;
		const files = new Int32Array(this.#capacity);
		files.set(this.#file);
		this.#file = files;
	}
}
