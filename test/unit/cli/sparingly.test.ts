import { expect, it } from 'vitest';

import { sparingly } from '../../../src/cli/worker/sparingly.ts';
import type { StageProgress } from '../../../src/lib/source/hooks.ts';

it('passes on beginnings and ends of stages, and little of what is between', () => {
	let time = 0;
	const told: string[] = [];
	const report = sparingly(
		({ stage, done }) => told.push(`${stage} ${done}`),
		() => time
	);
	const at = (now: number, stage: StageProgress['stage'], done: number) => {
		time = now;
		report({ stage, done, total: 9 });
	};
	at(1000, 'read', 0);
	at(1010, 'read', 1);
	at(1049, 'read', 2);
	at(1050, 'read', 3);
	at(1060, 'read', 4);
	at(1061, 'reduce', 0);
	at(1062, 'reduce', 5);
	at(1063, 'reduce', 9);
	expect(told).toEqual(['read 0', 'read 3', 'reduce 0', 'reduce 9']);
});
