import { text } from 'node:stream/consumers';

import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../src/lib/corpus/pass/parameters.ts';
import { buildDataset } from '../../src/lib/pipeline/build.ts';
import { FactsGatherer, type BuiltFacts } from './built-facts.ts';
import type { CorpusToBuild } from './commands.ts';

async function build({ name, content, options }: CorpusToBuild): Promise<BuiltFacts> {
	const gatherer = new FactsGatherer();
	const { manifest } = await buildDataset(
		openCorpus([memorySource(name, content)]),
		{ ...options, corpus: corpusParameters({}) },
		{ write: async (table, batch) => gatherer.add(table, batch) }
	);
	return gatherer.facts(manifest);
}

/**
 * Run as a program: builds the corpora on standard input and prints the facts of each, or why it was not built, for
 * comparison with a browser.
 */
const built: (BuiltFacts | string)[] = [];
for (const corpus of JSON.parse(await text(process.stdin)) as CorpusToBuild[])
	built.push(await build(corpus).catch((error: Error) => error.message));
process.stdout.write(JSON.stringify(built));
