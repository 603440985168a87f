const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	return value;
});

/** The checksum of zip archives, gzip and PNG (CRC-32, ISO 3309), of bytes as they come. */
export class Crc32 {
	#state = 0xffffffff;

	update(bytes: Uint8Array): void {
		let state = this.#state;
		for (let at = 0; at < bytes.length; at++) {
			state = (state >>> 8) ^ (table[(state ^ (bytes[at] as number)) & 0xff] as number);
		}
		this.#state = state;
	}

	/** An unsigned number of 32 bits. */
	value(): number {
		return ~this.#state >>> 0;
	}
}
