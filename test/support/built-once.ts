import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

import { writeDataset } from '../../src/cli/dataset/write.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import type { Paper, Rejection } from '../../src/lib/dataset/paper.ts';
import type { BuildOptions } from '../../src/lib/pipeline/build.ts';
import { paperSource } from './paper-source.ts';

/** Makes a folder, whole or not at all, in one process at a time. */
async function makeOnce(folder: string, make: () => Promise<unknown>): Promise<void> {
	const lock = `${folder}.lock`;
	while (!existsSync(folder)) {
		try {
			mkdirSync(lock);
		} catch {
			await setTimeout(100);
			continue;
		}
		try {
			if (!existsSync(folder)) await make();
		} finally {
			rmdirSync(lock);
		}
	}
}

/** A dataset that all tests of a run share: the first that asks for it builds it, and none changes it. */
export async function builtOnce(
	papers: readonly Paper[],
	options: BuildOptions,
	rejections: readonly Rejection[] = []
): Promise<{ folder: string; manifest: Manifest }> {
	const what = JSON.stringify([papers, options, rejections]);
	const folder = join(inject('runFolder'), createHash('sha256').update(what).digest('hex'));
	await makeOnce(folder, () => writeDataset(paperSource(papers, rejections), options, folder, {}));
	return { folder, manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest };
}
