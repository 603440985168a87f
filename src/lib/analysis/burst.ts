import { log } from '../base/math.ts';

export interface Burst {
	/** First and last batch of the burst, as places in the input. */
	from: number;
	to: number;
	/** How much cheaper the burst explains its papers than the usual share: the sum of cost differences. */
	weight: number;
}

interface BurstOptions {
	/** How many times the usual share a burst has. */
	scale: number;
	/** What it costs to enter a burst, in units of ln n. */
	gamma: number;
}

/**
 * Bursts of a kind of paper: Kleinberg (2002), two states, batched form. In each batch, `relevant` of `all`
 * papers are of the kind with probability p0 = sum(relevant) / sum(all) or, in a burst, scale p0; entering a
 * burst costs gamma ln n, leaving is free. The cheapest sequence of states is found by Viterbi's algorithm;
 * empty batches are skipped.
 */
export function bursts(
	relevant: readonly number[],
	all: readonly number[],
	{ scale, gamma }: BurstOptions = { scale: 2, gamma: 1 }
): Burst[] {
	const batches = all.flatMap((papers, place) => (papers > 0 ? [place] : []));
	const papers = batches.reduce((sum, place) => sum + (all[place] as number), 0);
	const usual = batches.reduce((sum, place) => sum + (relevant[place] as number), 0) / papers;
	const raised = scale * usual;
	if (!(usual > 0) || !(raised < 1)) return [];
	const gains = batches.map((place) => {
		const hits = relevant[place] as number;
		const misses = (all[place] as number) - hits;
		return hits * log(raised / usual) + misses * log((1 - raised) / (1 - usual));
	});
	const inBurst = cheapestStates(gains, gamma * log(batches.length));
	return stretches(batches, inBurst, gains);
}

/**
 * Whether each batch lies in a burst. Only differences between the states matter: `gains` is what being in the
 * burst saves in each batch, `entry` what entering costs.
 */
function cheapestStates(gains: readonly number[], entry: number): boolean[] {
	let calm = 0;
	let burst = entry;
	const steps = gains.map((gain) => {
		const calmFromBurst = burst < calm;
		const burstFromCalm = calm + entry < burst;
		const nextCalm = calmFromBurst ? burst : calm;
		burst = (burstFromCalm ? calm + entry : burst) - gain;
		calm = nextCalm;
		return { calmFromBurst, burstFromCalm };
	});
	let state = burst < calm;
	const states: boolean[] = [];
	for (const { calmFromBurst, burstFromCalm } of steps.reverse()) {
		states.push(state);
		state = state ? !burstFromCalm : calmFromBurst;
	}
	return states.reverse();
}

function stretches(
	batches: readonly number[],
	inBurst: readonly boolean[],
	gains: readonly number[]
): Burst[] {
	const found: Burst[] = [];
	for (const [step, place] of batches.entries()) {
		if (!inBurst[step]) continue;
		const current = inBurst[step - 1] ? found.at(-1) : undefined;
		if (current) {
			current.to = place;
			current.weight += gains[step] as number;
		} else found.push({ from: place, to: place, weight: gains[step] as number });
	}
	return found;
}
