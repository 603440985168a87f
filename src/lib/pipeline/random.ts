import { log } from '../base/math.ts';
import { mixed } from '../base/text-hash.ts';

/** A seeded source of randomness: the same seed and calls give the same bits on every host. */
export interface Random {
	/** Uniform on [0, 1), 53 bits. */
	uniform(): number;
	/** Uniform integer from 0 to n - 1. */
	integer(n: number): number;
	/** Standard normal (Marsaglia's polar method). */
	normal(): number;
	/** Reorders in place (Fisher-Yates). */
	shuffle(values: Int32Array | number[]): void;
	/** `size` distinct integers below n, ascending; all of them when size >= n. */
	sample(n: number, size: number): Int32Array;
}

/** 32-bit words of sfc32 (Doty-Humphrey, PractRand: small fast chaotic generator), warmed up. */
function words(seed: number, stream: number): () => number {
	let a = mixed(seed % 4294967296);
	let b = mixed(Math.floor(seed / 4294967296) ^ 0x9e3779b9);
	let c = mixed(stream ^ 0x243f6a88);
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return sum >>> 0;
	};
	for (let i = 0; i < 15; i++) next();
	return next;
}

/**
 * @param seed any integer
 * @param stream tells apart independent uses of one seed
 */
export function createRandom(seed: number, stream = 0): Random {
	const word = words(seed, stream);
	const uniform = () => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
	const integer = (n: number) => Math.floor(uniform() * n);
	let spare: number | null = null;

	function normal(): number {
		if (spare !== null) {
			const value = spare;
			spare = null;
			return value;
		}
		for (;;) {
			const u = 2 * uniform() - 1;
			const v = 2 * uniform() - 1;
			const s = u * u + v * v;
			if (s >= 1 || s === 0) continue;
			const factor = Math.sqrt((-2 * log(s)) / s);
			spare = v * factor;
			return u * factor;
		}
	}

	function shuffle(values: Int32Array | number[]): void {
		for (let i = values.length - 1; i > 0; i--) {
			const j = integer(i + 1);
			const moved = values[i] as number;
			values[i] = values[j] as number;
			values[j] = moved;
		}
	}

	/** Selection sampling (Knuth, The Art of Computer Programming 3.4.2, algorithm S). */
	function sample(n: number, size: number): Int32Array {
		const chosen = new Int32Array(Math.min(n, size));
		let taken = 0;
		for (let i = 0; taken < chosen.length; i++) {
			if (uniform() * (n - i) < chosen.length - taken) chosen[taken++] = i;
		}
		return chosen;
	}

	return { uniform, integer, normal, shuffle, sample };
}
