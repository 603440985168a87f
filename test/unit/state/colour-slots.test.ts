import { describe, expect, it } from 'vitest';

import {
	currentSlots,
	formatSlots,
	lendSlots,
	ownSlots,
	parseSlots,
	type Slots
} from '../../../src/lib/state/colour-slots.ts';

const theme = (themeId: number, papers: number) => ({ themeId, papers });
const ten = Array.from({ length: 10 }, (_, id) => theme(id, 100 - id));
const owned = ownSlots(ten);
const none: Slots = new Map();

describe('slots of their own', () => {
	it('go to the eight largest themes, ties by id', () => {
		const slots = ownSlots([theme(4, 5), theme(9, 7), theme(2, 5)]);
		expect([...slots]).toEqual([
			[9, 0],
			[2, 1],
			[4, 2]
		]);
		expect(owned.size).toBe(8);
		expect(owned.has(8)).toBe(false);
	});
});

describe('borrowed slots', () => {
	it('take the smallest owner’s colour first', () => {
		expect([...lendSlots(owned, [9], none)]).toEqual([[9, 7]]);
		expect([...lendSlots(owned, [9, 8], none)]).toEqual([
			[9, 7],
			[8, 6]
		]);
	});

	it('stay with their theme while it is selected and return afterwards', () => {
		const first = lendSlots(owned, [9, 8], none);
		expect([...lendSlots(owned, [8, 3], first)]).toEqual([[8, 6]]);
		expect([...lendSlots(owned, [8, 9], new Map([[8, 6]]))]).toEqual([
			[8, 6],
			[9, 7]
		]);
		expect(lendSlots(owned, [], first).size).toBe(0);
	});

	it('give way to an owner that is selected itself', () => {
		const lent = lendSlots(owned, [9], none);
		expect([...lendSlots(owned, [9, 7], lent)]).toEqual([[9, 6]]);
	});

	it('never hold a colour twice, and run out after eight', () => {
		const many = Array.from({ length: 20 }, (_, id) => id + 100);
		const lent = lendSlots(owned, many, new Map([...many].slice(0, 3).map((id) => [id, 2])));
		expect(new Set(lent.values()).size).toBe(8);
		expect(lent.size).toBe(8);
	});
});

describe('colours now', () => {
	it('leave an owner grey only while its colour is lent out', () => {
		const slots = currentSlots(owned, new Map([[9, 7]]));
		expect(slots.get(9)).toBe(7);
		expect(slots.has(7)).toBe(false);
		expect(slots.get(0)).toBe(0);
	});
});

describe('slots in the address', () => {
	it('come back as they were written', () => {
		const slots = new Map([
			[15, 6],
			[12, 7]
		]);
		expect(formatSlots(slots)).toBe('12:7 15:6');
		expect(new Map(parseSlots('12:7 15:6'))).toEqual(slots);
	});

	it('skip what is no slot', () => {
		expect([...parseSlots('12:9 x:1 3: :4 1:2:3 99999999:1 5:0')]).toEqual([[5, 0]]);
	});
});
