import { describe, expect, it } from 'vitest';

import { fromWire, toWire } from '../../../src/lib/remote/wire.ts';

describe('what crosses the wire', () => {
	it('comes back as it was', () => {
		const value = {
			map: new Map<unknown, unknown>([['a', new Map([[1, [NaN, -Infinity, null]]])]]),
			arrays: [new Uint8Array([0, 255]), new Uint16Array([65_535]), new Float64Array([0.1])],
			text: 'quote " and \\u2028 and \\n',
			empty: new Int32Array(0)
		};
		expect(fromWire(toWire(value))).toEqual(value);
		// Each alone, since one would have the others marked.
		for (const one of Object.values(value)) expect(fromWire(toWire([one]))).toEqual([one]);
		expect(fromWire(toWire({ infinite: Infinity }))).toEqual({ infinite: Infinity });
		expect(fromWire(toWire({ text: '{"$":"map"}' }))).toEqual({ text: '{"$":"map"}' });
	});

	it('has rows that several answers share as often as they stand there', () => {
		const rows = [{ papers: 3 }, { papers: Infinity }];
		const answers = [
			{ rows, more: [1], left: undefined, none: null },
			{ rows, more: [2] }
		];
		for (const answer of answers) expect(fromWire(toWire(answer))).toEqual(answer);
	});
});
