import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { surenessWords } from '../../../src/lib/analysis/trends/finding-words.ts';
import { thresholds } from '../../../src/lib/analysis/trends/thresholds.ts';
import { drawTrends, scenarios } from '../../support/drawn-trends.ts';
import { judgedTrends, type Judged } from '../../support/judged-trends.ts';

/** A small part of what `npm run bench -- --calibration` counts. */
const corpora = 20;
const judged = new Map(
	scenarios.map((scenario) => [
		scenario,
		Array.from({ length: corpora }, (_, seed) => judgedTrends(drawTrends(scenario, 500 + seed))).flat()
	])
);
const moving = scenarios.flatMap((scenario) => (scenario === 'flat' ? [] : judged.get(scenario)!));
const isMove = ({ finding: { direction } }: Judged) => direction === 'rising' || direction === 'falling';
const said = (some: readonly Judged[], certainty: string) =>
	some.filter(({ finding }) => finding.certainty === certainty);

function rightShare(some: readonly Judged[], isRight: (one: Judged) => boolean | null): number {
	return some.filter(isRight).length / some.length;
}

describe('what is said of corpora whose shares are known', () => {
	it('is nearly always right where it is very sure', () => {
		const moves = said(moving, 'very sure').filter(isMove);
		expect(moves.length).toBeGreaterThan(50);
		expect(rightShare(moves, ({ rightMove }) => rightMove)).toBeGreaterThan(0.965);
	});

	it('is right nine times of ten where it is fairly sure', () => {
		const moves = said(moving, 'fairly sure').filter(isMove);
		expect(moves.length).toBeGreaterThan(20);
		expect(rightShare(moves, ({ rightMove }) => rightMove)).toBeGreaterThan(0.9);
		const steady = moving.filter(({ finding }) => finding.direction === 'steady');
		expect(steady.length).toBeGreaterThan(10);
		expect(rightShare(steady, ({ rightSteady }) => rightSteady)).toBeGreaterThan(0.9);
	});

	it('is right of what was before nine times of ten', () => {
		const before = moving.filter(({ rightBefore }) => rightBefore !== null);
		expect(before.length).toBeGreaterThan(20);
		expect(rightShare(before, ({ rightBefore }) => rightBefore)).toBeGreaterThan(0.9);
	});

	it('is neither rise nor fall of flat shares', () => {
		const flat = judged.get('flat')!;
		expect(flat.length).toBeGreaterThan(300);
		expect(flat.filter(isMove).length).toBeLessThanOrEqual(1);
		const bent = flat.filter(({ finding }) => finding.shape?.kind === 'came and went');
		expect(bent).toEqual([]);
	});
});

describe('what the page says of being sure', () => {
	it('is no more than the lower bounds that the calibration recorded', () => {
		const record = readFileSync(join(import.meta.dirname, '../../bench/README.md'), 'utf8');
		const [, row] = /^\| pooled, half of the themes flat \|(.+)\|$/m.exec(record)!;
		const bounds = [...row!.matchAll(/\((\.\d+)\)/g)].map(([, bound]) => Number(bound));
		const { verySure, fairlySure } = thresholds.right;
		expect(bounds.length).toBe(4);
		expect(verySure).toBeLessThanOrEqual(bounds[0]!);
		expect(fairlySure).toBeLessThanOrEqual(bounds[1]!);
		expect(surenessWords).toMatch(
			`“very sure” were right in at least ${100 * verySure} of 100 cases, those called “fairly sure” in ${100 * fairlySure} of 100,`
		);
	});
});
