// @ts-check
// Finds themes in papers: node build.mjs papers.ris dataset
import { buildDataset } from 'corpuscope';

const [, , input = 'papers.ris', out = 'dataset'] = process.argv;

const { counts, themes } = await buildDataset({
	inputs: input,
	out,
	themes: 3,
	onProgress: ({ stage, done, total }) => console.error(stage, done, total ?? '')
});

console.log(`${counts.papers} papers, ${counts.rejected} rejected`);
for (const { label, papers } of themes) console.log(`${papers}\t${label}`);
