import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { CorpusError } from '../../src/lib/corpus/bytes/error.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { createRandom, type Random } from '../../src/lib/pipeline/random.ts';
import { isBalanced } from './corpora.ts';
import { seeds } from './fuzz-seeds.ts';

const utf16 = (bytes: Uint8Array) =>
	Uint8Array.from({ length: bytes.length * 2 }, (_, i) => (i % 2 ? 0 : (bytes[i >> 1] ?? 0)));

/** UTF-8 as a program that takes it for Latin-1 writes it anew. */
const garbled = (bytes: Uint8Array) =>
	new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf8'));

const encodings = [
	utf16,
	garbled,
	(bytes: Uint8Array) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1'))
];

/**
 * A damaged copy: bytes flipped, cut out, repeated, spliced with another place or another file, or encoded anew.
 * @param other the bytes of another file
 */
function damaged(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
	const place = () => random.integer(bytes.length + 1);
	const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number];
	const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
	switch (random.integer(7)) {
		case 0: {
			const copy = Uint8Array.from(bytes);
			for (let flips = 1 + random.integer(20); flips > 0; flips--)
				copy[random.integer(copy.length)] = random.integer(256);
			return copy;
		}
		case 1:
			return bytes.subarray(from, to);
		case 2:
			return join(bytes.subarray(0, from), bytes.subarray(to));
		case 3:
			return join(bytes.subarray(0, to), bytes.subarray(from));
		case 4: {
			const piece = bytes.subarray(from, Math.min(to, from + 1 + random.integer(30)));
			const pieces = Array.from({ length: 1 + random.integer(200) }, () => piece);
			return join(bytes.subarray(0, from), ...pieces, bytes.subarray(from));
		}
		case 5: {
			const start = random.integer(other.length + 1);
			const piece = other.subarray(start, start + random.integer(400));
			return join(bytes.subarray(0, from), piece, bytes.subarray(random.integer(2) ? from : to));
		}
		default:
			return encodings[random.integer(encodings.length)]?.(bytes) ?? bytes;
	}
}

/** Milliseconds of this process on the processor: a busy machine does not count. */
function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/**
 * Runs damaged copies of a format's file through its reader and, every other time, through detection. Every one
 * must end in a balanced account or in an error that is meant for the user.
 * @returns how many could be read, and the milliseconds that the slowest took on the processor
 */
export async function fuzz(
	name: string,
	rounds: number,
	seed: number
): Promise<{ read: number; slowest: number }> {
	const random = createRandom(seed);
	const { bytes, format, pack } = seeds[name] ?? { bytes: new Uint8Array(0), format: 'auto' as const };
	const others = Object.values(seeds);
	let read = 0;
	let slowest = 0;
	for (let round = 0; round < rounds; round++) {
		const other = others[random.integer(others.length)]?.bytes ?? bytes;
		const whole = pack && round % 4 >= 2 ? pack(bytes) : bytes;
		const once = damaged(whole, other, random);
		const twice = random.integer(4) ? once : damaged(once, other, random);
		// What a checksum guards is damaged before it is packed, or after.
		const copy = pack && round % 4 < 2 ? pack(twice) : twice;
		const start = processorTime();
		try {
			const source = openCorpus([memorySource('x', copy)], { format: round % 2 ? 'auto' : format });
			let papers = 0;
			for await (const batch of source.papers()) papers += batch.length;
			const account = source.account();
			const counted = account.inputs.reduce((sum, input) => sum + input.papers, 0);
			const rejected = account.inputs.reduce((sum, input) => sum + input.rejected, 0);
			if (!isBalanced(account) || counted !== papers || rejected !== account.rejections.length)
				throw new Error(`the account of ${name} in round ${round} does not balance`);
			read++;
		} catch (error) {
			if (!(error instanceof CorpusError)) throw new Error(`${name}, round ${round}`, { cause: error });
		}
		slowest = Math.max(slowest, processorTime() - start);
	}
	return { read, slowest };
}
