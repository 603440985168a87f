import { beforeAll, describe, expect, it } from 'vitest';

import type { Paper } from '../../../../src/lib/dataset/paper.ts';
import { bare } from '../../../../src/lib/corpus/paper/record.ts';
import { assign } from '../../../../src/lib/pipeline/assign.ts';
import { assignDataset, buildDataset } from '../../../../src/lib/pipeline/build.ts';
import { DriftCounter } from '../../../../src/lib/pipeline/cluster/drift.ts';
import { fit } from '../../../../src/lib/pipeline/fit.ts';
import type { ThemeModel } from '../../../../src/lib/pipeline/model.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import type { PaperSource } from '../../../../src/lib/source/source.ts';
import { plantThemes } from '../../../support/planted-themes.ts';

const options = { ...defaultOptions, themes: 4 };
const known = plantThemes({ themes: 4, papers: 200, seed: 3 }).papers;
const foreign = plantThemes({ themes: 4, papers: 60, seed: 99 }).papers;

function sourceOf(papers: readonly { title: string; abstract: string }[]): PaperSource {
	const all: Paper[] = papers.map(({ title, abstract }) => bare(title, abstract));
	return {
		papers: async function* () {
			yield all;
		},
		account: () => ({ title: null, listed: null, inputs: [], rejections: [] })
	};
}

let model: ThemeModel;
beforeAll(async () => {
	model = await fit(known, options);
});

describe('drift', () => {
	it('is about 5 % for the papers a model was fitted on, and high for papers of other themes', async () => {
		const drift = async (papers: typeof known) => {
			const counter = new DriftCounter(model);
			counter.add(await assign(model, papers));
			return counter.report();
		};
		const own = await drift(known);
		expect(own.papers).toBe(200);
		expect(own.share).toBeGreaterThan(0.03);
		expect(own.share).toBeLessThanOrEqual(0.05);
		expect(own.themes.map(({ themeId }) => themeId)).toEqual(model.defaultThemes);
		expect(own.themes.reduce((sum, { papers }) => sum + papers, 0)).toBe(200);
		expect((await drift(foreign)).share).toBeGreaterThan(0.5);
	});
});

describe('assignDataset', () => {
	it('puts papers into the themes of a model as the build that made it did', async () => {
		const rows: Record<string, unknown[]> = {};
		const sinkOf = (name: string) => ({
			write: async (table: string, batch: { columns: object }) => {
				if (table === 'papers') rows[name] = [...((batch.columns as { theme_id: unknown[] }).theme_id ?? [])];
			}
		});
		const built = await buildDataset(sourceOf(known), { pipeline: options }, sinkOf('built'));
		const again = await assignDataset(sourceOf(known), built.model, {}, sinkOf('again'));
		expect(rows.again).toEqual(rows.built);
		expect(again.manifest.themes).toEqual(built.manifest.themes);
		expect(again.manifest.fingerprint).not.toBe(built.manifest.fingerprint);
		expect(again.manifest.parameters.model).toMatch(/^[0-9a-f]{16}$/);
	});

	it('refuses a corpus without a paper', async () => {
		await expect(assignDataset(sourceOf([]), model, {}, { write: async () => {} })).rejects.toThrow(
			'No usable paper'
		);
	});
});
