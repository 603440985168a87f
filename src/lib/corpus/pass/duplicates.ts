import { HashTable } from '../../base/hash-table.ts';
import type { Paper } from '../../dataset/paper.ts';
import type { RecordKeys } from '../paper/identity.ts';
import { keysAt, keysOf, type KeyColumns } from './key-columns.ts';

/** Columns of a table that grows by doubling. */
class Column<T extends Int32Array | Uint16Array> {
	values: T;
	readonly #make: (length: number) => T;

	constructor(make: (length: number) => T) {
		this.#make = make;
		this.values = make(1024);
	}

	set(index: number, value: number): void {
		if (index >= this.values.length) {
			const wider = this.#make(this.values.length * 2);
			wider.set(this.values);
			this.values = wider;
		}
		this.values[index] = value;
	}

	get(index: number): number {
		return this.values[index] ?? 0;
	}
}

const int32 = () => new Column((length) => new Int32Array(length));
const uint16 = () => new Column((length) => new Uint16Array(length));
/** 32 bits of a hash, never 0, which stands for none. */
const short = (hash: number | null) => (hash === null ? 0 : hash | 0 || 1);

/**
 * Finds the records that are the same paper, over all files, and the fullest of each group. It keeps hashes and
 * small numbers only, about 120 bytes a record.
 */
export class DuplicateSurvey {
	count = 0;
	readonly #tables = {
		id: new HashTable(),
		doi: new HashTable(),
		text: new HashTable(),
		titleYear: new HashTable()
	};
	readonly #parent = int32();
	readonly #best = int32();
	readonly #fullness = uint16();
	readonly #doi = int32();
	readonly #id = int32();
	readonly #authors = int32();
	readonly #file = int32();
	readonly #year = uint16();

	/** Notes the next record of the corpus, which stands in the file of this number. */
	add(paper: Paper, file: number): void {
		this.addKeys(keysOf([paper], file), 0, file);
	}

	/** The same of a record whose keys stand in a row of columns. */
	addKeys(columns: KeyColumns, row: number, file: number): void {
		const record = this.count++;
		const keys = keysAt(columns, row);
		this.#parent.set(record, record);
		this.#best.set(record, record);
		this.#fullness.set(record, columns.fullness[row] as number);
		this.#doi.set(record, short(keys.doi));
		this.#id.set(record, short(keys.id));
		this.#authors.set(record, short(keys.authors));
		this.#file.set(record, file);
		this.#year.set(record, keys.year ?? 0);
		this.#match(record, keys);
	}

	#match(record: number, keys: RecordKeys): void {
		const { id, doi, text, titleYear } = this.#tables;
		const find = (table: HashTable, key: number | null) =>
			key === null ? null : table.findOrAdd(key, record);
		const join = (other: number | null, holds: (other: number) => boolean) => {
			if (other !== null && holds(other)) this.#join(other, record);
		};
		join(find(id, keys.id), () => true);
		join(find(doi, keys.doi), () => true);
		join(find(text, keys.text), (other) => keys.hasAbstract || this.#sameTitleOnly(other, record));
		join(find(titleYear, keys.titleYear), (other) => this.#sameTitleYear(other, record));
	}

	/** Whether two records of the same title, both without abstract, can be one paper. */
	#sameTitleOnly(a: number, b: number): boolean {
		if (this.#statesOther(this.#year, a, b) || this.#doiDiffers(a, b)) return false;
		return !this.#toldApart(a, b) || this.#authors.get(a) === this.#authors.get(b);
	}

	#sameTitleYear(a: number, b: number): boolean {
		return !this.#doiDiffers(a, b) && !this.#toldApart(a, b);
	}

	/** Whether their source itself gives them different ids. */
	#toldApart(a: number, b: number): boolean {
		return this.#file.get(a) === this.#file.get(b) && this.#statesOther(this.#id, a, b);
	}

	#doiDiffers(a: number, b: number): boolean {
		return this.#statesOther(this.#doi, this.#root(a), this.#root(b));
	}

	#statesOther(column: Column<Int32Array> | Column<Uint16Array>, a: number, b: number): boolean {
		const [first, second] = [column.get(a), column.get(b)];
		return first !== 0 && second !== 0 && first !== second;
	}

	#root(record: number): number {
		let root = record;
		while (this.#parent.get(root) !== root) root = this.#parent.get(root);
		for (let at = record; at !== root;) {
			const next = this.#parent.get(at);
			this.#parent.set(at, root);
			at = next;
		}
		return root;
	}

	#join(a: number, b: number): void {
		const [x, y] = [this.#root(a), this.#root(b)];
		if (x === y) return;
		const [root, child] = x < y ? [x, y] : [y, x];
		this.#parent.set(child, root);
		if (this.#doi.get(root) === 0) this.#doi.set(root, this.#doi.get(child));
		const [kept, other] = [this.#best.get(root), this.#best.get(child)];
		const gain = this.#fullness.get(other) - this.#fullness.get(kept);
		if (gain > 0 || (gain === 0 && other < kept)) this.#best.set(root, other);
	}

	/** For each record of the corpus, 1 when another record of its group is kept instead. */
	duplicates(): Uint8Array {
		return Uint8Array.from({ length: this.count }, (_, record) =>
			this.#best.get(this.#root(record)) === record ? 0 : 1
		);
	}
}
