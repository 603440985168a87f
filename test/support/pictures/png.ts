import { zlibSync } from 'fflate';

import { Crc32 } from '../../../src/lib/zip/crc32.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(type: string, data: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(12 + data.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, data.length);
	bytes.set(new TextEncoder().encode(type), 4);
	bytes.set(data, 8);
	const sum = new Crc32();
	sum.update(bytes.subarray(4, 8 + data.length));
	view.setUint32(8 + data.length, sum.value());
	return bytes;
}

/**
 * A PNG of 8 bits a channel (ISO/IEC 15948), the same bytes on every host.
 * @param rgb red, green and blue of each pixel, row by row
 */
export function png(rgb: Uint8Array, width: number, height: number): Uint8Array {
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	header.set([8, 2, 0, 0, 0], 8);
	const rows = new Uint8Array(height * (width * 3 + 1));
	for (let row = 0; row < height; row++) {
		rows.set(rgb.subarray(row * width * 3, (row + 1) * width * 3), row * (width * 3 + 1) + 1);
	}
	const chunks = [
		Uint8Array.from(signature),
		chunk('IHDR', header),
		chunk('IDAT', zlibSync(rows, { level: 9 })),
		chunk('IEND', new Uint8Array(0))
	];
	return Uint8Array.from(chunks.flatMap((bytes) => [...bytes]));
}
