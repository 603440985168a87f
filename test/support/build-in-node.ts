import { text } from 'node:stream/consumers';

import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../src/lib/corpus/pass/parameters.ts';
import { buildDataset, type BuildOptions } from '../../src/lib/pipeline/build.ts';
import { FactsGatherer } from './built-facts.ts';

/** Run as a program: builds the corpus on standard input and prints the facts, for comparison with a browser. */
const { name, content, options } = JSON.parse(await text(process.stdin)) as {
	name: string;
	content: string;
	options: BuildOptions;
};
const gatherer = new FactsGatherer();
const { manifest } = await buildDataset(
	openCorpus([memorySource(name, content)]),
	{ ...options, corpus: corpusParameters({}) },
	{ write: async (table, batch) => gatherer.add(table, batch) }
);
process.stdout.write(JSON.stringify(gatherer.facts(manifest)));
