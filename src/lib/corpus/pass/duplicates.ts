import { mergeKeys, type MergeKey } from '../../dataset/account.ts';
import type { Paper } from '../../dataset/paper.ts';
import { keysOf, type KeyColumns } from './key-columns.ts';
import { RecordSets } from './record-sets.ts';
import { RecordTable } from './record-table.ts';
import { HashTable } from '../../base/hash-table.ts';

/**
 * The records that share a key, two or more at a time, in the order of the keys: not in that of the records, on which
 * nothing may depend.
 * @param keys NaN for records without one
 */
function* keyGroups(keys: Float64Array, count: number): Generator<number[]> {
	const table = new HashTable();
	const next = new Int32Array(count).fill(-1);
	const heads: number[] = [];
	for (let record = 0; record < count; record++) {
		const key = keys[record] as number;
		const head = Number.isNaN(key) ? null : table.findOrAdd(key, record);
		if (head === null) continue;
		if (next[head] === -1) heads.push(head);
		next[record] = next[head] as number;
		next[head] = record;
	}
	heads.sort((a, b) => (keys[a] as number) - (keys[b] as number));
	for (const head of heads) {
		const group: number[] = [];
		for (let at = head; at !== -1; at = next[at] as number) group.push(at);
		yield group;
	}
}

/** Records that each one of a group is compared with, which keeps large groups linear. */
const neighbours = 24;
/** Members of a set that are compared with those of another, at most. */
const compared = 64;
/** No key. */
const none = mergeKeys.length;

/** For each record the one that is kept in its place, and by what key, a place in `mergeKeys`, they were merged. */
export interface Merged {
	kept: Int32Array;
	by: Uint8Array;
}

/**
 * Finds the records that are the same paper, over all files, and the fullest of each group. Which are found does not
 * depend on their order: groups of a key are compared as wholes, in an order of their contents. It keeps hashes and
 * small numbers only, about 175 bytes a record at most.
 */
export class DuplicateSurvey {
	readonly #table = new RecordTable();

	/** Notes the next record of the corpus, which stands in the file of this number. */
	add(paper: Paper, file: number): void {
		this.addKeys(keysOf([paper], file), file);
	}

	/** The same of records whose keys stand in columns. */
	addKeys(columns: KeyColumns, file: number): void {
		this.#table.add(columns, file);
	}

	/** For each record of the corpus, 1 when another record of its group is kept instead. */
	duplicates(): Uint8Array {
		return Uint8Array.from(this.merged().kept, (kept, record) => (kept === record ? 0 : 1));
	}

	merged(): Merged {
		return new Merging(this.#table).run();
	}
}

/** Pairs of a group's neighbours, the fullest first. */
function* pairs(group: readonly number[], reach: number): Generator<[number, number]> {
	for (const [i, a] of group.entries())
		for (let j = i + 1; j < group.length && j <= i + reach; j++) yield [a, group[j] as number];
}

/** One search for the groups of a table. It takes the DOIs of containers out of it. */
class Merging {
	readonly #table: RecordTable;
	readonly #sets: RecordSets;
	/** The strongest key that joined a record to any other. */
	readonly #joinedBy: Uint8Array;

	constructor(table: RecordTable) {
		this.#table = table;
		this.#joinedBy = new Uint8Array(table.count).fill(none);
		this.#forgetContainers();
		this.#sets = new RecordSets(table.count, table.columns.doi);
	}

	run(): Merged {
		for (const key of mergeKeys) if (key !== 'titleYear') this.#joinSure(key);
		for (const key of ['text', 'titleYear'] as const) this.#joinLikely(key);
		const kept = this.#fullest();
		return { kept, by: Uint8Array.from(kept, (best, record) => this.#reason(best, record)) };
	}

	*#groups(key: MergeKey): Generator<number[]> {
		const { columns, count, fullestFirst } = this.#table;
		for (const group of keyGroups(columns[key], count)) yield group.sort(fullestFirst);
	}

	/** A DOI that different papers state, or that stands beside different titles in one file, is their book's. */
	#forgetContainers(): void {
		const { doi } = this.#table.columns;
		for (const group of this.#groups('doi'))
			for (const [a, b] of pairs(group, neighbours))
				if (this.#table.areInContainer(a, b)) {
					for (const record of group) doi[record] = NaN;
					break;
				}
	}

	#joinSure(key: 'id' | 'doi' | 'text'): void {
		for (const group of this.#groups(key))
			for (const [a, b] of pairs(group, key === 'id' ? neighbours : 1))
				if (this.#isSure(key, a, b)) this.#join(key, a, b);
	}

	#joinLikely(key: 'text' | 'titleYear'): void {
		for (const group of this.#groups(key))
			for (const [a, b] of pairs(group, neighbours)) {
				if (!this.#isLikely(key, a, b)) continue;
				if (this.#sets.root(a) === this.#sets.root(b) || this.#setsAgree(key, a, b)) this.#join(key, a, b);
			}
	}

	#join(key: MergeKey, a: number, b: number): void {
		const place = mergeKeys.indexOf(key);
		for (const record of [a, b]) this.#joinedBy[record] = Math.min(this.#joinedBy[record] as number, place);
		this.#sets.join(a, b);
	}

	/** Whether two records that share a key are the same whatever else they say. */
	#isSure(key: 'id' | 'doi' | 'text', a: number, b: number): boolean {
		const table = this.#table;
		if (key === 'doi') return true;
		if (key === 'text') return table.has('hasAbstract', a);
		if (table.areOthers(a, b)) return false;
		return !(table.statesOther('doi', a, b) && table.haveTellingTitles(a, b) && table.wordsDiffer(a, b));
	}

	/** Whether two records of the same title, or title and year, can be one paper. */
	#isLikely(key: 'text' | 'titleYear', a: number, b: number): boolean {
		const table = this.#table;
		if (table.statesOther('doi', a, b)) return false;
		if (key === 'titleYear') return !table.toldApart(a, b);
		if (table.statesOther('year', a, b) || table.has('isPlaceholder', a)) return false;
		if (table.has('isCommon', a) && (!table.has('hasAuthors', a) || table.statesOther('place', a, b)))
			return false;
		return (!table.has('isCommon', a) && !table.toldApart(a, b)) || table.sameAuthors(a, b);
	}

	/** Whether no member of one set speaks against one of the other. */
	#setsAgree(key: 'text' | 'titleYear', a: number, b: number): boolean {
		if (this.#sets.doisDiffer(a, b)) return false;
		const [first, second] = [a, b].map((record) => this.#sets.members(record, compared));
		if (!first || !second) return true;
		return first.every((x) => second.every((y) => this.#canStand(key, x, y)));
	}

	#canStand(key: 'text' | 'titleYear', a: number, b: number): boolean {
		const table = this.#table;
		if (key === 'text' && table.statesOther('year', a, b)) return false;
		return !table.toldApart(a, b) || (key === 'text' && table.sameAuthors(a, b));
	}

	/** For each record the fullest of its set. */
	#fullest(): Int32Array {
		const { count, fullestFirst } = this.#table;
		const best = Int32Array.from({ length: count }, (_, record) => record);
		for (let record = 0; record < count; record++) {
			const root = this.#sets.root(record);
			if (fullestFirst(record, best[root] as number) < 0) best[root] = record;
		}
		return best.map((_, record) => best[this.#sets.root(record)] as number);
	}

	/** The strongest key that joins a record to the kept one, or that joined it at all. */
	#reason(kept: number, record: number): number {
		if (kept === record) return none;
		const { columns } = this.#table;
		const direct = mergeKeys.findIndex(
			(key) => columns[key][kept] === columns[key][record] && this.#joins(key, kept, record)
		);
		return direct === -1 ? (this.#joinedBy[record] as number) : direct;
	}

	#joins(key: MergeKey, a: number, b: number): boolean {
		if (key !== 'titleYear' && this.#isSure(key, a, b)) return true;
		return (key === 'text' || key === 'titleYear') && this.#isLikely(key, a, b);
	}
}
