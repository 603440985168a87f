import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

import { randomSource } from '../support/random.ts';

/** Share of the words of a copy that are words of another paper. */
const replaced = 0.15;

interface Line {
	id?: unknown;
	title?: unknown;
	abstract?: unknown;
}

/**
 * Joins a file of JSON Lines with varied copies of itself: the words of each abstract in another order and some
 * replaced by words of the papers before, so that no copy is a duplicate and each costs as much as the original.
 */
export async function varyFile(from: string, to: string, copies: number, seed = 1): Promise<void> {
	const random = randomSource(seed);
	const file = createWriteStream(to, { highWaterMark: 1 << 20 });
	let pool: string[] = ['of'];
	for (let copy = 0; copy < copies; copy++) {
		for await (const line of createInterface({ input: createReadStream(from) })) {
			const record = JSON.parse(line) as Line;
			const words = String(record.abstract ?? '').split(' ');
			if (copy > 0) {
				for (let i = words.length - 1; i > 0; i--) {
					const other = Math.floor(random() * (i + 1));
					[words[i], words[other]] = [words[other] as string, words[i] as string];
					if (random() < replaced) words[i] = pool[Math.floor(random() * pool.length)] as string;
				}
				Object.assign(record, {
					id: `${String(record.id)}-${copy}`,
					title: `${String(record.title)} ${words.slice(0, 2).join(' ')}`,
					abstract: words.join(' ')
				});
			}
			if (random() < 0.1) pool = words;
			if (!file.write(`${JSON.stringify(record)}\n`)) await once(file, 'drain');
		}
	}
	file.end();
	await once(file, 'finish');
}
