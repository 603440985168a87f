import { Crc32 } from '../zip/crc32.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const inchesPerMetre = 1 / 0.0254;

function chunk(type: string, data: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(12 + data.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, data.length);
	for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
	bytes.set(data, 8);
	const checksum = new Crc32();
	checksum.update(bytes.subarray(4, 8 + data.length));
	view.setUint32(8 + data.length, checksum.value());
	return bytes;
}

/**
 * A PNG that says how large it is on paper: with the chunk pHYs (PNG 1.2, 11.3.5.3) behind its header.
 * @param png without such a chunk, as canvases write it
 * @param dpi dots per inch
 * @throws TypeError for anything but a PNG
 */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
	if (signature.some((byte, at) => png[at] !== byte)) throw new TypeError('this is not a PNG');
	const data = new Uint8Array(9);
	const view = new DataView(data.buffer);
	const perMetre = Math.round(dpi * inchesPerMetre);
	view.setUint32(0, perMetre);
	view.setUint32(4, perMetre);
	data[8] = 1;
	const density = chunk('pHYs', data);
	// Signature, then the header: length, type, 13 bytes and a checksum.
	const header = 8 + 12 + 13;
	const whole = new Uint8Array(png.length + density.length);
	whole.set(png.subarray(0, header));
	whole.set(density, header);
	whole.set(png.subarray(header), header + density.length);
	return whole;
}
