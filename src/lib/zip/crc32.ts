const first = Int32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	return value;
});

/** What a byte comes to with none, one, two and three others behind it. */
const [none, one, two, three] = (() => {
	const next = (table: Int32Array) => table.map((value) => (value >>> 8) ^ (first[value & 0xff] as number));
	const second = next(first);
	const third = next(second);
	return [first, second, third, next(third)] as const;
})();

/** The checksum of zip archives, gzip and PNG (CRC-32, ISO 3309), of bytes as they come. */
export class Crc32 {
	#state = -1;

	update(bytes: Uint8Array): void {
		let state = this.#state;
		let at = 0;
		// Four bytes at a time (Kounavis and Berry 2005).
		for (; at + 3 < bytes.length; at += 4) {
			state ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
			state ^= ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
			state =
				(three[state & 0xff] as number) ^
				(two[(state >>> 8) & 0xff] as number) ^
				(one[(state >>> 16) & 0xff] as number) ^
				(none[state >>> 24] as number);
		}
		for (; at < bytes.length; at++) {
			state = (state >>> 8) ^ (none[(state ^ (bytes[at] as number)) & 0xff] as number);
		}
		this.#state = state;
	}

	/** An unsigned number of 32 bits. */
	value(): number {
		return ~this.#state >>> 0;
	}
}
