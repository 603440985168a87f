import { folded } from './fold.ts';

/** The finaliser of murmur3: 32 bits, each of which depends on all of the given ones. */
export function mixed(value: number): number {
	let z = value | 0;
	z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
	z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
	return z ^ (z >>> 16);
}

const zero = 48;
const upper = 65;
const lower = 97;

/** Code of an ASCII letter in lower case, of a digit, `#` or `+` (C# is not C++); 0 for anything else. */
const plainCode = Uint8Array.from({ length: 128 }, (_, code) => {
	if (code >= upper && code < upper + 26) return code + lower - upper;
	if (code === 35 || code === 43) return code;
	return (code >= zero && code < zero + 10) || (code >= lower && code < lower + 26) ? code : 0;
});

/** All bits for a code that counts, none for any other. */
const kept32 = Int32Array.from(plainCode, (code) => (code === 0 ? 0 : -1));

const multiplierA = 0x27d4eb2d;
const multiplierB = 0x165667b1;

/**
 * A running 53-bit hash of texts: two multiply-and-mix streams of 32 bits. A million texts collide with odds of 1
 * in 18,000.
 */
export class TextHash {
	#a = 0x9e3779b1;
	#b = 0x85ebca77;

	/** Takes a text in as it is. */
	add(text: string): this {
		let [a, b] = [this.#a, this.#b];
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			a = Math.imul(a ^ code, multiplierA);
			b = Math.imul(b ^ code, multiplierB);
		}
		this.#a = a;
		this.#b = b;
		return this;
	}

	/** Takes a text in as `normalised` writes it, stretch by stretch. */
	addNormalised(text: string): this {
		for (let from = 0; from < text.length;) {
			from = this.#addPlain(text, from);
			const start = from;
			while (text.charCodeAt(from) > 127) from++;
			if (from > start) this.add(normalised(text.slice(start, from)));
		}
		return this;
	}

	/** Takes in ASCII characters up to the first other one, and answers where that is. */
	#addPlain(text: string, from: number): number {
		let [a, b] = [this.#a, this.#b];
		let i = from;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code > 127) break;
			const letter = plainCode[code] as number;
			// Without a branch, which would be guessed wrong at every other word.
			const kept = kept32[code] as number;
			a = (a & ~kept) | (Math.imul(a ^ letter, multiplierA) & kept);
			b = (b & ~kept) | (Math.imul(b ^ letter, multiplierB) & kept);
		}
		this.#a = a;
		this.#b = b;
		return i;
	}

	value(): number {
		let [a, b] = [this.#a, this.#b];
		a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
		b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
		return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
	}
}

export const hash53 = (text: string) => new TextHash().add(text).value();

/** Lower-case letters, digits, `#` and `+`, so that punctuation and spacing do not tell copies apart, nor `CO₂` and `CO2`. */
export function normalised(text: string): string {
	const lower = folded(text).toLowerCase();
	return /^[\0-\x7f]*$/.test(lower)
		? lower.replace(/[^a-z0-9#+]+/g, '')
		: lower.replace(/[^\p{L}\p{M}\p{N}#+]+/gu, '');
}

/** The hash of a title and abstract, without case, punctuation and spacing. */
export function textKey(title: string, abstract: string): number {
	return new TextHash().addNormalised(title).add('\u0000').addNormalised(abstract).value();
}
