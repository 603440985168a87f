import type { Paper, Rejection } from '../../src/lib/dataset/paper.ts';
import type { PaperSource } from '../../src/lib/source/source.ts';

const batchSize = 250;

/** Papers in memory, and records that are said to have been rejected, as a corpus that can be read twice. */
export function paperSource(papers: readonly Paper[], rejections: readonly Rejection[] = []): PaperSource {
	const input = { file: 'generated', bytes: 0, sha256: '', format: 'memory', duplicates: 0 };
	return {
		async *papers() {
			for (let start = 0; start < papers.length; start += batchSize) {
				yield papers.slice(start, start + batchSize);
			}
		},
		account: () => ({
			title: null,
			listed: null,
			inputs: [
				{
					...input,
					records: papers.length + rejections.length,
					papers: papers.length,
					rejected: rejections.length
				}
			],
			rejections: [...rejections]
		})
	};
}
