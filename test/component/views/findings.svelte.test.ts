import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';

import type { TrendRows } from '../../../src/lib/queries/cells/trend-rows.ts';
import { DashboardState } from '../../../src/lib/state/dashboard.svelte.ts';
import type { DatasetReader } from '../../../src/lib/state/reader.ts';
import { ThemeFindings } from '../../../src/lib/views/parts/findings/theme-findings.svelte.ts';
import { deferred } from '../../support/deferred.ts';
import { sampleSite } from '../../support/site.ts';

it('findings are on their way while the engine is asked for their rows, and not while it starts', async () => {
	const [engine, rows] = [deferred<DatasetReader>(), deferred<TrendRows>()];
	const reader: object = { trendRows: () => rows.promise, arranged: () => reader, close: () => {} };
	const dashboard = new DashboardState({
		site: sampleSite(),
		boot: () => engine.promise,
		navigation: { push: () => {}, replace: () => {} },
		store: null
	});
	let findings!: ThemeFindings;
	onTestFinished($effect.root(() => void (findings = new ThemeFindings(dashboard))));
	flushSync();
	await expect.poll(() => dashboard.engine.status.kind).toBe('loading');
	expect(findings.pending).toBe(false);
	engine.resolve(reader as DatasetReader);
	await expect.poll(() => dashboard.engine.status.kind).toBe('ready');
	expect(findings.pending).toBe(true);
	rows.resolve({});
	await expect.poll(() => findings.pending).toBe(false);
});
