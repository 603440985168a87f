import type { Paper } from '../../src/lib/dataset/paper.ts';
import type { PaperSource } from '../../src/lib/dataset/source.ts';

const batchSize = 250;

/** Papers in memory as a corpus that can be read twice. */
export function paperSource(papers: readonly Paper[], name = 'generated'): PaperSource {
	const input = { file: name, bytes: 0, sha256: '', format: 'memory', duplicates: 0, rejected: 0 };
	return {
		async *papers() {
			for (let start = 0; start < papers.length; start += batchSize) {
				yield papers.slice(start, start + batchSize);
			}
		},
		account: () => ({
			title: null,
			listed: null,
			inputs: [{ ...input, records: papers.length, papers: papers.length }],
			rejections: []
		})
	};
}
