/** The finaliser of murmur3: 32 bits, each of which depends on all of the given ones. */
export function mixed(value: number): number {
	let z = value | 0;
	z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
	z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
	return z ^ (z >>> 16);
}
