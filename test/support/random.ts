/** Numbers between 0 and 1 that depend on nothing but the seed (Lehmer's generator, 48271 modulo 2^31 - 1). */
export function randomSource(seed: number): () => number {
	let state = (Math.abs(seed) % 2_147_483_646) + 1;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
