import { HashTable } from '../../base/hash-table.ts';

/**
 * The records that share a key, two or more at a time, in the order of the keys: not in that of the records, on which
 * nothing may depend.
 * @param keys NaN for records without one
 */
export function* keyGroups(keys: Float64Array, count: number): Generator<number[]> {
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
