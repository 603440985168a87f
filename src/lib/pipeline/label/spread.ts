import { exp, log } from '../../base/math.ts';

/** Counts up to this many times the number of groups get their exact expectation under chance. */
const fewTimes = 5;

/** Mean of x ln x for a Poisson variable. */
function meanOfXLogX(mean: number): number {
	let sum = 0;
	let probability = exp(-mean);
	for (let x = 1; x < mean + 12 * Math.sqrt(mean) + 12; x++) {
		probability *= mean / x;
		sum += probability * x * log(x);
	}
	return sum;
}

/**
 * Measures how unevenly things spread over groups: the information, in nats, that meeting one gives about its
 * group, over the entropy of the groups. 0 for what is spread as chance has it, 1 for what keeps to the least
 * expected groups. It is the likelihood-ratio statistic G² (Dunning 1993) less its mean under chance, so that
 * rare and frequent things compare.
 */
export class Spread {
	readonly #shares: number[];
	readonly #entropy: number;
	readonly #byChance = new Map<number, number>();

	/** @param sizes things in each group; empty groups do not count */
	constructor(sizes: readonly number[]) {
		const total = sizes.reduce((sum, size) => sum + size, 0);
		this.#shares = sizes.map((size) => size / total);
		this.#entropy = this.#shares.reduce((sum, share) => sum - (share > 0 ? share * log(share) : 0), 0);
	}

	/** What a group adds to half of G². */
	term(observed: number, total: number, group: number): number {
		return observed === 0 ? 0 : observed * log(observed / (total * (this.#shares[group] as number)));
	}

	/**
	 * @param sum the sum of `term` over the groups
	 * @param total things in all groups
	 */
	unevenness(sum: number, total: number): number {
		if (this.#entropy === 0 || total === 0) return 0;
		return Math.max(0, (sum - this.#chance(total)) / total / this.#entropy);
	}

	/** Mean of half of G² for things that fall into groups by chance. */
	#chance(total: number): number {
		const groups = this.#shares.filter((share) => share > 0);
		if (total > fewTimes * groups.length) return (groups.length - 1) / 2;
		const known = this.#byChance.get(total);
		if (known !== undefined) return known;
		const mean = groups.reduce((sum, share) => {
			const expected = total * share;
			return sum + meanOfXLogX(expected) - expected * log(expected);
		}, 0);
		this.#byChance.set(total, mean);
		return mean;
	}
}
