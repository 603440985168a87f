import { memorySource } from '../../src/lib/corpus/bytes.ts';
import { CorpusError } from '../../src/lib/corpus/error.ts';
import { openCorpus } from '../../src/lib/corpus/open.ts';
import { createRandom, type Random } from '../../src/lib/pipeline/random.ts';
import { isBalanced } from './corpora.ts';
import { seeds } from './fuzz-seeds.ts';

const utf16 = (bytes: Uint8Array) =>
	Uint8Array.from({ length: bytes.length * 2 }, (_, i) => (i % 2 ? 0 : (bytes[i >> 1] ?? 0)));

/** A damaged copy: bytes flipped, cut out, repeated, spliced with another place, or encoded anew. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
	const place = () => random.integer(bytes.length + 1);
	const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number];
	const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
	switch (random.integer(6)) {
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
			return join(
				bytes.subarray(0, from),
				...Array.from({ length: 1 + random.integer(200) }, () => piece),
				bytes.subarray(from)
			);
		}
		default:
			return random.integer(2) ? utf16(bytes) : bytes.filter((byte) => byte < 128 || random.integer(2) === 0);
	}
}

/**
 * Runs damaged copies of a format's file through its reader and, every other time, through detection. Every one
 * must end in a balanced account or in an error that is meant for the user.
 * @returns how many could be read, and the milliseconds of the slowest
 */
export async function fuzz(
	name: string,
	rounds: number,
	seed: number
): Promise<{ read: number; slowest: number }> {
	const random = createRandom(seed);
	const { bytes, format } = seeds[name] ?? { bytes: new Uint8Array(0), format: 'auto' as const };
	let read = 0;
	let slowest = 0;
	for (let round = 0; round < rounds; round++) {
		const copy = random.integer(4) ? damaged(bytes, random) : damaged(damaged(bytes, random), random);
		const start = performance.now();
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
		slowest = Math.max(slowest, performance.now() - start);
	}
	return { read, slowest };
}
