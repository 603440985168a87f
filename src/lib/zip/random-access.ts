/** A file of which any part can be read: a file on a disk, a `Blob`, bytes in memory. */
export interface RandomAccess {
	readonly name: string;
	readonly size: number;
	/** The bytes from `start` to before `end`, fewer where the file ends. */
	read(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes that are read beyond what is asked for: at first and after a jump, and at most. */
const [leastAhead, mostAhead] = [1 << 12, 1 << 20];

/**
 * The same file for a reader that mostly goes forward in small steps: it is asked for more than what is wanted, twice
 * as much each time while reading goes on where it was, so that it is asked a few times in each megabyte however many
 * entries stand there, and for a few kilobytes where entries stand in no order.
 */
export function readAhead(file: RandomAccess): RandomAccess {
	let [from, block, ahead]: [number, Uint8Array, number] = [0, new Uint8Array(0), leastAhead];
	return {
		name: file.name,
		size: file.size,
		read: async (start, end) => {
			const last = from + block.length;
			if (start >= from && end <= last) return block.subarray(start - from, end - from);
			const goesOn = start >= from && start <= last + ahead;
			ahead = goesOn ? Math.min(mostAhead, 2 * ahead) : leastAhead;
			const bytes = await file.read(start, Math.min(file.size, Math.max(end, start + ahead)));
			[from, block] = [start, bytes];
			return bytes.subarray(0, end - start);
		}
	};
}
