import { describe, expect, it } from 'vitest';

import { burstLabels } from '../../../src/lib/views/charts/trend/burst-labels.ts';

const room = { left: 0, right: 400, top: 0 };
const at = (...points: [x: number, y: number | null][]) => points.map(([x, y]) => ({ x, y, partial: false }));

describe('the names of bursts', () => {
	it('stand above the highest point, the longest burst first', () => {
		const short = at([300, 90]);
		const long = at([100, 80], [120, 60], [140, 70]);
		expect(burstLabels([short, long], room)).toEqual([
			{ x: 120, y: 50 },
			{ x: 300, y: 80 }
		]);
	});

	it('write over no other, and there are only so many', () => {
		const crowd = [0, 5, 10, 15].map((y) => at([200, 100 + y], [210, 101 + y]));
		expect(burstLabels(crowd, room)).toEqual([
			{ x: 200, y: 90 },
			{ x: 200, y: 105 }
		]);
		const far = [50, 100, 150, 200, 250].map((x) => at([x, 100]));
		expect(burstLabels(far, room)).toHaveLength(3);
	});

	it('leave the line for the space over the drawing where a peak reaches its top', () => {
		const high = { left: 0, right: 400, top: 20 };
		expect(burstLabels([at([200, 20])], high)).toEqual([{ x: 200, y: 14 }]);
		expect(burstLabels([at([40, 20])], high)).toEqual([{ x: 40, y: 33 }]);
	});

	it('stay inside the drawing, and gaps have none', () => {
		expect(burstLabels([at([0, 4])], room)).toEqual([{ x: 17, y: 13 }]);
		expect(burstLabels([at([399, 100])], room)).toEqual([{ x: 383, y: 90 }]);
		expect(burstLabels([at([5, null]), []], room)).toEqual([]);
	});
});
