import { describe, expect, it } from 'vitest';

import { fit } from '../../../../src/lib/pipeline/fit.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { pairsTogether } from '../../../../src/lib/pipeline/cluster/stability.ts';
import { plantThemes } from '../../../support/planted-themes.ts';

describe('pairsTogether', () => {
	it('counts the pairs of a group that are together again', () => {
		const groups = [0, 0, 0, 0, 1, 1, 2, -1];
		const others = [5, 5, 5, 3, 5, 5, 1, 5];
		expect(pairsTogether(groups, others, 3)).toEqual([0.5, 1, null]);
	});
});

describe('the stability of themes', () => {
	it('is given for published themes on request, and high where themes are plain', async () => {
		const { papers } = plantThemes({ themes: 3, papers: 100, seed: 5 });
		const { nodes } = await fit(papers, { ...defaultOptions, themes: 3, stability: true });
		for (const { inDefault, stability } of nodes) {
			if (inDefault) expect(stability).toBeGreaterThan(0.95);
			else expect(stability).toBeNull();
		}
	});

	it('is low where the number of themes is wrong, and absent unless asked for', async () => {
		const { papers } = plantThemes({ themes: 3, papers: 100, seed: 5 });
		const wrong = await fit(papers, { ...defaultOptions, themes: 9, stability: true });
		const values = wrong.defaultThemes.map((id) => wrong.nodes[id]?.stability ?? 1);
		expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeLessThan(0.8);
		const without = await fit(papers, { ...defaultOptions, themes: 3 });
		expect(without.nodes.every(({ stability }) => stability === null)).toBe(true);
	});
});
