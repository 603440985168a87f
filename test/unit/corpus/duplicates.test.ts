import { describe, expect, it } from 'vitest';

import { DuplicateSurvey } from '../../../src/lib/corpus/pass/duplicates.ts';
import { HashTable } from '../../../src/lib/base/hash-table.ts';

import { bare } from '../../../src/lib/corpus/paper/record.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import { hash53, TextHash } from '../../../src/lib/base/text-hash.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';

type Facts = Partial<Paper> & { file?: number };

/** Numbers of the records that are kept. */
function kept(records: readonly Facts[]): number[] {
	const survey = new DuplicateSurvey();
	for (const { file = 0, ...facts } of records) {
		const dated = facts.published ? { datePrecision: 'year' as const } : {};
		survey.add({ ...bare('', ''), ...dated, ...facts }, file);
	}
	return [...survey.duplicates()].flatMap((duplicate, i) => (duplicate ? [] : [i]));
}

const ice = { title: 'Ice at sea', published: '2020-01-01' };

describe('duplicates', () => {
	it.each<[string, Facts[], number[]]>([
		[
			'the same id',
			[
				{ sourceId: '2405.1', title: 'A' },
				{ sourceId: '2405.1', title: 'B', file: 1 }
			],
			[0]
		],
		[
			'the same DOI',
			[
				{ doi: '10.1/x', title: 'A' },
				{ doi: '10.1/x', title: 'B', file: 1 }
			],
			[0]
		],
		...['Smith2020', 'smith_etal:2020a', 'smith2020deep', '17'].map(
			(sourceId): [string, Facts[], number[]] => [
				`${sourceId}, which may stand for other papers elsewhere`,
				[
					{ sourceId, title: 'A' },
					{ sourceId, title: 'B', file: 1 }
				],
				[0, 1]
			]
		),
		[
			'an arXiv id and its DOI',
			[
				{ sourceId: '2405.1', title: 'A' },
				{ doi: '10.48550/arxiv.2405.1', title: 'B' }
			],
			[0]
		],
		[
			'title and abstract but for signs',
			[
				{ title: 'A-b', abstract: 'Text, é' },
				{ title: 'ab', abstract: 'TEXT é.' }
			],
			[0]
		],
		[
			'title and year in two files',
			[
				{ ...ice, abstract: 'x' },
				{ ...ice, abstract: 'yy', file: 1 }
			],
			[0]
		],
		[
			'no year',
			[
				{ title: 'Ice', abstract: 'x' },
				{ title: 'Ice', abstract: 'y', file: 1 }
			],
			[0, 1]
		],
		['other years', [ice, { ...ice, published: '2021-01-01', file: 1 }], [0, 1]],
		[
			'other DOIs',
			[
				{ ...ice, doi: '10.1/a' },
				{ ...ice, doi: '10.1/b', file: 1 }
			],
			[0, 1]
		],
		[
			'other ids in one file',
			[
				{ ...ice, abstract: 'x', sourceId: 'PMID1' },
				{ ...ice, abstract: 'y', sourceId: 'PMID2' }
			],
			[0, 1]
		],
		[
			'other ids in two files',
			[
				{ ...ice, abstract: 'x', sourceId: 'PMID1' },
				{ ...ice, abstract: 'y', sourceId: 'WOS:2', file: 1 }
			],
			[0]
		],
		[
			'a title that many bear',
			[
				{ title: 'Editorial', published: '2020-01-01', abstract: 'x' },
				{ title: 'Editorial', published: '2020-01-01', abstract: 'y', file: 1 }
			],
			[0, 1]
		],
		[
			'no abstract, other authors, other ids',
			[
				{ title: 'Reply', authors: ['A'], sourceId: 'P1' },
				{ title: 'Reply', authors: ['B'], sourceId: 'P2' }
			],
			[0, 1]
		],
		[
			'no abstract, other ids, same authors',
			[
				{ title: 'Reply', authors: ['A'], sourceId: 'P1' },
				{ title: 'Reply', authors: ['a.'], sourceId: 'P2' }
			],
			[0]
		],
		[
			'row numbers in two files',
			[
				{ sourceId: '7', title: 'A' },
				{ sourceId: '7', title: 'B', file: 1 }
			],
			[0, 1]
		],
		[
			'a row number and a title',
			[
				{ sourceId: '7', title: 'A', abstract: 'x' },
				{ sourceId: '7', title: 'A', abstract: 'y' }
			],
			[0]
		],
		[
			'a chain: id, then DOI',
			[
				{ sourceId: 'x1', title: 'A' },
				{ doi: '10.1/a', title: 'B' },
				{ sourceId: 'x1', doi: '10.1/a', title: 'C' }
			],
			[2]
		],
		[
			'a group that already has another DOI',
			[ice, { ...ice, doi: '10.1/a', file: 1 }, { ...ice, doi: '10.1/b', file: 2 }],
			[1, 2]
		]
	])('%s', (_, records, expected) => {
		expect(kept(records)).toEqual(expected);
	});

	it('keeps the fullest record, where it stands, and counts the others in their files', async () => {
		const line = (value: unknown) => `${JSON.stringify(value)}\n`;
		const short = { title: 'Ice at sea', year: 2020, doi: '10.5555/i' };
		const { papers, account } = await readCorpus({
			a: line(short) + line({ title: 'Other', abstract: 'Words' }),
			b: line({ title: 'Third', abstract: 'More' }) + line({ ...short, abstract: 'A text.', authors: ['A'] }),
			c: line({ ...short, abstract: 'A text.' })
		});
		expect(papers.map(({ title, abstract }) => [title, abstract])).toEqual([
			['Other', 'Words'],
			['Third', 'More'],
			['Ice at sea', 'A text.']
		]);
		expect(account.inputs.map(({ papers, duplicates }) => [papers, duplicates])).toEqual([
			[1, 1],
			[2, 0],
			[0, 1]
		]);
		expect(isBalanced(account)).toBe(true);
	});

	it('are the same groups as a plain search finds, over random records', () => {
		const random = createRandom(5);
		const pick = (names: readonly string[]) => names[random.integer(names.length)] ?? null;
		for (let round = 0; round < 200; round++) {
			const records = Array.from({ length: 30 }, (_, i) => ({
				sourceId: random.integer(3) ? null : pick(['i1', 'i2', 'i3', 'i4']),
				doi: random.integer(3) ? null : pick(['10.1/a', '10.1/b', '10.1/c', '10.1/d']),
				title: `t${i}`,
				abstract: 'a'
			}));
			const group = records.map((_, i) => i);
			const linked = (a: Facts, b: Facts) =>
				(a.sourceId && a.sourceId === b.sourceId) || (a.doi && a.doi === b.doi);
			for (let again = 0; again < 30; again++)
				records.forEach((a, i) =>
					records.forEach((b, j) => {
						if (linked(a, b)) group[i] = group[j] = Math.min(group[i] ?? 0, group[j] ?? 0);
					})
				);
			expect(kept(records)).toHaveLength(new Set(group).size);
		}
	});
});

describe('hashes', () => {
	it('of normalised texts do not depend on the way they are reached', () => {
		expect(new TextHash().addNormalised('A b-C 1').value()).toBe(hash53('abc1'));
		expect(new TextHash().addNormalised('Ünï, x').value()).toBe(hash53('ünïx'));
	});

	it('tell C# from C++, and words that differ by a vowel sign', () => {
		const hashes = ['Sort in C', 'Sort in C#', 'sort in c++', 'कि', 'का'].map((text) =>
			new TextHash().addNormalised(text).value()
		);
		expect(new Set(hashes).size).toBe(5);
	});

	it('are kept in a table that grows', () => {
		const table = new HashTable();
		const reference = new Map<number, number>();
		const random = createRandom(3);
		for (let i = 0; i < 20_000; i++) {
			const key = random.integer(3) === 0 ? random.integer(5000) : hash53(String(i));
			const known = reference.get(key) ?? null;
			expect(table.findOrAdd(key, i)).toBe(known);
			if (known === null) reference.set(key, i);
		}
	});
});
