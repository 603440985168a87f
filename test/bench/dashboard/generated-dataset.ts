import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildCommand } from '../build-command.ts';
import type { Measurement } from '../measure.ts';
import { writeZipfPapers } from '../zipf-papers.ts';

export interface GeneratedDataset {
	folder: string;
	/** What its build took, perhaps on another day. */
	built: Pick<Measurement, 'seconds' | 'peakMegabytes' | 'cpuSeconds'>;
}

/** The dataset of so many generated papers below a folder, which is built unless it is there. */
export async function generatedDataset(
	size: number,
	below: string,
	themes: string
): Promise<GeneratedDataset> {
	const folder = join(below, `papers-${size}`);
	const account = `${folder}.json`;
	if (!existsSync(account)) {
		mkdirSync(below, { recursive: true });
		const file = `${folder}.jsonl`;
		await writeZipfPapers(file, size);
		const { seconds, peakMegabytes, cpuSeconds } = await buildCommand(file, folder, themes);
		rmSync(file);
		writeFileSync(account, JSON.stringify({ seconds, peakMegabytes, cpuSeconds }));
	}
	return { folder, built: JSON.parse(readFileSync(account, 'utf8')) as GeneratedDataset['built'] };
}
