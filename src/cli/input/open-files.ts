import { openCorpus, type CorpusOptions } from '../../lib/corpus/pass/open.ts';
import type { PaperSource } from '../../lib/source/source.ts';
import { nativeHasher } from '../dataset/native-hasher.ts';
import { distinctNames, fileSource } from './file-source.ts';

/** Files as one corpus, each under a name that tells it from the others. */
export function openFiles(paths: readonly string[], options: CorpusOptions): PaperSource {
	const names = distinctNames(paths);
	const inputs = paths.map((path, index) => fileSource(path, names[index]));
	return openCorpus(inputs, options, { hasher: nativeHasher });
}
