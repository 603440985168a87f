import type { DataReader } from 'hyparquet';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { readVarInt } from 'hyparquet/src/thrift.js';

import { CorpusError } from '../../bytes/error.ts';

/** Values by which a run may exceed its page: writers fill up the last group of packed ones. */
const padding = 512;

/** Bits of the numbers up to a level. */
const bitsOf = (level: number) => 32 - Math.clz32(level);

/**
 * Follows the runs of a page as hyparquet reads them, without their values: it repeats a value as often as a run
 * says, up to 2^31 times, whatever the page holds.
 * @param values numbers that the page needs
 * @throws CorpusError when a run is longer than the page
 */
export function checkRuns(view: DataView, from: number, width: number, values: number): void {
	const reader: DataReader = { view, offset: from };
	let seen = 0;
	while (seen < values && reader.offset < view.byteLength) {
		const header = readVarInt(reader);
		const isPacked = header % 2 !== 0;
		const run = isPacked ? (header >>> 1) * 8 : header >>> 1;
		if (run > values + padding)
			throw new CorpusError('a page of its Parquet data repeats a value more often than it has values.');
		reader.offset += isPacked ? Math.max(1, (run / 8) * width) : (width + 7) >> 3;
		seen += run;
	}
}

/**
 * Checks the levels of a page and passes over them.
 * @param length bytes of the levels; `null` when they stand before them
 */
export function passLevels(
	reader: DataReader,
	highest: number,
	values: number,
	length: number | null = null
): void {
	if (highest === 0) return;
	const bytes = length ?? reader.view.getUint32(reader.offset, true);
	const from = reader.offset + (length === null ? 4 : 0);
	checkRuns(reader.view, from, bitsOf(highest), values);
	reader.offset = from + bytes;
}

/** How many values a page's definition levels say are there, once they have been checked. */
export function presentValues(view: DataView, from: number, highest: number, values: number): number {
	if (highest === 0) return values;
	const levels = new Array<number>(values);
	readRleBitPackedHybrid({ view, offset: from }, bitsOf(highest), levels);
	return levels.reduce((sum, level) => sum + Number(level === highest), 0);
}
