import type { Paper } from '../dataset/paper.ts';

/** 53-bit hash of a text (two multiply-and-mix streams of 32 bits; a million texts collide with odds of 1 in 18,000). */
export function hash53(text: string): number {
	let a = 0x9e3779b1;
	let b = 0x85ebca77;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, 0x27d4eb2d);
		b = Math.imul(b ^ code, 0x165667b1);
	}
	a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
	b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
	return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}

/** Lower-case letters and digits only, so that punctuation and spacing do not tell copies apart. */
export function normalised(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Remembers papers by id and by text, at a few bytes each. */
export class SeenPapers {
	readonly #ids = new Set<number>();
	readonly #texts = new Set<number>();

	/** Whether an identical paper has come before: the same id, or the same normalised title and abstract. */
	repeats({ sourceId, title, abstract }: Paper): boolean {
		const text = hash53(`${normalised(title)}\u0000${normalised(abstract)}`);
		const id = sourceId === null ? null : hash53(sourceId);
		const repeated = this.#texts.has(text) || (id !== null && this.#ids.has(id));
		if (!repeated) {
			this.#texts.add(text);
			if (id !== null) this.#ids.add(id);
		}
		return repeated;
	}
}
