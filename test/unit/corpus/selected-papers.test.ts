import { expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { selectedPapers } from '../../../src/lib/corpus/pass/selected-papers.ts';

it('gives the marked papers, pass after pass, and the account of the files', async () => {
	const lines = Array.from({ length: 700 }, (_, index) =>
		JSON.stringify({ id: `p-${index}`, title: `Paper ${index}` })
	);
	lines.splice(300, 0, 'broken', lines[0] as string);
	const marks = Uint8Array.from({ length: 700 }, (_, index) => (index % 3 === 1 || index === 699 ? 1 : 0));
	const source = selectedPapers(openCorpus([memorySource('all.jsonl', lines.join('\n'))]), marks);
	for (let pass = 0; pass < 2; pass++) {
		const titles = [];
		for await (const batch of source.papers()) titles.push(...batch.map(({ title }) => title));
		const wanted = Array.from({ length: 700 }, (_, index) => `Paper ${index}`);
		expect(titles).toEqual(wanted.filter((_, index) => marks[index] === 1));
	}
	expect(source.account().inputs[0]).toMatchObject({ records: 702, papers: 700, duplicates: 1, rejected: 1 });
});
