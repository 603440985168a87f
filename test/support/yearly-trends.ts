import type { TrendWindow } from '../../src/lib/analysis/trends/window.ts';
import { randomSource } from './random.ts';

/** Years from 2000 on, with so many papers in each. */
export function yearly(papers: readonly number[]): TrendWindow {
	const axis = papers.map((some, place) => ({
		start: `${2000 + place}-01-01`,
		end: `${2000 + place}-12-31`,
		label: String(2000 + place),
		partial: false,
		papers: some
	}));
	return {
		kind: 'window',
		unit: 'year',
		axis,
		from: 0,
		to: papers.length - 1,
		places: axis.map((_, place) => place),
		reason: 'whole span',
		leftOut: { partial: 0, outside: 0, thin: 0, coarse: 0, undated: 0 }
	};
}

/** Papers drawn with these shares. */
export function drawn(shares: readonly number[], papers: number, seed: number): number[] {
	const random = randomSource(seed);
	return shares.map((share) => {
		let own = 0;
		for (let paper = 0; paper < papers; paper++) if (random() < share) own++;
		return own;
	});
}
