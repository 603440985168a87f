import { text } from 'node:stream/consumers';

import { factsOf, type BuiltFacts, type CorpusToBuild } from './built-facts.ts';

/**
 * Run as a program: builds the corpora on standard input and prints the facts of each, or why it was not built, for
 * comparison with a browser.
 */
const built: (BuiltFacts | string)[] = [];
for (const corpus of JSON.parse(await text(process.stdin)) as CorpusToBuild[])
	built.push(await factsOf(corpus));
process.stdout.write(JSON.stringify(built));
