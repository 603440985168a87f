import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { readCorpus } from '../../support/corpora.ts';
import { kindsOfPeople, type KindOfPeople } from '../../support/people.ts';
import { peopleInObjects } from '../../support/people-in-objects.ts';
import { peopleInTexts } from '../../support/people-in-texts.ts';

/** Each once, and those of few people, which are the hardest, again. */
const sizes = [...Array.from({ length: 40 }, (_, i) => i + 1), ...[1, 2, 3, 4, 1, 2, 3, 4]];

const cases = Object.entries({ ...peopleInTexts, ...peopleInObjects }).flatMap(([name, source]) =>
	(Object.keys(kindsOfPeople) as KindOfPeople[]).map((kind) => ({ name, kind, source }))
);

describe('records of 1 to 40', () => {
	it.each(cases)('$kind have that many: $name', async ({ kind, source: { format, record, file } }) => {
		const random = createRandom(11);
		const records = sizes.map((size, i) =>
			record(
				Array.from({ length: size }, () => kindsOfPeople[kind](random)),
				i
			)
		);
		const { papers } = await readCorpus({ a: file?.(records) ?? records.join('') }, { format });
		expect(papers.length).toBe(sizes.length);
		const found = papers.map(({ teamSize }) => teamSize);
		const wrong = found.flatMap((size, i) =>
			size === null || size === sizes[i] ? [] : [`${size}, not ${sizes[i]}: ${records[i]}`]
		);
		expect(wrong[0]).toBeUndefined();
		expect(found.filter((size) => size === null).length).toBeLessThanOrEqual(sizes.length * 0.02);
	});
});
