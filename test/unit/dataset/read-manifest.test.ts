import { describe, expect, it } from 'vitest';

import { UnreadableVersion } from '../../../src/lib/dataset/compatible.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { ManifestError, parseManifest } from '../../../src/lib/dataset/read-manifest.ts';
import { ThemeTree } from '../../../src/lib/dataset/theme-tree.ts';
import { buildDataset } from '../../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { arrangeThemes } from '../../../src/lib/themes/arrange.ts';
import { publishedArrangement } from '../../../src/lib/themes/arrangement.ts';
import { forged } from '../../support/forge.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { paperSource } from '../../support/paper-source.ts';
import { randomSource } from '../../support/random.ts';
import { sampleManifest } from '../../support/sample-manifest.ts';

type Change = (manifest: Manifest) => void;

const forgeries: [string, Change, RegExp][] = [
	['a title of 5 MB', (m) => (m.title = 'x'.repeat(5_000_000)), /^title must be text of at most 2000/],
	['a title that is a number', (m) => (m.title = 7 as never), /^title must be text/],
	[
		'a term of 20,000 characters',
		(m) => (m.themes[0]!.terms[0] = 'x'.repeat(20_000)),
		/terms\.0 must be text/
	],
	['no label', (m) => delete (m.tree as { label?: string }[])[1]!.label, /^tree\.1\.label must be there/],
	['a count below zero', (m) => (m.counts.dated = -1), /^counts\.dated must be a whole number from 0/],
	['half a paper', (m) => (m.themes[0]!.papers = 1.5), /^themes\.0\.papers must be a whole number/],
	['a count of all papers', (m) => (m.counts.papers = 4), /papers has 3 rows/],
	[
		'more dated papers than papers',
		(m) => (m.counts.dated = 4),
		/counts\.dated is above the number of papers/
	],
	['rows that are not there', (m) => (m.tables[0]!.rows = 4), /counts\.papers is 3, and papers has 4 rows/],
	['rejections that are not there', (m) => (m.counts.rejected = 2), /counts\.rejected is 2/],
	['an account that does not add up', (m) => (m.inputs[0]!.records = 9), /does not add up/],
	['other duplicates', (m) => (m.counts.duplicates = 0), /counts\.duplicates/],
	['a cycle', (m) => (m.tree[2]!.parentId = 0), /node 2 of the theme tree is in no place of a tree/],
	['a node above itself', (m) => (m.tree[1]!.parentId = 1), /node 1 of the theme tree/],
	['two roots', (m) => (m.tree[1]!.parentId = null), /node 1 of the theme tree/],
	['a leaf below a leaf', (m) => (m.tree[0]!.parentId = 1), /node 0 of the theme tree/],
	['a tree of another order', (m) => m.tree.reverse(), /node 2 in the place of 0/],
	['papers that no leaf has', (m) => (m.tree[2]!.papers = 9), /node 2 of the theme tree has 9 papers/],
	['a theme twice', (m) => (m.themes[1]!.themeId = 0), /themes are no nodes of the tree, or the same/],
	['a theme within another', (m) => (m.themes[1]!.themeId = 2), /not every leaf/],
	[
		'a theme of other papers',
		(m) => ((m.themes[0]!.papers = 1), (m.themes[1]!.papers = 2)),
		/theme 0 has other/
	],
	['a theme too few', (m) => m.themes.pop(), /counts\.themes is 2, and 1 are listed/],
	['a sum that does not add up', (m) => (m.overview.team[0]!.papers = 2), /overview\.team does not add up/],
	['a theme that is none', (m) => (m.overview.trend[0]!.themeId = 2), /overview\.trend has a theme/],
	['a period far away', (m) => (m.overview.trend[0]!.period = '2999-01-01'), /is on no axis \(2999-01-01\)/],
	['a period between two', (m) => (m.overview.trend[0]!.period = '2023-02-01'), /is on no axis/],
	['a period that is no date', (m) => (m.overview.trend[0]!.period = '2023-02-31'), /period must be a date/],
	['a period of an undated paper', (m) => (m.overview.trend[1]!.period = '2023-01-01'), /is on no axis/],
	['years out of order', (m) => (m.years = { first: 2024, last: 2023 }), /years end before they begin/],
	['a year without end', (m) => (m.years!.last = 999_999), /^years\.last must be a whole number/],
	['a file elsewhere', (m) => (m.files[0]!.file = '../../etc/passwd'), /^files\.0 must be one of its files/],
	['a file twice', (m) => m.files.push(m.files[0]!), /lists a file twice/],
	['a table twice', (m) => m.tables.push(m.tables[0]!), /listed twice/],
	['a table less', (m) => m.tables.pop(), /tables are not those of its version/],
	['a parameter that is an object', (m) => (m.parameters.k1 = {} as never), /^parameters\.k1 must be/],
	['a fingerprint that is text', (m) => (m.fingerprint = '<b>'), /^fingerprint must be 16 hexadecimal/]
];

describe('a manifest', () => {
	it('is read as it was written, of a sample and of a build', async () => {
		const sample = sampleManifest();
		expect(parseManifest(JSON.stringify(sample))).toEqual(sample);
		const { manifest } = await buildDataset(
			paperSource(generatePapers(120, 3)),
			{ pipeline: { ...defaultOptions, themes: 4 }, corpus: {}, title: '🧊'.repeat(9000) },
			{ write: async () => undefined }
		);
		expect(manifest.title).toMatch(/^🧊{149}…$/u);
		const text = JSON.stringify(manifest);
		expect(parseManifest(new TextEncoder().encode(text))).toEqual(JSON.parse(text));
	});

	it.each(forgeries)('with %s is refused in words', (_, change, words) => {
		const manifest = sampleManifest();
		change(manifest);
		const read = () => parseManifest(JSON.stringify(manifest));
		expect(read).toThrow(ManifestError);
		expect(read).toThrow(words);
	});

	it('is refused where it is no JSON, no object, or says numbers beyond all', () => {
		for (const text of ['', '{', '[]', 'null', '"x"', '7'])
			expect(() => parseManifest(text)).toThrow(ManifestError);
		const endless = JSON.stringify(sampleManifest()).replace('"inertia":1.5', '"inertia":1e999');
		expect(() => parseManifest(endless)).toThrow(/^quality\.inertia must be a number/);
		expect(() => parseManifest('{"schemaVersion":"9.1"}')).toThrow(UnreadableVersion);
		expect(() => parseManifest(`{"schemaVersion":"${'1'.repeat(9999)}.1"}`)).toThrow(ManifestError);
	});

	/** `FUZZ_ROUNDS=10000` forges as many; `FUZZ_SEED` others. */
	it('that was forged is refused in words, or is one that themes can be cut from', () => {
		const random = randomSource(Number(process.env.FUZZ_SEED ?? 7));
		const rounds = Number(process.env.FUZZ_ROUNDS ?? 1000);
		let refused = 0;
		for (let round = 0; round < rounds; round++) {
			const text = forged(sampleManifest(), random);
			try {
				const manifest = parseManifest(text);
				const { themes } = arrangeThemes(manifest, publishedArrangement);
				expect(themes.reduce((sum, { papers }) => sum + papers, 0)).toBe(manifest.counts.papers);
				expect(new ThemeTree(manifest.tree).cut(2)).toEqual([0, 1]);
			} catch (error) {
				if (!(error instanceof ManifestError || error instanceof UnreadableVersion)) throw error;
				expect(error.message.length).toBeLessThan(500);
				refused++;
			}
		}
		expect(refused / rounds).toBeGreaterThan(0.7);
		expect(refused).toBeLessThan(rounds);
	});
});
